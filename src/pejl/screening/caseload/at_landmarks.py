"""All of the register's sick leaves at all their landmarks: what a model learns from.

What is known of a spell is what the register knows today of how it was at the landmark. Cells that were mended later
are mended here, and what was registered late is here from the day it was about: slightly more than was known then. What
is known only later by its nature (`deny.ACCRUING`) is refused, and answers count from the day they were given.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pejl.register.snapshot import Snapshot
from pejl.screening.caseload.about import about
from pejl.screening.caseload.answers import Answers, answers_of, first_answered
from pejl.screening.caseload.asked import asked
from pejl.screening.caseload.days import day_number
from pejl.screening.caseload.history import weeks_on_benefits
from pejl.screening.caseload.landmark_rows import LandmarkRows, ids_of, place_words
from pejl.screening.caseload.leaves import NONE, Leaves, leaves_of
from pejl.screening.caseload.values import DRAWERS, Drawer, Looked, columns_of
from pejl.screening.caseload.window import holds_all_from
from pejl.screening.features.declared import FEATURES, PLACE
from pejl.screening.features.feature import Feature
from pejl.screening.features.refusals import refuse
from pejl.screening.landmarks import ANSWERED, EXIT_OF, EXITS, LANDMARKS
from pejl.screening.spells import NOT_ENDED, Bools, Ends, Ints, Spells, Words

if TYPE_CHECKING:
    import pyarrow as pa

TOLD_WITHIN = 14
"""Days within which an end is told. A spell that runs in the register may have ended so long ago and nobody has said;
so nothing after that day counts, neither ends nor that a spell still ran."""


def at_landmarks(
    snapshot: Snapshot,
    features: Sequence[Feature] = FEATURES,
    *,
    answers: pa.Table | None = None,
    drawers: Mapping[str, Drawer] = DRAWERS,
) -> LandmarkRows:
    """The sick leaves of people with an employer, each at every landmark at which it ran.

    Beside the landmarks of the law there is a row for the day of the first answer to the questionnaire, where the model
    learns what an answer says when it comes. `answers` are those that the installation holds itself. Raises `Refused`
    where a feature may not be used, `NothingKnown` where the register has no sick leaves.
    """
    refuse(features)
    leaves, without = leaves_of(snapshot)
    held = answers_of(snapshot, answers)
    until = day_number(snapshot.known) - TOLD_WITHIN
    begins = holds_all_from(leaves.last[leaves.last != NONE])
    of, landmark, day = _looked_at(leaves, held, begins, until)
    looked = Looked(leaves, of, day, held, weeks_on_benefits(snapshot))
    columns = {**columns_of(looked, features, drawers), PLACE.name: place_words(leaves)[of]}
    return LandmarkRows(
        Spells(columns, ends_of(leaves, of, day, until), of),
        ids_of(leaves, of, landmark, day),
        asked(leaves, of, day, held),
        about(leaves, of, day),
        {"uden_arbejdsgiver": without, **_left_out(leaves, of, begins, until)},
    )


def ends_of(leaves: Leaves, of: Ints, day: Ints, until: int) -> Ends:
    """How each row went on, in weeks from the first day of absence, as far as it can be followed.

    A spell lasts to the end of its last day: it still runs at week w where day 7w of the absence is one of its days.
    """
    first, last = leaves.first[of], leaves.last[of]
    told = last <= until
    exits = exit_places(leaves.words["exit_reason"])[of]
    time = np.where(told, last + 1, until + 1) - first
    return Ends((day - first) / 7.0, time / 7.0, np.where(told, exits, NOT_ENDED).astype(np.int64))


def exit_places(reasons: Words) -> Ints:
    """The exit of each reason, by its place; `NOT_ENDED` where it says nothing of the sick leave."""
    places = {reason: EXITS.index(found) for reason, found in EXIT_OF.items()}
    return np.array([places.get(reason, NOT_ENDED) for reason in reasons], np.int64)


@dataclass(frozen=True)
class _Mark:
    word: str
    day: Ints
    there: Bools


def _looked_at(leaves: Leaves, answers: Answers, begins: int, until: int) -> tuple[Ints, Words, Ints]:
    """Each row's place among the leaves, its landmark's word and day. A spell's rows stand together, by day."""
    marks = list(_marks(leaves, answers))
    of = np.concatenate([np.flatnonzero(_runs(leaves, mark, begins, until)) for mark in marks])
    sizes = [int(_runs(leaves, mark, begins, until).sum()) for mark in marks]
    number = np.repeat(np.arange(len(marks)), sizes)
    day = np.concatenate([mark.day[_runs(leaves, mark, begins, until)] for mark in marks])
    order = np.lexsort((number, day, of))
    words = np.array([mark.word for mark in marks], object)
    return of[order].astype(np.int64), words[number[order]], day[order]


def _marks(leaves: Leaves, answers: Answers) -> Iterator[_Mark]:
    """The landmarks of the law that do not lie before intake, and the day of the first answer after it."""
    for landmark in LANDMARKS:
        if landmark.weeks is None:
            yield _Mark(landmark.word, leaves.intake, np.ones(len(leaves), np.bool_))
        else:
            day = leaves.first + round(7 * landmark.weeks)
            yield _Mark(landmark.word, day, day > leaves.intake)
    day = first_answered(answers, leaves.words["person"], leaves.first, leaves.last)
    yield _Mark(ANSWERED.word, day, (day != NONE) & (day > leaves.intake))


def _runs(leaves: Leaves, mark: _Mark, begins: int, until: int) -> Bools:
    """Where the spell ran on the day, as far as the register holds and can be followed."""
    return mark.there & (leaves.last >= mark.day) & (mark.day >= begins) & (mark.day <= until)


def _left_out(leaves: Leaves, of: Ints, begins: int, until: int) -> dict[str, int]:
    there = np.zeros(len(leaves), np.bool_)
    there[of] = True
    early = ~there & (leaves.last < leaves.intake)
    old = ~there & ~early & (leaves.intake < begins)
    new = ~there & ~early & ~old & (leaves.intake > until)
    return {
        "sluttet_foer_indgangen": int(early.sum()),
        "foer_registeret": int(old.sum()),
        "for_ny": int(new.sum()),
    }
