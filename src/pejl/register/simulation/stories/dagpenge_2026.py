"""Dagpenge across 01.07.2026: three and three talks become two and two, guidance counts as an offer again, and the last
day decides which law it is."""

from __future__ import annotations

from pejl.register.simulation.stories.parts import by_fund, held, in_2026, placed
from pejl.register.simulation.stories.story import (
    AHEAD,
    LATE,
    LEFT,
    LOST,
    MET,
    OVERDUE,
    UNSETTLED,
    Finding,
    Offer,
    Spell,
    Story,
    Talk,
)

_GUIDANCE = (placed("2026-04-06", "2026-04-19", "vejledning_opkvalificering"),)


def _over_new_year(
    number: int, says: str, start: str, talks: tuple[Talk, ...], offers: tuple[Offer, ...], *finds: Finding
) -> Story:
    spell = Spell("dagpenge", "dagpengemodtager", start, "2026-08-28", exit="arbejde")
    return Story(number, says, (spell,), talks, offers, finds=finds, born=1984)


def _june(number: int, says: str, start: str, talks: tuple[Talk, ...], *finds: Finding) -> Story:
    spell = Spell("dagpenge", "dagpengemodtager", start)
    return Story(number, says, (spell,), talks, finds=finds, born=1993)


_FUND_JANUARY = by_fund("2026-01-13", "2026-02-10", "2026-03-17")
_JUNE_AHEAD = (
    in_2026("samtaler_kommune", "2026-12-01", AHEAD, AHEAD),
    in_2026("foerste_tilbud", "2026-12-01", AHEAD, AHEAD),
    in_2026("faelles_samtale_16_maaneder", "2027-10-01", AHEAD, AHEAD),
)

STORIES = (
    _over_new_year(
        151,
        "Fristen falder den 30. juni 2026, den sidste dag med tre samtaler: to er for lidt, og vejledning tæller ikke.",
        "2025-12-30",
        _FUND_JANUARY + held("2026-04-14", "2026-05-19"),
        _GUIDANCE,
        in_2026("samtaler_kommune", "2026-06-30", AHEAD, LOST),
        in_2026("foerste_tilbud", "2026-06-30", AHEAD, LOST),
        in_2026("faelles_samtale_16_maaneder", "2027-04-30", AHEAD, LEFT),
    ),
    _over_new_year(
        152,
        "Sagen begyndte nytårsaften, så de 6 måneder ender den 30. juni; den tredje samtale blev holdt den dag.",
        "2025-12-31",
        _FUND_JANUARY + held("2026-04-14", "2026-05-19", "2026-06-30"),
        (placed("2026-04-06", "2026-04-19"),),
        in_2026("faelles_samtale_16_maaneder", "2027-04-30", AHEAD, LEFT),
    ),
    _over_new_year(
        153,
        "Fristen falder den 1. juli 2026, den første dag med to samtaler: to er nok, og vejledning tæller igen.",
        "2026-01-01",
        _FUND_JANUARY + held("2026-04-14", "2026-05-19"),
        _GUIDANCE,
        in_2026("faelles_samtale_16_maaneder", "2027-05-01", AHEAD, LEFT),
    ),
    _over_new_year(
        154,
        "Efter de nye regler mangler kommunen den ene af to samtaler; den kom aldrig.",
        "2026-01-19",
        by_fund("2026-01-27", "2026-02-24", "2026-03-31") + held("2026-05-19"),
        _GUIDANCE,
        in_2026("samtaler_kommune", "2026-07-19", AHEAD, LOST),
        in_2026("faelles_samtale_16_maaneder", "2027-05-19", AHEAD, LEFT),
    ),
    _over_new_year(
        155,
        "Vejledning i 13 dage er for kort også efter de nye regler.",
        "2026-01-19",
        by_fund("2026-01-27", "2026-02-24", "2026-03-31") + held("2026-05-19", "2026-06-16"),
        (placed("2026-04-06", "2026-04-18", "vejledning_opkvalificering"),),
        in_2026("foerste_tilbud", "2026-07-19", AHEAD, LOST),
        in_2026("faelles_samtale_16_maaneder", "2027-05-19", AHEAD, LEFT),
    ),
    _june(
        161,
        "A-kassen holdt sine to samtaler; kommunens del venter.",
        "2026-06-01",
        by_fund("2026-06-09", "2026-07-07"),
        in_2026("samtaler_akasse", "2026-09-01", AHEAD, MET),
        *_JUNE_AHEAD,
    ),
    _june(
        162,
        "A-kassen holdt en af de to samtaler, som gruppen skal have.",
        "2026-06-01",
        by_fund("2026-06-09"),
        in_2026("samtaler_akasse", "2026-09-01", AHEAD, LOST),
        *_JUNE_AHEAD,
    ),
    _june(
        163,
        "Ingen har holdt nogen samtale, heller ikke den første, som alle skal have.",
        "2026-06-01",
        (),
        in_2026("foerste_samtale_akasse", "2026-06-15", OVERDUE, OVERDUE),
        in_2026("foerste_samtale_dagpenge", "2026-09-01", AHEAD, OVERDUE),
        in_2026("samtaler_akasse", "2026-09-01", AHEAD, LOST),
        *_JUNE_AHEAD,
    ),
    _june(
        164,
        "Den første samtale blev holdt to dage efter de 3 måneder.",
        "2026-06-01",
        by_fund("2026-09-03"),
        in_2026("foerste_samtale_akasse", "2026-06-15", OVERDUE, LATE),
        in_2026("foerste_samtale_dagpenge", "2026-09-01", AHEAD, LATE),
        in_2026("samtaler_akasse", "2026-09-01", AHEAD, LOST),
        *_JUNE_AHEAD,
    ),
    _june(
        165,
        "Kommunen holdt den første samtale i a-kassens sted: den er den første, men ikke a-kassens.",
        "2026-06-01",
        held("2026-06-10"),
        in_2026("foerste_samtale_akasse", "2026-06-15", OVERDUE, OVERDUE),
        in_2026("samtaler_akasse", "2026-09-01", AHEAD, LOST),
        *_JUNE_AHEAD,
    ),
    _june(
        166,
        "De 2 uger til den første samtale gik ud efter den 30. juni 2026; om fristen er bevaret, er ikke bekræftet.",
        "2026-06-24",
        by_fund("2026-07-13", "2026-08-04"),
        in_2026("foerste_samtale_akasse", "2026-07-08", AHEAD, UNSETTLED),
        in_2026("foerste_samtale_dagpenge", "2026-09-24", AHEAD, MET),
        in_2026("samtaler_akasse", "2026-09-24", AHEAD, MET),
        in_2026("samtaler_kommune", "2026-12-24", AHEAD, AHEAD),
        in_2026("foerste_tilbud", "2026-12-24", AHEAD, AHEAD),
        in_2026("faelles_samtale_16_maaneder", "2027-10-24", AHEAD, AHEAD),
    ),
)
