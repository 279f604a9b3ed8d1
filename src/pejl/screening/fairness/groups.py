"""How groups fare: who is flagged, what errors fall on whom, whether chances hold, and who is released; with intervals.

"Long" is still running at the horizon. Flagged is a chance at or over the policy's threshold for early effort. A false
positive is a flagged spell that was not long, a false negative a long one that was not flagged. Spells that were lost
sight of before the horizon are stood for by the others (inverse-probability weights, as in `measures`). Rates are those
of fairlearn's `MetricFrame`; intervals of 95 percent come from drawing persons again.

Nothing is told of under five persons, nor so that it could be worked out; numbers are to the nearest ten.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.register.small_counts import rounded
from pejl.screening.fairness.attributes import ALL, value_word
from pejl.screening.fairness.compared import Compared, compared
from pejl.screening.fairness.hiding import DECIMALS, Part, hidden
from pejl.screening.fairness.joined import joined
from pejl.screening.fairness.threshold import Threshold, flagged_at
from pejl.screening.spells import Bools, Ends, Floats, Words
from pejl.screening.training.run import Estimate, Group

if TYPE_CHECKING:
    import numpy as np

    from pejl.screening.fairness import drawn, rates
else:
    np = when_used.module("numpy")
    drawn = when_used.module("pejl.screening.fairness.drawn")
    rates = when_used.module("pejl.screening.fairness.rates")

MEASURES = ("flagged", "false_positive", "false_negative", "ratio", "auc", "released", "released_long")
"""The measures of a `Group`, by their names there."""


def groups(
    chances: Floats,
    ends: Ends,
    attributes: Mapping[str, Words],
    *,
    policy: Threshold,
    released: Bools,
    weeks: float,
    seed: int,
    persons: Words | None = None,
) -> tuple[Group, ...]:
    """Each group of each attribute, and all together first. A row is a spell at one landmark; rows of the same person
    are drawn together where `persons` tells whose they are.

    `chances` are of still running at `weeks`; rows without a chance, and those that entered later, are left out.
    """
    rows = compared(chances, ends, flagged_at(chances, policy), released, weeks, persons)
    found: list[Group] = []
    for attribute, values in {ALL: np.full(len(chances), ALL, dtype=object), **attributes}.items():
        found += groups_of(attribute, joined(values[rows.kept], rows.persons), rows, seed)
    return tuple(found)


def groups_of(attribute: str, values: Words, rows: Compared, seed: int) -> list[Group]:
    """The groups of one attribute, of spells that were laid side by side and whose values were `joined`."""
    names = sorted(set(values))
    if not names:
        return []
    told = rates.rates(rows, values)
    places = [values == name for name in names]
    gone = {measure: hidden([_part(measure, rows.only(place)) for place in places]) for measure in MEASURES}
    found = []
    for number, (name, place) in enumerate(zip(names, places, strict=True)):
        own = rows.only(place)
        spans = drawn.intervals(own, seed)
        measured = {
            measure: Estimate(value=None)
            if number in gone[measure]
            else _estimate(told[measure].get(name), spans[measure], _part(measure, own))
            for measure in MEASURES
        }
        spells = rounded(len(own)).nearest
        danish = value_word(attribute, name)
        found.append(Group(attribute=attribute, value=name, danish=danish, spells=spells, **measured))
    return found


def _part(measure: str, rows: Compared) -> Part:
    """How many of how many a measure is made of, among those of whom it is known."""
    known, long, short = rows.weight > 0, rows.known_long, rows.known_short
    many = {
        "flagged": (rows.flagged, np.ones(len(rows), dtype=bool)),
        "false_positive": (rows.flagged & short, short),
        "false_negative": (~rows.flagged & long, long),
        "ratio": (long, known),
        "auc": (long, known),
        "released": (rows.released, np.ones(len(rows), dtype=bool)),
        "released_long": (rows.released & long, rows.released & known),
    }[measure]
    return Part(int(many[0].sum()), int(many[1].sum()))


def _estimate(value: float | None, span: tuple[float, float] | None, part: Part) -> Estimate:
    """The number with its interval; the number of persons it is of, to the nearest ten."""
    if value is None or not np.isfinite(value) or not part.of:
        return Estimate(value=None)
    low, high = (round(end, DECIMALS) for end in span) if span is not None else (None, None)
    return Estimate(value=round(value, DECIMALS), low=low, high=high, of=rounded(part.of).nearest)
