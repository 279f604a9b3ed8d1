"""What the sick-listed answered, and the newest answer that was there on a day."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pejl import when_used
from pejl.register.snapshot import Snapshot
from pejl.screening.caseload.days import SPAN
from pejl.screening.caseload.leaves import NONE, days_in, numbers_in, words_in
from pejl.screening.spells import Floats, Ints, Words

if TYPE_CHECKING:
    import pyarrow as pa
else:
    pa = when_used.module("pyarrow")

COLUMNS = ("person", "question", "answered", "answer")
"""What a table of answers has: pseudonym, the question's key, the day, and the answer as a number on its scale."""


@dataclass(frozen=True)
class Answers:
    """Answers by question, each in the order of person and day. `place` numbers the persons who answered anything."""

    place: Mapping[str, int]
    marks: Mapping[str, Ints]
    values: Mapping[str, Floats]

    def days(self, question: str) -> Ints:
        """The days of a question's answers, in their order."""
        return self.marks[question] % SPAN


def answers_of(snapshot: Snapshot, more: pa.Table | None = None, *, persons: Collection[str] | None = None) -> Answers:
    """The register's answers, and those that the installation itself holds (`more`, with `COLUMNS`); of some persons
    only, where they are named."""
    tables = [more.select(COLUMNS)] if more is not None and more.num_rows else []
    if snapshot.holds("survey_answers"):
        rows = snapshot.table("survey_answers").select(*COLUMNS)
        asked = rows if persons is None else rows.filter(rows.person.isin(sorted(persons)))
        tables.insert(0, asked.to_pyarrow())
    parts = [(words_in(t["person"]), words_in(t["question"]), days_in(t["answered"]), _numbers(t)) for t in tables]
    if not parts:
        return Answers({}, {}, {})
    persons, questions, days, values = (np.concatenate(column) for column in zip(*parts, strict=True))
    place = {person: number for number, person in enumerate(dict.fromkeys(persons))}
    marks = np.array([place[person] for person in persons], np.int64) * SPAN + days
    order = np.argsort(marks, kind="stable")
    asked = questions[order]
    by_question = {str(question): order[asked == question] for question in dict.fromkeys(questions)}
    return Answers(
        place,
        {question: marks[places] for question, places in by_question.items()},
        {question: values[places] for question, places in by_question.items()},
    )


def latest_answers(answers: Answers, question: str, persons: Words, first: Ints, day: Ints) -> tuple[Floats, Ints]:
    """For each row the person's newest answer from the spell's first day up to the day, and the day of the answer."""
    if question not in answers.marks:
        return np.full(len(day), np.nan), np.full(len(day), NONE)
    marks = answers.marks[question]
    person = np.array([answers.place.get(each, -1) for each in persons], np.int64)
    newest = np.searchsorted(marks, person * SPAN + day, side="right") - 1
    mark = marks[np.maximum(newest, 0)]
    there = (newest >= 0) & (person >= 0) & (mark // SPAN == person) & (mark % SPAN >= first)
    values = np.where(there, answers.values[question][np.maximum(newest, 0)], np.nan)
    return values, np.where(there, mark % SPAN, NONE)


def first_answered(answers: Answers, persons: Words, first: Ints, until: Ints) -> Ints:
    """For each spell the day on which all that was answered first was there; `NONE` where nothing was answered."""
    found = np.full(len(first), NONE)
    person = np.array([answers.place.get(each, -1) for each in persons], np.int64)
    for marks in answers.marks.values():
        place = np.minimum(np.searchsorted(marks, person * SPAN + first, side="left"), len(marks) - 1)
        mark = marks[place]
        there = (person >= 0) & (mark // SPAN == person) & (mark % SPAN >= first) & (mark % SPAN <= until)
        found = np.where(there, np.minimum(found, mark % SPAN), found)
    return found


def _numbers(table: pa.Table) -> Floats:
    return numbers_in(table["answer"])
