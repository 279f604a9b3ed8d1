"""Serious incidents: what happened, by when the authority must be told, and whether it was.

The days are those of article 73 of Regulation (EU) 2024/1689 as they are commonly given; they are not confirmed here
and must be read in the text in force before anybody relies on them (`NOT_CONFIRMED` says so wherever they are shown).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from pejl.screening.monitoring.verbs import Verb

NOT_CONFIRMED = (
    "Fristen følger artikel 73 i forordning (EU) 2024/1689, som den almindeligvis gengives. Den er ikke bekræftet her: "
    "læs den gældende tekst."
)


class Gravity(StrEnum):
    """What kind of incident it is; it decides by when it must be told."""

    ALVORLIG = "alvorlig"
    DOEDSFALD = "doedsfald"
    UDBREDT = "udbredt"

    @property
    def danish(self) -> str:
        """The word on the site."""
        return {
            Gravity.ALVORLIG: "Alvorlig hændelse",
            Gravity.DOEDSFALD: "En person er død, eller det frygtes at hænge sammen",
            Gravity.UDBREDT: "Udbredt overtrædelse af grundlæggende rettigheder",
        }[self]

    @property
    def days(self) -> int:
        """Days from when somebody knew of it until the authority must be told, at the latest."""
        return {Gravity.ALVORLIG: 15, Gravity.DOEDSFALD: 10, Gravity.UDBREDT: 2}[self]


@dataclass(frozen=True)
class Incident:
    """One incident: what happened, since when it is known, and what was done about it."""

    id: str
    gravity: Gravity
    known: dt.date
    what: str
    who: str
    reported: dt.date | None = None
    closed: dt.date | None = None

    @property
    def due(self) -> dt.date:
        """The last day on which the authority must be told."""
        return self.known + dt.timedelta(days=self.gravity.days)

    def overdue(self, day: dt.date) -> bool:
        """Whether it should have been told by now and was not."""
        return self.reported is None and day > self.due


class Recorded(Protocol):
    """An act as it is read for this."""

    verb: str
    subject: str
    who: str
    why: str
    at: dt.datetime
    detail: dict[str, str]


def incidents(acts: Iterable[Recorded]) -> tuple[Incident, ...]:
    """The incidents that acts tell of, in the order in which they were opened. `acts` are in the order of time."""
    found: dict[str, Incident] = {}
    for act in acts:
        if act.verb == Verb.OPENED.value:
            known = dt.date.fromisoformat(act.detail["known"])
            found[act.subject] = Incident(act.subject, Gravity(act.detail["gravity"]), known, act.why, act.who)
        elif act.subject in found and act.verb == Verb.REPORTED.value:
            day = dt.date.fromisoformat(act.detail["day"])
            found[act.subject] = replace(found[act.subject], reported=day)
        elif act.subject in found and act.verb == Verb.CLOSED.value:
            found[act.subject] = replace(found[act.subject], closed=act.at.date())
    return tuple(found.values())
