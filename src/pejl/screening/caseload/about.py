"""Whom errors are compared by, and what rules ask: it stands beside the rows, and no model ever sees it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from pejl.register.snapshot import Snapshot
from pejl.screening.caseload.days import SPAN
from pejl.screening.caseload.leaves import NONE, Leaves, days_in, words_in
from pejl.screening.fairness.attributes import AGE, FAMILY_FORM, SEX
from pejl.screening.spells import Floats, Ints, Words

TARGET_GROUP = "maalgruppe"

About = Mapping[str, Floats | Words]
"""Row by row; None or NaN where it is not known. The age is the one reached in the landmark's year."""


def about(leaves: Leaves, of: Ints, day: Ints) -> About:
    """Row i is leaf `of[i]` on `day[i]`."""
    return {SEX: leaves.words["sex"][of], AGE: age_on(leaves, of, day), FAMILY_FORM: leaves.words["family"][of]}


def age_on(leaves: Leaves, of: Ints, day: Ints) -> Floats:
    """The age that is reached in the day's year: the register has the year of birth and not the day."""
    years = day.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
    return np.asarray(years - leaves.numbers["birth_year"][of], np.float64)


def target_groups(snapshot: Snapshot, persons: Words, day: Ints) -> Words:
    """The target group of the sygedagpenge that each person is on on the day; None where there is none."""
    if not snapshot.holds("benefit_spells"):
        return np.full(len(persons), None, object)
    spells = snapshot.table("benefit_spells")
    asked = (spells.benefit == "sygedagpenge") & spells.person.isin(sorted(set(persons)))
    rows = spells.filter(asked).order_by("person", "start").to_pyarrow()
    who, groups = words_in(rows["person"]), words_in(rows["target_group"])
    place = {person: number for number, person in enumerate(dict.fromkeys(who))}
    start, end = days_in(rows["start"]), days_in(rows["end"])
    of = np.array([place[person] for person in who], np.int64)
    wanted = np.array([place.get(person, -1) for person in persons], np.int64)
    newest = np.searchsorted(of * SPAN + start, wanted * SPAN + day, side="right") - 1
    found = np.full(len(persons), None, object)
    held = np.flatnonzero(newest >= 0)
    at = newest[held]
    covers = (of[at] == wanted[held]) & ((end[at] == NONE) | (end[at] >= day[held]))
    found[held[covers]] = groups[at[covers]]
    return found
