"""What an analysis says, as it is kept and shown. Counts are exact here; `told` hides those that tell of too few."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from pejl.screening.training.run import Estimate


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Verdict(_Shape):
    """The test that decides. `z` is positive where the tried arm did better; `bound` is what it was held against."""

    z: float
    p: float
    bound: float
    crossed: bool


class Part(_Shape):
    """One site or one risk band: who was drawn and who ended in the control arm and the tried one, and the ratio."""

    word: str
    danish: str
    persons: tuple[int, int]
    ends: tuple[int, int]
    hazard_ratio: Estimate


class Spread(_Shape):
    """Whether the effect differs from part to part (Cochran's Q, I²)."""

    of: int
    q: float
    p: float
    i_squared: float


class Compared(_Shape):
    """A quantity in both arms, and the tried arm less the control. `weeks` are from the draw."""

    weeks: float
    exit: str = ""
    control: Estimate
    tried: Estimate
    difference: Estimate


class HarmFound(_Shape):
    """A harm in both arms: how many had it, the test (positive is more in the tried arm) and the difference at the
    protocol's week. `over_limit` is whether the difference is more than the protocol wants to see unremarked."""

    word: str
    danish: str
    had: tuple[int, int]
    z: float | None
    bound: float
    crossed: bool
    difference: Compared
    limit: float
    over_limit: bool


class Point(_Shape):
    """A point of a curve: the week, the share still there and how many are still followed."""

    weeks: float
    still: float
    risk: int
    ends: int


class Analysis(_Shape):
    """A trial analysed as drawn. The pairs are the control arm and the tried arm, in that order."""

    trial: str
    version: int
    snapshot: str
    look: int
    last: bool
    persons: tuple[int, int]
    ends: tuple[int, int]
    lost: int
    """Drawn, and not to be found in the register any more."""
    test: Verdict | None
    hazard_ratio: Estimate
    adjusted: Estimate
    margin: float | None
    not_worse: bool | None
    """For a trial of non-inferiority: whether the margin is kept."""
    weeks: tuple[Compared, ...]
    still: tuple[Compared, ...]
    exits: tuple[Compared, ...]
    sites: tuple[Part, ...]
    between_sites: Spread | None
    bands: tuple[Part, ...]
    between_bands: Spread | None
    harms: tuple[HarmFound, ...]
    curves: tuple[tuple[Point, ...], tuple[Point, ...]]
    amendments: tuple[str, ...]
