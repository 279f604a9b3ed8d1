"""The numbers that a verdict is made of, each with where it was measured; and the worst of them against bounds.

A model is judged where it is used: at the horizon that the policy asks about at each landmark. There, with many spells,
the estimate itself must lie within the bounds. Elsewhere, and with few, it may lie outside by chance, but not with its
whole interval. What is of very few is told on the card and not judged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pejl.screening.documents.numbers import plain_number
from pejl.screening.landmarks import landmark_word
from pejl.screening.training.run import AtHorizon, Estimate, TrainingRun


@dataclass(frozen=True)
class Cell:
    """A number, how many spells it is of, where it was found, and whether that is where the model is used."""

    estimate: Estimate
    spells: int
    place: str
    used: bool = True


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


@dataclass(frozen=True)
class Place:
    """A landmark and horizon of our model: its numbers, of how many spells, in words, and whether it is used there."""

    at: AtHorizon
    spells: int
    words: str
    used: bool


def horizons(run: TrainingRun, split: str) -> Iterator[Place]:
    """Each landmark and horizon under a way of holding out."""
    for measured in run.ours(split):
        landmark = landmark_word(measured.landmark).lower()
        for at in measured.horizons:
            spells = at.still.of if at.still.of is not None else measured.spells
            used = at.weeks == run.weeks_asked(measured.landmark)
            yield Place(at, spells, f"{landmark}, {plain_number(at.weeks)} uger", used)


def cells(run: TrainingRun, split: str, of: Callable[[AtHorizon], Estimate]) -> list[Cell]:
    """One measure at every landmark and horizon where it could be told."""
    found = [Cell(of(place.at), place.spells, place.words, place.used) for place in horizons(run, split)]
    return [cell for cell in found if cell.estimate.value is not None]


def worst(found: Iterable[Cell], bounds: Bounds, *, many: int, few: int) -> tuple[Cell, bool] | None:
    """The cell that decides, and whether it is within; None where no cell has enough spells to be judged.

    A broken one goes before others; otherwise it is the one with the least room.
    """
    judged = [each for each in found if each.spells >= few]
    if not judged:
        return None
    broken = [each for each in judged if not _within(each, bounds, many)]
    large = [each for each in judged if each.used and each.spells >= many]
    choice = broken or large or judged
    decides = min(choice, key=lambda each: bounds.margin(_value(each)))
    return decides, not broken


def _within(cell: Cell, bounds: Bounds, many: int) -> bool:
    if cell.used and cell.spells >= many:
        return bounds.margin(_value(cell)) >= 0
    return not bounds.clearly_outside(cell.estimate)


def _value(cell: Cell) -> float:
    assert cell.estimate.value is not None  # noqa: S101 - cells are only of what could be told
    return cell.estimate.value
