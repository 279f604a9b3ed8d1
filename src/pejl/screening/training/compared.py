"""How the model's errors and releases fall on groups, by what was held out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypedDict

import numpy as np

from pejl import when_used
from pejl.screening.advice.policy import Policy
from pejl.screening.caseload.landmark_rows import LandmarkRows
from pejl.screening.fairness.attributes import AGE, FAMILY_FORM, SEX, age_bands
from pejl.screening.landmarks import HORIZONS
from pejl.screening.spells import Bools, Floats, Words
from pejl.screening.training.run import Group, Ways

if TYPE_CHECKING:
    from pejl.screening.fairness import groups, policies
else:
    groups = when_used.module("pejl.screening.fairness.groups")
    policies = when_used.module("pejl.screening.fairness.policies")


class _Asked(TypedDict):
    policy: Policy
    released: Bools
    weeks: float
    seed: int
    persons: Words


LANDMARK = "uge_8"
"""Where groups are compared: the first landmark at which both help and release may be advised, since answers are in."""


def by_groups(
    rows: LandmarkRows, still: Floats, high: Floats, policy: Policy, seed: int
) -> tuple[tuple[Group, ...], tuple[Ways, ...]]:
    """Sex, age and family, and beside them what another way of choosing would do. Chances are at `HORIZONS`."""
    here = np.asarray(rows.landmarks == LANDMARK, np.bool_)
    if not here.any():
        return (), ()
    column, some = HORIZONS.index(policy.horizons[LANDMARK]), rows.only(here)
    attributes: dict[str, Words] = {
        SEX: np.asarray(some.about[SEX], object),
        AGE: age_bands(np.asarray(some.about[AGE], np.float64)),
        FAMILY_FORM: np.asarray(some.about[FAMILY_FORM], object),
    }
    asked = _asked(some, high[here, column], policy, seed)
    chances, ends = still[here, column], some.spells.ends
    return groups.groups(chances, ends, attributes, **asked), policies.ways_of_choosing(
        chances, ends, attributes, **asked
    )


def compared_by(
    attributes: Mapping[str, Words], some: LandmarkRows, still: Floats, high: Floats, policy: Policy, seed: int
) -> tuple[Group, ...]:
    """The groups of other attributes, of rows at `LANDMARK` and their chances at the horizon that is asked of there."""
    return groups.groups(still, some.spells.ends, attributes, **_asked(some, high, policy, seed))


def _asked(some: LandmarkRows, high: Floats, policy: Policy, seed: int) -> _Asked:
    """Released are those whose upper end lies below the policy's limit and, where the policy asks for answers, who gave
    any; rules that exclude single persons are not among it."""
    released = (high < policy.release_below) & (some.answered | (not policy.release_needs_answers))
    return {
        "policy": policy,
        "released": np.asarray(released, np.bool_),
        "weeks": policy.horizons[LANDMARK],
        "seed": seed,
        "persons": some.persons,
    }
