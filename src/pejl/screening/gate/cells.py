"""The numbers that a verdict is made of, each with where it was measured; and the worst of them against bounds.

A landmark and horizon with many spells must lie within the bounds by its estimate. One with few may lie outside by
chance; it must not lie outside with its whole interval. One with very few is told on the card and not judged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pejl.screening.documents.numbers import plain_number
from pejl.screening.landmarks import ANSWERED, LANDMARKS
from pejl.screening.training.run import AtHorizon, Estimate, TrainingRun

OURS = "pejl"
"""The model that is judged, among those that were measured."""
LANDMARK_WORDS = {each.word: each.danish.lower() for each in (*LANDMARKS, ANSWERED)}


@dataclass(frozen=True)
class Cell:
    """A number, how many spells it is of, and where it was found."""

    estimate: Estimate
    spells: int
    place: str


@dataclass(frozen=True)
class Bounds:
    """What a number must lie between; None where there is no bound."""

    least: float | None = None
    most: float | None = None

    def margin(self, value: float) -> float:
        """How far inside the bounds it lies; negative outside."""
        inside = [] if self.least is None else [value - self.least]
        inside += [] if self.most is None else [self.most - value]
        return min(inside)

    def clearly_outside(self, estimate: Estimate) -> bool:
        """Whether the whole interval lies outside; the estimate itself where it has none."""
        low = estimate.value if estimate.low is None else estimate.low
        high = estimate.value if estimate.high is None else estimate.high
        below = self.least is not None and high is not None and high < self.least
        above = self.most is not None and low is not None and low > self.most
        return below or above


def horizons(run: TrainingRun, split: str) -> Iterator[tuple[AtHorizon, int, str]]:
    """Each landmark and horizon of our model under a way of holding out, with its spells and its place in words."""
    for measured in run.measured:
        if measured.model != OURS or measured.split != split:
            continue
        landmark = LANDMARK_WORDS.get(measured.landmark, measured.landmark)
        for at in measured.horizons:
            spells = at.still.of if at.still.of is not None else measured.spells
            yield at, spells, f"{landmark}, {plain_number(at.weeks)} uger"


def cells(run: TrainingRun, split: str, of: Callable[[AtHorizon], Estimate]) -> list[Cell]:
    """One measure at every landmark and horizon where it could be told."""
    found = ((of(at), spells, place) for at, spells, place in horizons(run, split))
    return [Cell(estimate, spells, place) for estimate, spells, place in found if estimate.value is not None]


def worst(found: Iterable[Cell], bounds: Bounds, *, many: int, few: int) -> tuple[Cell, bool] | None:
    """The cell that decides, and whether it is within; None where no cell has enough spells to be judged.

    A broken one goes before others; otherwise it is the one with the least room.
    """
    judged = [each for each in found if each.spells >= few]
    if not judged:
        return None
    broken = [each for each in judged if not _within(each, bounds, many)]
    large = [each for each in judged if each.spells >= many]
    choice = broken or large or judged
    decides = min(choice, key=lambda each: bounds.margin(_value(each)))
    return decides, not broken


def _within(cell: Cell, bounds: Bounds, many: int) -> bool:
    if cell.spells >= many:
        return bounds.margin(_value(cell)) >= 0
    return not bounds.clearly_outside(cell.estimate)


def _value(cell: Cell) -> float:
    assert cell.estimate.value is not None  # noqa: S101 - cells are only of what could be told
    return cell.estimate.value
