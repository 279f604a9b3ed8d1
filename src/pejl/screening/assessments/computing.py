"""The computing itself, for one sick leave on a day: what is known of it and what was corrected, through the model."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from pejl.law.refusals import LawFault, Refusal
from pejl.register.kept import Damaged, NothingKnown
from pejl.register.snapshot import Snapshot
from pejl.screening.advice.assess import assess
from pejl.screening.advice.law_of_day import law_for
from pejl.screening.advice.policy import Policy
from pejl.screening.advice.purpose import Refused
from pejl.screening.advice.shapes import Assessment
from pejl.screening.assessments.case import Correction
from pejl.screening.caseload.landmark_rows import LandmarkRows
from pejl.screening.caseload.open_on import open_on
from pejl.screening.features.refusals import Refused as Undeclared
from pejl.screening.model.design import Unfit
from pejl.screening.model.hazard_model import HazardModel

if TYPE_CHECKING:
    import pyarrow as pa

NOT_COMPUTED = (Damaged, LawFault, NothingKnown, Refusal, Refused, Undeclared, Unfit, OSError)
"""What stands in the way of computing: a damaged file, a law or a scenario that cannot be had, a model that reads
something undeclared, a use or a person that it is not for."""


def computed(
    snapshot: Snapshot,
    spell: str,
    day: dt.date,
    model: HazardModel,
    model_id: str,
    policy: Policy,
    answers: pa.Table | None,
    corrections: Sequence[Correction],
) -> Assessment | None:
    """The assessment of a sick leave; None where the register does not have it among those that run."""
    rows = open_on(snapshot, day, spells=[spell], answers=answers)
    found = assess(
        corrected(rows, corrections),
        model,
        policy=policy,
        day=day,
        law=law_for(policy, day),
        model_id=model_id,
        snapshot_id=snapshot.id,
    )
    return found[0] if found else None


def corrected(rows: LandmarkRows, corrections: Sequence[Correction]) -> LandmarkRows:
    """The rows with what was corrected in the place of what the register has; what has no such column stays as it is.

    The register itself is mended by its source. Until that has been delivered, the correction holds here.
    """
    columns, asked = dict(rows.spells.columns), dict(rows.asked)
    for each in corrections:
        for held in (columns, asked):
            if each.feature in held:
                old = held[each.feature]
                nothing = float("nan") if old.dtype.kind == "f" else None
                held[each.feature] = np.full(len(old), nothing if each.value is None else each.value, old.dtype)
    return replace(rows, spells=replace(rows.spells, columns=columns), asked=asked)
