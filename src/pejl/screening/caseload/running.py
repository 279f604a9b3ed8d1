"""The sick leaves that run on a day, without anything that a model knows: for lists, which must be quick."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pejl.screening.landmarks import INTAKE, LANDMARKS, Landmark, intake_of

if TYPE_CHECKING:
    from pejl.register.snapshot import Snapshot

_COLUMNS = ("id", "person", "first_day", "notified", "unit", "team", "caseworker")


@dataclass(frozen=True, slots=True)
class SickLeave:
    """One sick leave with an employer that runs. `intake` is the day on which the municipality took over."""

    spell: str
    person: str
    first_day: dt.date
    intake: dt.date
    unit: str = ""
    team: str = ""
    caseworker: str = ""

    def weeks(self, day: dt.date) -> float:
        """Weeks from the first day of absence."""
        return (day - self.first_day).days / 7

    def landmark(self, day: dt.date) -> Landmark:
        """The latest landmark that it has passed on the day."""
        return max(self._passed(day), key=lambda each: each[0])[1]

    def landmark_day(self, day: dt.date) -> dt.date:
        """The day of that landmark."""
        return max(self._passed(day), key=lambda each: each[0])[0]

    def _passed(self, day: dt.date) -> list[tuple[dt.date, Landmark]]:
        marks = [
            (self.first_day + dt.timedelta(days=round(7 * each.weeks)), each)
            for each in LANDMARKS
            if each.weeks is not None
        ]
        return [(self.intake, INTAKE), *((mark, each) for mark, each in marks if self.intake < mark <= day)]


def running(snapshot: Snapshot, day: dt.date, *, person: str = "") -> tuple[SickLeave, ...]:
    """The sick leaves with an employer that the municipality has on the day, the earliest first; of one person where
    one is named. What the snapshot knows to have ended before is not here."""
    spells = snapshot.on(day).table("sick_leave_spells")
    rows = spells.filter(spells.employer)
    if person:
        rows = rows.filter(rows.person == person)
    found = (_sick_leave(*row.values()) for row in rows.select(*_COLUMNS).to_pyarrow().to_pylist())
    return tuple(sorted((each for each in found if each.intake <= day), key=lambda each: (each.first_day, each.spell)))


def _sick_leave(
    spell: str,
    person: str,
    first_day: dt.date,
    notified: dt.date | None,
    unit: str | None,
    team: str | None,
    caseworker: str | None,
) -> SickLeave:
    return SickLeave(spell, person, first_day, intake_of(first_day, notified), unit or "", team or "", caseworker or "")
