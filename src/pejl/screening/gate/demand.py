"""What the gate answers: each demand with its value, its interval and a sentence, and all of them as a verdict."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Outcome(StrEnum):
    """How a model stands to a demand; never reused for something else."""

    MET = "opfyldt"
    BROKEN = "ikke_opfyldt"
    UNTRIED = "ikke_proevet"
    """It cannot be tried on these data, and the sentence says why. It does not stop the model, and is on its card."""

    @property
    def danish(self) -> str:
        """The words on the site."""
        return _DANISH[self]


_DANISH = {Outcome.MET: "Opfyldt", Outcome.BROKEN: "Ikke opfyldt", Outcome.UNTRIED: "Ikke prøvet"}


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Demand(_Shape):
    """One thing that is demanded. `value` is the worst that was found, with its interval where it has one, and
    `place` where it was found; `least` and `most` are the bounds, None where there is none."""

    word: str
    danish: str
    outcome: Outcome
    sentence: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    least: float | None = None
    most: float | None = None
    place: str = ""


class Verdict(_Shape):
    """All demands on a model, under these minimums. It passes where none is broken."""

    run: str
    minimums: str
    """SHA-256 of the minimums that it was held against."""
    demands: tuple[Demand, ...]

    @property
    def passed(self) -> bool:
        """Whether somebody may sign for the model."""
        return not self.broken

    @property
    def broken(self) -> tuple[Demand, ...]:
        """The demands that are not met."""
        return tuple(demand for demand in self.demands if demand.outcome is Outcome.BROKEN)
