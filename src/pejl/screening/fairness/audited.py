"""A model held against a sensitive attribute, as a test of unequal treatment: its chances of a snapshot's sick leaves.

Many of these are spells that the model learnt from, so its errors are a little smaller here than on new ones, for all
groups alike; what is compared is the groups. Persons of whom the attribute is not known are a group too.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.screening.caseload.landmark_rows import LandmarkRows
from pejl.screening.training.compared import LANDMARK, compared_by
from pejl.screening.training.run import Group

if TYPE_CHECKING:
    import numpy as np

    from pejl.screening.advice.policy import Policy
    from pejl.screening.model.hazard_model import HazardModel
else:
    np = when_used.module("numpy")


def audited(
    rows: LandmarkRows, model: HazardModel, values: Mapping[str, str], attribute: str, *, policy: Policy, seed: int
) -> tuple[Group, ...]:
    """The groups of the attribute, and all together. None where no sick leave is at the landmark that is compared."""
    here = rows.at(LANDMARK)
    if not len(here):
        return ()
    weeks = policy.horizons[LANDMARK]
    told = model.score(here.spells.columns, here.spells.ends.entry, (weeks,))
    known = np.array([values.get(person) for person in here.persons], dtype=object)
    return compared_by({attribute: known}, here, told.still[:, 0], told.high[:, 0], policy, seed)
