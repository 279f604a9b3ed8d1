"""Offers across 01.07.2026: guidance counts again, the group has a share instead of each a deadline, and those who are
activity-ready have none.

By hand: a case of 2 February 2026 has until 2 August, which is under the new law; one of 8 December 2025 until 8 June,
under the old.
"""

from __future__ import annotations

from pejl.register.simulation.stories.parts import held, in_2026, placed
from pejl.register.simulation.stories.story import (
    AHEAD,
    ENDED,
    LATE,
    LOST,
    MET,
    OVERDUE,
    Finding,
    Offer,
    Spell,
    Story,
    Talk,
)

_FOUR = held("2026-02-06", "2026-03-17", "2026-04-28", "2026-06-09")
_DUE = "2026-08-02"


def _february(
    number: int,
    says: str,
    group: str,
    offers: tuple[Offer, ...],
    *finds: Finding,
    talks: tuple[Talk, ...] = _FOUR,
    rate: str = "forhoejet_sats",
    born: int = 1982,
) -> Story:
    spell = Spell("kontanthjaelp", group, "2026-02-02", "2026-10-16", exit="arbejde", rate=rate)
    return Story(number, says, (spell,), talks, offers, finds=finds, born=born)


STORIES = (
    _february(
        241,
        "Vejledning i 14 dage tæller, fordi fristen falder efter 1. juli 2026.",
        "jobparat",
        (placed("2026-06-08", "2026-06-21", "vejledning_opkvalificering"),),
    ),
    _february(
        242,
        "Vejledning i 13 dage er for kort.",
        "jobparat",
        (placed("2026-06-08", "2026-06-20", "vejledning_opkvalificering"),),
        in_2026("foerste_tilbud", _DUE, AHEAD, OVERDUE),
    ),
    _february(
        243,
        "Praktikken begyndte dagen efter fristen.",
        "jobparat",
        (placed("2026-08-03", "2026-08-30"),),
        in_2026("foerste_tilbud", _DUE, AHEAD, LATE),
    ),
    _february(
        244,
        "Uddannelsesparate er med i den samlede gruppe fra 1. juli 2026; der kom intet tilbud.",
        "uddannelsesparat",
        (),
        in_2026("foerste_tilbud", _DUE, AHEAD, OVERDUE),
        rate="grundsats",
        born=2003,
    ),
    _february(
        245,
        "Aktivitetsparat: tilbuddet og den fjerde samtale ventede, da pligterne ophørte den 30. juni 2026.",
        "aktivitetsparat",
        (),
        in_2026("foerste_tilbud", _DUE, AHEAD, ENDED),
        in_2026("samtaler_halvaar", _DUE, AHEAD, ENDED),
        talks=_FOUR[:3],
    ),
    _february(
        246,
        "Aktivitetsparat: alt var nået, før pligterne ophørte.",
        "aktivitetsparat",
        (placed("2026-06-01", "2026-06-28"),),
    ),
    _february(
        247,
        "Jobparat: den fjerde samtale blev holdt i juli, efter at kravet blev et krav til gruppen.",
        "jobparat",
        (placed("2026-04-06", "2026-05-03"),),
        in_2026("samtaler_halvaar", _DUE, AHEAD, MET),
        talks=_FOUR[:3] + held("2026-07-14"),
    ),
    Story(
        248,
        "Fristen lå før 1. juli 2026, og vejledning talte ikke dengang.",
        (Spell("kontanthjaelp", "jobparat", "2025-12-08", "2026-08-14", exit="arbejde", rate="forhoejet_sats"),),
        held("2025-12-12", "2026-01-20", "2026-03-10", "2026-04-21"),
        (placed("2026-04-06", "2026-04-26", "vejledning_opkvalificering"),),
        finds=(in_2026("foerste_tilbud", "2026-06-08", OVERDUE, LOST),),
        born=1969,
    ),
)
