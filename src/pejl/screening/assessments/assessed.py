"""Assessments as entries of the log hold them, and whether one may still be used."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pejl.screening.advice.shapes import Assessment
from pejl.screening.assessments.entry import Entry
from pejl.screening.assessments.events import Event
from pejl.screening.assessments.withheld import Withheld

RECENT_DAYS = 45
"""A register that knows of no day in so long is asked as of the last day that it knows of."""


@dataclass(frozen=True)
class Assessed:
    """An assessment with its entry."""

    entry: Entry

    @cached_property
    def assessment(self) -> Assessment:
        """What was computed, all of it, also what is shown to nobody."""
        return Assessment.model_validate(self.entry.detail["assessment"])

    @property
    def day(self) -> dt.date:
        """The day of it. This and what follows is read without the rest, for lists of many."""
        return dt.date.fromisoformat(self._written["day"])

    @property
    def expires(self) -> dt.date:
        """The last day on which it may be used."""
        return dt.date.fromisoformat(self._written["expires"])

    @property
    def landmark(self) -> str:
        """The landmark that the sick leave had passed."""
        return str(self._written["landmark"])

    @property
    def model(self) -> str:
        """The model, by id and hash."""
        return str(self._written["model"])

    @property
    def withheld(self) -> Withheld | None:
        """Why nobody is shown the advice; None where they are."""
        word = self.entry.detail["withheld"]
        return Withheld(word) if word else None

    def holds(self, day: dt.date, landmark: str, model: str) -> bool:
        """Whether it may be used on the day: not expired, of the landmark that was passed, by the model in use."""
        return day <= self.expires and self.landmark == landmark and self.model == model

    @property
    def _written(self) -> Mapping[str, Any]:
        written: Mapping[str, Any] = self.entry.detail["assessment"]
        return written


def last_assessed(entries: Iterable[Entry], spell: str) -> Assessed | None:
    """The newest assessment of a sick leave; None where there is none."""
    found = [each for each in entries if each.event is Event.VURDERET and each.spell == spell and not each.emptied]
    return Assessed(found[-1]) if found else None


def outdated(entries: Iterable[Entry], assessed: Assessed) -> bool:
    """Whether the citizen answered, or something was corrected, after the assessment was made."""
    later = (Event.SVARET, Event.RETTET)
    spell = assessed.entry.spell
    return any(each.event in later and each.number > assessed.entry.number and each.spell == spell for each in entries)


def assessed_day(known: dt.date, today: dt.date) -> dt.date:
    """The day as of which is assessed: today, unless the register has long known of nothing new."""
    return today if (today - known).days <= RECENT_DAYS else known
