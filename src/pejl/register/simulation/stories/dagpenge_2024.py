"""Talks on dagpenge under the law of 01.01.2024 to 30.06.2026: three by the fund, three by the municipality.

All these cases began on Monday 6 May 2024 and ended on 22 November. By hand: the fund's first talk is due on 20 May,
its three on 6 August; 410 hours at 37 a week have passed on 22 July, so the municipality takes over on 31 July; its
three talks and the first offer are due on 6 November. The joint talk of 6 September 2025 never falls due. What was not
done can no longer be: nobody is on dagpenge any more.
"""

from __future__ import annotations

from pejl.register.simulation.stories.parts import always, by_fund, cancelled, held, jointly, missed, placed
from pejl.register.simulation.stories.story import LATE, LOST, Finding, Offer, Spell, Story, Talk

_FUND = by_fund("2024-05-14", "2024-06-18", "2024-07-23")
_OURS = held("2024-08-20", "2024-09-24", "2024-10-29")
_OFFER = (placed("2024-09-02", "2024-09-29"),)
_FIRST, _THREE, _HALF = "2024-05-20", "2024-08-06", "2024-11-06"


def _story(
    number: int,
    says: str,
    talks: tuple[Talk, ...],
    *finds: Finding,
    offers: tuple[Offer, ...] = _OFFER,
    hours: float | None = None,
) -> Story:
    spell = Spell("dagpenge", "dagpengemodtager", "2024-05-06", "2024-11-22", exit="arbejde", hours=hours)
    return Story(number, says, (spell,), talks, offers, finds=finds, born=1970 + number % 30)


_FUND_SHORT = always("samtaler_akasse", _THREE, LOST)
_OURS_SHORT = always("samtaler_kommune", _HALF, LOST)

STORIES = (
    _story(101, "Alle samtaler og tilbuddet kom til tiden.", _FUND + _OURS),
    _story(
        102,
        "A-kassens første samtale blev holdt en dag for sent; de tre i alt kom til tiden.",
        by_fund("2024-05-21", "2024-06-18", "2024-07-23") + _OURS,
        always("foerste_samtale_akasse", _FIRST, LATE),
    ),
    _story(
        103,
        "A-kassens første samtale blev holdt på fristens sidste dag.",
        by_fund("2024-05-20", "2024-06-18", "2024-07-23") + _OURS,
    ),
    _story(104, "A-kassen holdt to af de tre samtaler.", _FUND[:2] + _OURS, _FUND_SHORT),
    _story(
        105,
        "A-kassens tredje samtale blev holdt på den sidste dag af de 3 måneder.",
        _FUND[:2] + by_fund("2024-08-06") + _OURS,
    ),
    _story(
        106,
        "A-kassens tredje samtale blev holdt dagen efter de 3 måneder.",
        _FUND[:2] + by_fund("2024-08-07") + _OURS,
        _FUND_SHORT,
    ),
    _story(
        107,
        "A-kassen aflyste den tredje samtale og holdt ingen i stedet.",
        _FUND[:2] + cancelled("2024-07-23", "akasse", "akasse") + _OURS,
        _FUND_SHORT,
    ),
    _story(
        108,
        "Den tredje samtale i de 3 måneder blev holdt af kommunen, som den ikke skal.",
        _FUND[:2] + held("2024-07-23") + _OURS,
        _FUND_SHORT,
    ),
    _story(
        109,
        "Den tredje samtale i de 3 måneder blev holdt af a-kassen og kommunen sammen.",
        _FUND[:2] + jointly("2024-07-23") + _OURS,
    ),
    _story(
        110,
        "Den tredje samtale i de 3 måneder var et informationsmøde, og det tæller ikke.",
        _FUND[:2] + by_fund("2024-07-23", type="informationsmoede") + _OURS,
        _FUND_SHORT,
    ),
    _story(
        111,
        "Kommunens tredje samtale blev holdt på den sidste dag af de 6 måneder.",
        _FUND + _OURS[:2] + held("2024-11-06"),
    ),
    _story(
        112,
        "Kommunens tredje samtale blev holdt dagen efter de 6 måneder.",
        _FUND + _OURS[:2] + held("2024-11-07"),
        _OURS_SHORT,
    ),
    _story(
        113,
        "Borgeren udeblev fra kommunens tredje samtale, og der blev ikke holdt en ny.",
        _FUND + _OURS[:2] + missed("2024-10-29"),
        _OURS_SHORT,
    ),
    _story(
        114,
        "En af kommunens tre samtaler blev holdt, før a-kassen havde overdraget sagen.",
        _FUND + held("2024-07-25") + _OURS[:2],
        _OURS_SHORT,
    ),
    _story(
        115,
        "Kommunens tredje samtale blev holdt af en anden aktør for kommunen.",
        (*_FUND, *_OURS[:2], Talk("2024-10-29", authority="anden_aktoer")),
    ),
    _story(
        116,
        "Kommunens tredje samtale blev booket, men der står ikke, hvad der blev af den.",
        (*_FUND, *_OURS[:2], Talk("2024-10-29", status="booket")),
        _OURS_SHORT,
    ),
    _story(
        117,
        "Hverken a-kassen eller kommunen holdt nogen samtale.",
        (),
        always("foerste_samtale_akasse", _FIRST, LOST),
        _FUND_SHORT,
        _OURS_SHORT,
    ),
    _story(
        118,
        "Ledig på halv tid: de 410 timer er først brugt i oktober, og kommunens samtaler lå før det.",
        _FUND + _OURS,
        _OURS_SHORT,
        hours=531.21,
    ),
    _story(
        119,
        "Ledig på halv tid: kommunen overtog den 31. oktober og nåede tre samtaler på en uge.",
        _FUND + held("2024-11-01", "2024-11-04", "2024-11-05"),
        hours=531.21,
    ),
    _story(
        120,
        "Ledig ti timer om ugen: de 410 timer blev aldrig brugt, så kommunen skulle ikke holde samtaler.",
        _FUND,
        hours=287.14,
    ),
    _story(
        121,
        "Samtalerne kom til tiden, men der kom intet tilbud.",
        _FUND + _OURS,
        always("foerste_tilbud", _HALF, LOST),
        offers=(),
    ),
)
