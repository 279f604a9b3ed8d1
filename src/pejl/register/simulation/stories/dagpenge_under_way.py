"""Cases on dagpenge that are under way on 30.11.2024, with deadlines ahead, and the joint talk at sixteen months."""

from __future__ import annotations

from pejl.register.simulation.stories.parts import always, by_fund, held, jointly, placed, then
from pejl.register.simulation.stories.story import AHEAD, LATE, LEFT, LOST, MET, OVERDUE, Finding, Spell, Story, Talk

# Begun on 8 January 2024: all of the first six months is in order. The joint talk counts from 8 July 2024 and is due on
# 8 May 2025; the case ends on 30 May 2025.
_FIRST_SIX_MONTHS = by_fund("2024-01-16", "2024-02-13", "2024-03-12") + held("2024-04-16", "2024-05-21")
_THIRD = held("2024-06-18")
_JOINT_DUE = "2025-05-08"

# Begun on 1 September 2024: the fund's three talks are due on 1 December 2024, so on 30 November two days are left. The
# municipality's talks and the offer are due on 1 March 2025, the joint talk on 1 January 2026; the case ends on 20
# January 2025.
_LEFT_IN_JANUARY = (
    then("samtaler_kommune", "2025-03-01", AHEAD, LEFT),
    then("foerste_tilbud", "2025-03-01", AHEAD, LEFT),
    then("faelles_samtale_16_maaneder", "2026-01-01", AHEAD, LEFT),
)


def _long(number: int, says: str, talks: tuple[Talk, ...], *finds: Finding) -> Story:
    spell = Spell("dagpenge", "dagpengemodtager", "2024-01-08", "2025-05-30", exit="arbejde")
    return Story(number, says, (spell,), talks, (placed("2024-05-06", "2024-06-02"),), finds=finds, born=1966)


def _september(number: int, says: str, talks: tuple[Talk, ...], *finds: Finding) -> Story:
    spell = Spell("dagpenge", "dagpengemodtager", "2024-09-01", "2025-01-20", exit="arbejde")
    return Story(number, says, (spell,), talks, finds=finds + _LEFT_IN_JANUARY, born=1989)


STORIES = (
    _long(
        131,
        "Den fælles samtale blev holdt på den sidste dag af de 16 måneder.",
        _FIRST_SIX_MONTHS + _THIRD + jointly("2025-05-08"),
        then("faelles_samtale_16_maaneder", _JOINT_DUE, AHEAD, MET),
    ),
    _long(
        132,
        "Den fælles samtale blev holdt dagen efter de 16 måneder.",
        _FIRST_SIX_MONTHS + _THIRD + jointly("2025-05-09"),
        then("faelles_samtale_16_maaneder", _JOINT_DUE, AHEAD, LATE),
    ),
    _long(
        133,
        "Kommunen holdt en samtale alene, hvor den skulle have været fælles.",
        _FIRST_SIX_MONTHS + _THIRD + held("2025-04-10"),
        then("faelles_samtale_16_maaneder", _JOINT_DUE, AHEAD, LOST),
    ),
    _long(
        134,
        "Den fælles samtale blev holdt inden for de første 6 måneder og tæller ikke som den ved 16 måneder.",
        _FIRST_SIX_MONTHS + jointly("2024-06-18"),
        then("faelles_samtale_16_maaneder", _JOINT_DUE, AHEAD, LOST),
    ),
    _long(
        135,
        "Den fælles samtale blev holdt i god tid.",
        _FIRST_SIX_MONTHS + _THIRD + jointly("2024-10-15"),
    ),
    _september(
        141,
        "To af a-kassens samtaler mangler, og der er to dage tilbage: det kan endnu nås. Det blev det ikke.",
        by_fund("2024-09-10"),
        then("samtaler_akasse", "2024-12-01", AHEAD, LOST),
    ),
    _september(
        142,
        "Tre af a-kassens samtaler mangler, og der er to dage tilbage: det kan ikke længere nås.",
        (),
        then("foerste_samtale_akasse", "2024-09-15", OVERDUE, LOST),
        always("samtaler_akasse", "2024-12-01", LOST),
    ),
    _september(
        143,
        "A-kassens tre samtaler er holdt; resten venter, og borgeren får arbejde, før det forfalder.",
        by_fund("2024-09-10", "2024-10-08", "2024-11-12"),
    ),
    _september(
        144,
        "A-kassens tredje samtale venter og bliver holdt på den sidste dag.",
        by_fund("2024-09-10", "2024-10-08", "2024-12-01"),
        then("samtaler_akasse", "2024-12-01", AHEAD, MET),
    ),
)
