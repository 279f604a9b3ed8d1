"""The proof on invented municipalities: is the model right where the truth is known, on places and times it never saw?

Several municipalities are made, which differ in how fast people get well, by season and by the business cycle. The
model learns from all but one, and from all but the last year; what it says of what was held out is laid beside the true
chances that the simulation drew from, and its decisions beside helping all, helping none and asking first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from pejl import when_used
from pejl.screening.advice.policy import Policy
from pejl.screening.caseload.landmark_rows import LandmarkRows
from pejl.screening.landmarks import HORIZONS
from pejl.screening.spells import Floats, Spells, is_number
from pejl.screening.training.held_out import HeldOut, held_out
from pejl.screening.training.measuring import asked_chances
from pejl.screening.training.recipe import recipe_for
from pejl.screening.training.run import MUNICIPALITY, TIME, AtHorizon, Estimate
from pejl.screening.training.splits import Split, by_municipality
from pejl.screening.training.truth import compared_with_truth
from pejl.screening.training.worth import gains

if TYPE_CHECKING:
    import pyarrow as pa

    from pejl.screening.model import fitting, newton
else:
    pa = when_used.module("pyarrow")
    fitting = when_used.module("pejl.screening.model.fitting")
    newton = when_used.module("pejl.screening.model.newton")

LANDMARKS = ("indgang", "uge_8")
"""Where it is proved: at intake, before the citizen was asked, and at 8 weeks, after."""
MOST_OFF = 0.04
"""The mean distance from the truth, in points of the chance, that is still taken for right."""
RATIO = (0.85, 1.18)
"""Between which the mean true chance over the mean chance told must lie."""
LEAST_GAIN = -0.002
"""What net benefit may fall short of that of another way, by chance; its interval must reach above it."""


@dataclass(frozen=True)
class Proved:
    """One way of holding out, at one landmark: the chances beside the true ones at the policy's horizon, the rank
    correlation, and what decisions are worth more than others."""

    split: str
    landmark: str
    weeks: float
    spells: int
    against_truth: AtHorizon
    order: Estimate
    gains: dict[str, Estimate]

    @property
    def broken(self) -> tuple[str, ...]:
        """The bounds that do not hold, each as a sentence."""
        return tuple(_broken(self))


def joined(parts: Sequence[LandmarkRows]) -> LandmarkRows:
    """The rows of several municipalities as one table; persons and spells of one are those of no other."""
    shift = np.cumsum([0, *(int(part.spells.same.max(initial=-1)) + 1 for part in parts[:-1])])
    names = parts[0].spells.columns
    columns = {name: np.concatenate([part.spells.columns[name] for part in parts]) for name in names}
    ends = [part.spells.ends for part in parts]
    return LandmarkRows(
        Spells(
            {name: values if is_number(values) else values.astype(object) for name, values in columns.items()},
            replace(
                ends[0],
                entry=np.concatenate([each.entry for each in ends]),
                time=np.concatenate([each.time for each in ends]),
                exit=np.concatenate([each.exit for each in ends]),
            ),
            np.concatenate([part.spells.same + by for part, by in zip(parts, shift, strict=True)]),
        ),
        pa.concat_tables([part.ids for part in parts]),
        {name: np.concatenate([part.asked[name] for part in parts]) for name in parts[0].asked},
        {name: np.concatenate([part.about[name] for part in parts]) for name in parts[0].about},
    )


def proved(rows: LandmarkRows, truth: Floats, last_year: Split, policy: Policy, seed: int) -> Iterator[Proved]:
    """The model of all municipalities but one, each in turn, and of all years but the last, beside the truth."""
    with newton.on_one_thread():
        model = fitting.fit(rows.spells, recipe_for(rows), seed=seed)
        asked = asked_chances(rows, seed)
        for split, kept in ((MUNICIPALITY, list(by_municipality(rows))), (TIME, [last_year])):
            yield from _proved(split, rows, truth, asked, held_out(rows, model, kept), policy)


def _proved(
    split: str, rows: LandmarkRows, truth: Floats, asked: Floats, told: HeldOut, policy: Policy
) -> Iterator[Proved]:
    for landmark in LANDMARKS:
        column = HORIZONS.index(policy.horizons[landmark])
        here = np.flatnonzero((rows.landmarks == landmark) & np.isfinite(told.still[:, column]))
        if not len(here):
            continue
        some, still = rows.only(here), told.still[here, column]
        order, beside = compared_with_truth(HORIZONS[column], still, truth[here, column])
        worth = gains(some, still, asked[here, column], HORIZONS[column], policy.early_effort_from)
        yield Proved(split, landmark, HORIZONS[column], len(here), beside, order, dict(worth))


def _broken(proof: Proved) -> Iterator[str]:
    where = f"held out by {proof.split}, {proof.landmark}"
    off, ratio = proof.against_truth.calibration_error.value, proof.against_truth.ratio.value
    if off is None or off > MOST_OFF:
        yield f"{where}: the chances lie {off} from the true ones, more than {MOST_OFF}."
    if ratio is None or not RATIO[0] <= ratio <= RATIO[1]:
        yield f"{where}: the true chances are {ratio} of those told, not {RATIO[0]} to {RATIO[1]}."
    for other, gain in proof.gains.items():
        if gain.high is None or gain.high < LEAST_GAIN:
            yield f"{where}: the decisions are worth less than {other} ({gain.value})."
