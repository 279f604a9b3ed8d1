"""The first advice: whether early effort should be offered. The chance alone may suggest it: it is more help."""

from __future__ import annotations

from pejl.calendar.numbers import danish_count
from pejl.screening.advice.case import Case
from pejl.screening.advice.of_hundred import of_hundred
from pejl.screening.advice.policy import Policy
from pejl.screening.advice.shapes import Advice, Change, Kind, Says

NOTHING_CHANGES = "Ingen enkelt af de ting, der kan ændre sig, ville ændre rådet."


def early_effort(case: Case, policy: Policy) -> Advice:
    """The advice about early effort."""
    if case.weeks is None or not case.chance.given:
        sentence = f"Ingen beregning. {case.chance.abstained}"
        return Advice(kind=Kind.TIDLIG_INDSATS, says=Says.SAEDVANLIG, sentence=sentence, weeks=case.weeks)
    offered = case.chance.at_least(policy.early_effort_from)
    return Advice(
        kind=Kind.TIDLIG_INDSATS,
        says=Says.TILBYD_INDSATS if offered else Says.SAEDVANLIG,
        sentence=f"{_what(offered)} {out_of_hundred(case.chance.chance, case.weeks)}",
        weeks=case.weeks,
        chance=case.chance.chance,
        low=case.chance.low,
        high=case.chance.high,
        usual=case.usual,
        reasons=case.reasons,
        changes=case.crossings or (Change(feature="", sentence=NOTHING_CHANGES),),
    )


def out_of_hundred(chance: float, weeks: float) -> str:
    """The chance as people, in a sentence."""
    many = danish_count(int(weeks), "uge", "uger")
    return f"Af 100 sygemeldte med samme oplysninger er {of_hundred(chance)} stadig på sygedagpenge efter {many}."


def _what(offered: bool) -> str:
    if offered:
        return "Tilbyd en tidlig indsats."
    return "Beregningen taler ikke for mere end den sædvanlige opfølgning."
