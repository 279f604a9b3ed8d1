"""The sick leaves that run on a day, each as it is then: what is assessed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from pejl.register.snapshot import Snapshot
from pejl.screening.caseload.about import TARGET_GROUP, about, target_groups
from pejl.screening.caseload.answers import answers_of
from pejl.screening.caseload.asked import asked
from pejl.screening.caseload.days import day_number
from pejl.screening.caseload.history import weeks_on_benefits
from pejl.screening.caseload.landmark_rows import LandmarkRows, ids_of, place_words
from pejl.screening.caseload.leaves import Leaves, running_leaves
from pejl.screening.caseload.values import DRAWERS, Drawer, Looked, columns_of
from pejl.screening.features.declared import FEATURES, PLACE
from pejl.screening.features.feature import Feature
from pejl.screening.features.refusals import refuse
from pejl.screening.landmarks import INTAKE, LANDMARKS
from pejl.screening.spells import NOT_ENDED, Ends, Ints, Spells, Words

if TYPE_CHECKING:
    import pyarrow as pa


def open_on(
    snapshot: Snapshot,
    day: dt.date,
    *,
    spells: Collection[str] | None = None,
    features: Sequence[Feature] = FEATURES,
    answers: pa.Table | None = None,
    drawers: Mapping[str, Drawer] = DRAWERS,
) -> LandmarkRows:
    """The sick leaves with an employer that the municipality has on the day, one row each, looked at on that day.

    `landmark` is the latest one that was passed; what is known is what was known on the day, and `entry` how many weeks
    have gone. How they end is not told: `time` is the day itself and a little, and `exit` none. Where `spells` are
    named, only those. What the snapshot knows to have ended before the day is not here.
    """
    refuse(features)
    leaves, on = running_leaves(snapshot, day, spells), day_number(day)
    leaves = leaves.only(np.asarray(leaves.intake <= on, np.bool_))
    persons = None if spells is None else set(leaves.words["person"])
    of, today = np.arange(len(leaves)), np.full(len(leaves), on)
    held = answers_of(snapshot, answers, persons=persons)
    looked = Looked(leaves, of, today, held, weeks_on_benefits(snapshot, persons))
    entry = (today - leaves.first) / 7.0
    ends = Ends(entry, entry + 1 / 7, np.full(len(leaves), NOT_ENDED, np.int64))
    columns = {**columns_of(looked, features, drawers), PLACE.name: place_words(leaves)}
    return LandmarkRows(
        Spells(columns, ends, of),
        ids_of(leaves, of, _passed(leaves, today), today),
        asked(leaves, of, today, held),
        {**about(leaves, of, today), TARGET_GROUP: target_groups(snapshot, leaves.words["person"], today)},
    )


def _passed(leaves: Leaves, today: Ints) -> Words:
    """The latest landmark that each spell has passed."""
    found = np.full(len(leaves), INTAKE.word, object)
    for landmark in LANDMARKS:
        if landmark.weeks is not None:
            mark = leaves.first + round(7 * landmark.weeks)
            found[(mark > leaves.intake) & (mark <= today)] = landmark.word
    return found
