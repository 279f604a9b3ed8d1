"""What rules ask about a case, beside the chance: a few plain facts, None where nobody knows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from pejl.screening.caseload.asked import BACK_AT_WORK, CITIZEN, EMPLOYER, WISHES_CERTIFICATE, WISHES_TALK
from pejl.screening.caseload.landmark_rows import LandmarkRows
from pejl.screening.spells import Floats, Words

CAUSE, PHYSICIAN, SECTOR = "aarsag", "ventet_laege", "sektor"
EARLIER_SPELLS, EARLIER_WEEKS = "tidligere_forloeb", "uger_9_maaneder"
BY_CITIZEN, BY_EMPLOYER = "ventet_borger", "ventet_arbejdsgiver"
"""The names of the features that rules ask."""

Value = float | str | None


@dataclass(frozen=True)
class Facts:
    """One sick leave on a day. Everybody here had an employer on the first day of absence.

    `weeks_gone` and the expected weeks count from the first day of absence; `earlier_weeks` are weeks on sygedagpenge
    in the nine months before it. `back_at_work` is the citizen's answer from 0 to 10; `wishes_talk` and
    `wishes_certificate` are whether a talk and a certificate are wished for.
    """

    spell: str
    person: str
    landmark: str
    day: dt.date
    weeks_gone: float
    cause: str | None = None
    earlier_spells: float | None = None
    earlier_weeks: float | None = None
    by_citizen: float | None = None
    by_employer: float | None = None
    by_physician: float | None = None
    back_at_work: float | None = None
    wishes_talk: bool | None = None
    wishes_certificate: bool | None = None

    @property
    def first_day(self) -> dt.date:
        """The first day of absence."""
        return self.day - dt.timedelta(days=round(self.weeks_gone * 7))


def facts_of(cases: LandmarkRows, day: dt.date) -> tuple[Facts, ...]:
    """The facts of each case, in their order. What citizen and employer expect is the feature, which may have been
    corrected, and where there is no such feature what they said at notification."""
    known: dict[str, Floats | Words] = {**cases.spells.columns, **cases.asked}
    spells, persons, landmarks = (cases.ids[name].to_pylist() for name in ("spell", "person", "landmark"))
    return tuple(
        Facts(
            spell=spells[place],
            person=persons[place],
            landmark=landmarks[place],
            day=day,
            weeks_gone=float(cases.spells.ends.entry[place]),
            cause=word_at(known, CAUSE, place),
            earlier_spells=number_at(known, EARLIER_SPELLS, place),
            earlier_weeks=number_at(known, EARLIER_WEEKS, place),
            by_citizen=number_at(known, BY_CITIZEN if BY_CITIZEN in known else CITIZEN, place),
            by_employer=number_at(known, BY_EMPLOYER if BY_EMPLOYER in known else EMPLOYER, place),
            by_physician=number_at(known, PHYSICIAN, place),
            back_at_work=number_at(known, BACK_AT_WORK, place),
            wishes_talk=_yes_at(known, WISHES_TALK, place),
            wishes_certificate=_yes_at(known, WISHES_CERTIFICATE, place),
        )
        for place in range(len(cases))
    )


def value_at(columns: Mapping[str, Floats | Words], name: str, place: int) -> Value:
    """A value; None where it is not known or there is no such column."""
    values = columns.get(name)
    if values is None:
        return None
    if values.dtype.kind == "f":
        return float(values[place]) if np.isfinite(values[place]) else None
    found = values[place]
    return None if found is None else str(found)


def number_at(columns: Mapping[str, Floats | Words], name: str, place: int) -> float | None:
    """A number; None where it is not known."""
    found = value_at(columns, name, place)
    return found if isinstance(found, float) else None


def word_at(columns: Mapping[str, Floats | Words], name: str, place: int) -> str | None:
    """A word; None where it is not known."""
    found = value_at(columns, name, place)
    return found if isinstance(found, str) else None


def _yes_at(columns: Mapping[str, Floats | Words], name: str, place: int) -> bool | None:
    answer = number_at(columns, name, place)
    return None if answer is None else answer >= 1
