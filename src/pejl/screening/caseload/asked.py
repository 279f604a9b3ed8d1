"""Asking first: what the sick-listed and the employer themselves say. It stands beside every model, never in one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from pejl.screening.caseload.answers import Answers, latest_answers
from pejl.screening.caseload.leaves import Leaves
from pejl.screening.spells import Floats, Ints

if TYPE_CHECKING:
    from pejl.screening.caseload.landmark_rows import LandmarkRows

CITIZEN, EMPLOYER = "borger", "arbejdsgiver"
BACK_AT_WORK = "tilbage_i_job"
"""The question that a release waits for."""
WISHES_TALK, WISHES_CERTIFICATE = "oensker_samtale", "attest_oensket"
"""The questions whose answers are obeyed and not weighed: 1 is yes."""

Asked = Mapping[str, Floats]
"""Row by row: the weeks from the first day of absence that citizen and employer expected at notification, and the
newest answers on the wishes for a talk and for a certificate. NaN where nothing was said."""


def asked(leaves: Leaves, of: Ints, day: Ints, answers: Answers) -> Asked:
    """Row i is leaf `of[i]` on `day[i]`."""
    persons, first = leaves.words["person"][of], leaves.first[of]
    return {
        CITIZEN: leaves.numbers["expected_by_citizen"][of],
        EMPLOYER: leaves.numbers["expected_by_employer"][of],
        **{wish: latest_answers(answers, wish, persons, first, day)[0] for wish in (WISHES_TALK, WISHES_CERTIFICATE)},
    }


def expected_weeks(rows: LandmarkRows) -> Floats:
    """Weeks from the first day of absence: the citizen's word, or else the employer's. NaN where nothing was said."""
    citizen, employer = rows.asked[CITIZEN], rows.asked[EMPLOYER]
    return np.where(np.isfinite(citizen), citizen, employer)


def asked_first(rows: LandmarkRows) -> Floats:
    """How long they expect it to be, as an order from 0 to 1: the share of those who said something that expect less
    (a tie counts half). It is no chance. NaN where nothing was said."""
    weeks = expected_weeks(rows)
    said = np.isfinite(weeks)
    found = np.full(len(rows), np.nan)
    if said.any():
        known = np.sort(weeks[said])
        below = np.searchsorted(known, weeks[said], side="left") + np.searchsorted(known, weeks[said], side="right")
        found[said] = below / 2 / len(known)
    return found
