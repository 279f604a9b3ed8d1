"""The four sick leaves of `fjordby_case` with advice as the model gives it: a chance, its interval and its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pejl.screening.advice.shapes import Assessment, Change, Kind, Reason
from screening.assessments.fjordby_case import World

REASONS = (
    Reason(feature="aarsag", sentence="Årsagen er i gruppen »stress«. Det taler for et længere forløb.", share=0.114),
    Reason(feature="alder", sentence="Borgeren er 45 år. Det taler for et kortere forløb.", share=-0.031),
    Reason(feature="andre", sentence="Andre forhold tilsammen.", share=0.007),
)
CHANGE = Change(feature="kontakt_arbejdsgiver", sentence="Hvis kontakten til arbejdsgiveren var god.", chance=0.36)
SAID = Reason(feature="arbejdsgiver", sentence="Arbejdsgiveren venter borgeren tilbage efter 30 uger.")


@dataclass
class RichWorld(World):
    """What the tests change, and advice with all that a page shows of it."""

    abstained: str = ""

    def assess(self, *asked: Any) -> Assessment:
        plain = super().assess(*asked)
        told = {"weeks": 26.0, "chance": 0.434, "low": 0.361, "high": 0.512, "usual": 0.344, "reasons": REASONS}
        without = {"weeks": 26.0, "chance": None, "low": None, "high": None, "usual": None, "reasons": ()}
        enriched = tuple(
            each.model_copy(
                update={
                    **(without if self.abstained or each.kind is Kind.ATTEST else told),
                    "sentence": f"Sætningen om {each.kind.value}.",
                    "changes": (CHANGE,) if each.kind is Kind.TIDLIG_INDSATS else (),
                }
            )
            for each in plain.advice
        )
        more = {"advice": enriched, "abstained": self.abstained, "asked": (SAID,), "missing": ("Smerter",)}
        return plain.model_copy(update=more)
