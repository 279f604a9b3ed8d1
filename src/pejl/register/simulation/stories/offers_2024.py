"""The first offer under the law to 30.06.2026: begun within six months, two weeks without a break, and of a kind that
counts.

By hand: a case of 13 May 2024 has until 13 November, one of 15 April until 15 October (and a wage subsidy offered in
time may begin until 5 November), one of 17 June until 17 December. All talks are in order.
"""

from __future__ import annotations

from pejl.register.simulation.stories.parts import held, placed, then
from pejl.register.simulation.stories.story import AHEAD, LATE, LOST, MET, OVERDUE, Finding, Offer, Spell, Story

_DUTY = "foerste_tilbud"


def _may(number: int, says: str, offers: tuple[Offer, ...], *states: str) -> Story:
    """A case of 13 May that ends on 6 December: what was overdue on 30 November can no longer be done after."""
    spell = Spell("kontanthjaelp", "jobparat", "2024-05-13", "2024-12-06", exit="arbejde")
    talks = held("2024-05-17", "2024-07-02", "2024-08-20", "2024-10-15")
    return Story(number, says, (spell,), talks, offers, finds=_found("2024-11-13", *states), born=1978)


def _april(number: int, says: str, offers: tuple[Offer, ...], *states: str) -> Story:
    spell = Spell("kontanthjaelp", "aktivitetsparat", "2024-04-15", "2024-11-28", exit="uddannelse")
    talks = held("2024-04-19", "2024-06-11", "2024-08-13", "2024-09-24")
    return Story(number, says, (spell,), talks, offers, finds=_found("2024-10-15", *states), born=1987)


def _found(due: str, *states: str) -> tuple[Finding, ...]:
    return (then(_DUTY, due, *states),) if states else ()


_JUNE = Spell("kontanthjaelp", "aktivitetsparat", "2024-06-17", "2025-02-28", exit="arbejde")
_JUNE_TALKS = held("2024-06-21", "2024-08-06", "2024-09-24", "2024-11-05")

STORIES = (
    _may(201, "Virksomhedspraktik i 13 dage er en dag for kort.", (placed("2024-09-02", "2024-09-14"),), OVERDUE, LOST),
    _may(202, "Virksomhedspraktik i 14 dage er nok.", (placed("2024-09-02", "2024-09-15"),)),
    _may(
        203,
        "Øvrig vejledning og opkvalificering tæller ikke før 1. juli 2026.",
        (placed("2024-09-02", "2024-09-29", "vejledning_opkvalificering"),),
        OVERDUE,
        LOST,
    ),
    _may(204, "Tilbuddet begyndte på fristens sidste dag.", (placed("2024-11-13", "2024-11-26"),)),
    _may(205, "Tilbuddet begyndte dagen efter fristen.", (placed("2024-11-14", "2024-11-27"),), LATE),
    _may(
        206,
        "To tilbud på hver 7 dage med en uge imellem er ikke to uger i træk.",
        (placed("2024-09-02", "2024-09-08"), placed("2024-09-16", "2024-09-22")),
        OVERDUE,
        LOST,
    ),
    _may(
        207,
        "Ordblindeundervisning tæller ikke som det første tilbud.",
        (placed("2024-09-02", "2024-10-27", "ordblindeundervisning"),),
        OVERDUE,
        LOST,
    ),
    _may(
        208,
        "Realkompetencevurdering tæller ikke som det første tilbud.",
        (placed("2024-09-02", "2024-09-29", "realkompetencevurdering"),),
        OVERDUE,
        LOST,
    ),
    _may(209, "Nytteindsats tæller.", (placed("2024-09-02", "2024-09-29", "nytteindsats"),)),
    _may(
        210,
        "Praktikken var aftalt i god tid, men blev aldrig påbegyndt.",
        (Offer("virksomhedspraktik", "2024-09-02", "2024-09-29", "2024-08-20", status="ikke_paabegyndt"),),
        OVERDUE,
        LOST,
    ),
    _may(
        211,
        "Praktikken blev afbrudt efter 13 dage.",
        (Offer("virksomhedspraktik", "2024-09-02", "2024-09-14", "2024-08-20", status="afbrudt"),),
        OVERDUE,
        LOST,
    ),
    _may(
        212,
        "Den første praktik var for kort; en ny begyndte i tide.",
        (placed("2024-08-05", "2024-08-09"), placed("2024-10-07", "2024-11-03")),
    ),
    _april(
        221,
        "Løntilskud blev tilbudt i tide og begyndte præcis 3 uger efter fristen.",
        (placed("2024-11-05", "2024-11-25", "loentilskud", offered="2024-10-10"),),
    ),
    _april(
        222,
        "Løntilskud blev tilbudt i tide, men begyndte 3 uger og 1 dag efter fristen.",
        (placed("2024-11-06", "2024-11-26", "loentilskud", offered="2024-10-10"),),
        LATE,
    ),
    _april(
        223,
        "Løntilskud blev først tilbudt dagen efter fristen.",
        (placed("2024-10-28", "2024-11-25", "loentilskud", offered="2024-10-16"),),
        LATE,
    ),
    _april(
        224,
        "Praktik tilbudt i tide skal også begynde i tide; de 3 uger er kun for løntilskud.",
        (placed("2024-10-28", "2024-11-25", offered="2024-10-10"),),
        LATE,
    ),
    Story(
        225,
        "Løntilskud tilbudt i tide begynder først i december: den 30. november kan det endnu nås.",
        (Spell("kontanthjaelp", "jobparat", "2024-05-13", "2025-03-14", exit="arbejde"),),
        held("2024-05-17", "2024-07-02", "2024-08-20", "2024-10-15"),
        (placed("2024-12-04", "2025-02-25", "loentilskud", offered="2024-11-08"),),
        finds=(then(_DUTY, "2024-11-13", AHEAD, MET),),
        born=1983,
    ),
    Story(
        231,
        "Tilbuddet ventede den 30. november og begyndte dagen efter fristen.",
        (_JUNE,),
        _JUNE_TALKS,
        (placed("2024-12-18", "2025-01-12"),),
        finds=(then(_DUTY, "2024-12-17", AHEAD, LATE),),
        born=1991,
    ),
    Story(
        232,
        "Tilbuddet var begyndt den 30. november, og en praktik uden slutdag endnu regnes for lang nok.",
        (_JUNE,),
        _JUNE_TALKS,
        (placed("2024-11-25", "2025-01-05"),),
        born=1974,
    ),
)
