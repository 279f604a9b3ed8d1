"""What the way of choosing does to groups, beside the model: one threshold for all, or the same share of each group.

Who is chosen changes unequal treatment more than which model computes the chance (Kern, Bach and others, 2021). So both
ways are told of the same model and the same number of places, for whoever decides the policy. Only the threshold for
all is used; the other is information, and choosing people by group may itself be unlawful.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.screening.fairness.compared import Compared, compared
from pejl.screening.fairness.groups import groups_of
from pejl.screening.fairness.joined import joined
from pejl.screening.fairness.threshold import Threshold, flagged_at
from pejl.screening.spells import Bools, Ends, Floats, Words
from pejl.screening.training.run import Ways

if TYPE_CHECKING:
    import numpy as np
else:
    np = when_used.module("numpy")


def ways_of_choosing(
    chances: Floats,
    ends: Ends,
    attributes: Mapping[str, Words],
    *,
    policy: Threshold,
    released: Bools,
    weeks: float,
    seed: int,
    persons: Words | None = None,
) -> tuple[Ways, ...]:
    """Both ways for each attribute, with as many flagged in all. The arguments are those of `groups`."""
    rows = compared(chances, ends, flagged_at(chances, policy), released, weeks, persons)
    found = []
    for attribute, each in attributes.items():
        values = joined(each[rows.kept], rows.persons)
        alike = replace(rows, flagged=_same_share(rows, values))
        found.append(
            Ways(
                attribute=attribute,
                threshold=tuple(groups_of(attribute, values, rows, seed)),
                same_share=tuple(groups_of(attribute, values, alike, seed)),
            )
        )
    return tuple(found)


def _same_share(rows: Compared, values: Words) -> Bools:
    """The greatest chances of each group, the same share of each as the threshold takes of all."""
    share = rows.flagged.mean() if len(rows) else 0.0
    flagged = np.zeros(len(rows), dtype=bool)
    for value in sorted(set(values)):
        places = np.flatnonzero(values == value)
        first = places[np.argsort(-rows.chance[places], kind="stable")]
        flagged[first[: round(share * len(places))]] = True
    return flagged
