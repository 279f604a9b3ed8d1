"""Demands on how groups fare, each by itself and apart from each other; and on what release lets go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pejl.calendar.numbers import danish_number
from pejl.screening.fairness.attributes import AGE, ALL, FAMILY_FORM, SEX, UNKNOWN, attribute_word
from pejl.screening.gate.cells import Bounds, Cell, worst
from pejl.screening.gate.demand import Demand, Outcome
from pejl.screening.gate.minimums import Minimums
from pejl.screening.gate.performance import said_bounds
from pejl.screening.training.run import Group, TrainingRun

REQUIRED = (SEX, AGE, FAMILY_FORM)
"""The attributes that every model is held against."""
GAPS = {
    "false_positive": "Forskel mellem grupper i, hvor mange der får et råd, de ikke har brug for",
    "false_negative": "Forskel mellem grupper i, hvor mange lange forløb der overses",
}


def of_equality(run: TrainingRun, minimums: Minimums) -> Iterator[Demand]:
    """All of them."""
    attributes = list(dict.fromkeys([*REQUIRED, *(group.attribute for group in run.groups if group.attribute != ALL)]))
    for attribute in attributes:
        groups = [group for group in run.groups if group.attribute == attribute]
        if any(group.value != UNKNOWN for group in groups):
            yield _ratio(attribute, groups, minimums)
            yield from (_gap(name, attribute, groups, minimums) for name in GAPS)
        else:
            yield _missing(attribute)
    yield _released(run, minimums)


def _ratio(attribute: str, groups: Sequence[Group], minimums: Minimums) -> Demand:
    """The chances hold in each group: as many long as was expected."""
    bounds = Bounds(minimums.groups.ratio_least, minimums.groups.ratio_most)
    found = [Cell(group.ratio, group.spells, group.danish) for group in groups if group.ratio.value is not None]
    decided = worst(found, bounds, many=minimums.groups.spells_least, few=1)
    danish = f"Observeret i forhold til forventet i hver gruppe ({attribute_word(attribute).lower()})"
    return _demand(f"gruppe_observeret_forventet.{attribute}", danish, decided, bounds)


def _gap(name: str, attribute: str, groups: Sequence[Group], minimums: Minimums) -> Demand:
    """How far the two groups lie apart that differ most, among those that are large enough not to differ by chance."""
    most = {
        "false_positive": minimums.groups.false_positive_gap_most,
        "false_negative": minimums.groups.false_negative_gap_most,
    }[name]
    measures = [(getattr(group, name), group.danish) for group in groups]
    told = [(each.value, danish) for each, danish in measures if (each.of or 0) >= minimums.groups.spells_least]
    known = sorted((value, danish) for value, danish in told if value is not None)
    danish, word = f"{GAPS[name]} ({attribute_word(attribute).lower()})", f"gruppe_{name}.{attribute}"
    if len(known) < 2:
        said = f"{danish} kan ikke prøves: der er ikke to grupper, der er store nok."
        return Demand(word=word, danish=danish, outcome=Outcome.UNTRIED, sentence=said, most=most)
    (low, least), (high, greatest) = known[0], known[-1]
    gap = round(high - low, 4)
    said = (
        f"{danish}: {danish_number(gap, 3)}, fra {danish_number(low, 3)} ({least}) til {danish_number(high, 3)} "
        f"({greatest}). {said_bounds(Bounds(most=most))}"
    )
    outcome = Outcome.MET if gap <= most else Outcome.BROKEN
    return Demand(
        word=word, danish=danish, outcome=outcome, sentence=said, value=gap, most=most, place=f"{least}, {greatest}"
    )


def _released(run: TrainingRun, minimums: Minimums) -> Demand:
    """Of those whom the model would release, few turn out long; in no group more than chance makes of it."""
    bounds = Bounds(most=minimums.release.long_most)
    found = [
        Cell(group.released_long, group.released_long.of or 0, group.danish)
        for group in run.groups
        if group.released_long.value is not None
    ]
    danish = "Andel lange forløb blandt dem, modellen ville slippe"
    if not found:
        said = f"{danish} kan ikke prøves: modellen ville slippe ingen, eller for få til at kunne fortælle om dem."
        return Demand(
            word="slip_lange", danish=danish, outcome=Outcome.UNTRIED, sentence=said, most=minimums.release.long_most
        )
    return _demand("slip_lange", danish, worst(found, bounds, many=minimums.groups.spells_least, few=1), bounds)


def _demand(word: str, danish: str, decided: tuple[Cell, bool] | None, bounds: Bounds) -> Demand:
    if decided is None:
        said = f"{danish} kan ikke prøves: der er ingen tal."
        return Demand(
            word=word, danish=danish, outcome=Outcome.BROKEN, sentence=said, least=bounds.least, most=bounds.most
        )
    cell, met = decided
    value = cell.estimate.value
    told = "ukendt" if value is None else danish_number(value, 3)
    return Demand(
        word=word,
        danish=danish,
        outcome=Outcome.MET if met else Outcome.BROKEN,
        sentence=f"{danish} er dårligst {told} ({cell.place}). {said_bounds(bounds)}",
        value=value,
        low=cell.estimate.low,
        high=cell.estimate.high,
        least=bounds.least,
        most=bounds.most,
        place=cell.place,
    )


def _missing(attribute: str) -> Demand:
    return Demand(
        word=f"gruppe.{attribute}",
        danish=f"Prøvet for {attribute_word(attribute).lower()}",
        outcome=Outcome.BROKEN,
        sentence=f"Modellen er ikke prøvet for {attribute_word(attribute).lower()}: registeret har det ikke.",
    )
