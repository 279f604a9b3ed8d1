"""Which sick leaves wait for somebody, why and since when. No score is known here, so none can order them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pejl.screening.advice.shapes import Kind
from pejl.screening.assessments.assessed import Assessed
from pejl.screening.assessments.entry import Entry
from pejl.screening.assessments.events import DECISIONS, Event
from pejl.screening.assessments.folding import release_in
from pejl.screening.caseload.running import SickLeave
from pejl.screening.landmarks import LONGEST_SCORED


class Why(StrEnum):
    """Why a sick leave waits. The first that holds is told."""

    GENTJEK = "gentjek"
    NY = "ny"
    NEDSLAG = "nedslag"
    SVARET = "svaret"
    RETTET = "rettet"
    UDLOEBET = "udloebet"
    UAFGJORT = "uafgjort"

    @property
    def danish(self) -> str:
        """The words on the site."""
        return _DANISH[self]


_DANISH = {
    Why.GENTJEK: "Sluppet: skal ses efter igen",
    Why.NY: "Endnu ikke vurderet",
    Why.NEDSLAG: "Et nyt nedslag er nået",
    Why.SVARET: "Borgeren har svaret",
    Why.RETTET: "En oplysning er rettet",
    Why.UDLOEBET: "Vurderingen er udløbet",
    Why.UAFGJORT: "Vurderet, men ikke afgjort",
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A sick leave that waits: since which day, and why."""

    person: str
    spell: str
    unit: str
    team: str
    caseworker: str
    landmark: str
    day: dt.date
    why: Why


@dataclass(frozen=True)
class Handled:
    """What the log has of a sick leave, as far as it decides whether it waits: its newest assessment and all else."""

    assessed: Assessed | None
    entries: Sequence[Entry]


NOTHING = Handled(None, ())


def waiting_among(
    sick_leaves: Iterable[SickLeave],
    day: dt.date,
    handled: Mapping[str, Handled],
    *,
    objecting: Collection[str],
    stopped: bool,
    model: str,
) -> tuple[Waiting, ...]:
    """Those that wait, in the order of the day since which they do.

    Where nothing may be assessed (stopped, no model in use, an objection), who was left in peace is looked at again
    all the same: that is a person's work and needs no model. A sick leave beyond all horizons waits for nothing else.
    """
    found = []
    for leave in sick_leaves:
        known = handled.get(leave.spell, NOTHING)
        computes = not stopped and bool(model) and leave.person not in objecting
        if reason := next(_reasons(leave, day, known, model, computes), None):
            why, since = reason
            office = (leave.unit, leave.team, leave.caseworker)
            found.append(Waiting(leave.person, leave.spell, *office, leave.landmark(day).word, since, why))
    return tuple(sorted(found, key=lambda each: (each.day, each.spell)))


def _reasons(
    leave: SickLeave, day: dt.date, known: Handled, model: str, computes: bool
) -> Iterator[tuple[Why, dt.date]]:
    release = release_in(known.entries)
    if release and release.next and release.next <= day:
        yield Why.GENTJEK, release.next
    if not computes or leave.weeks(day) > LONGEST_SCORED:
        return
    if known.assessed is None:
        yield Why.NY, leave.landmark_day(day)
        return
    assessment, landmark = known.assessed, leave.landmark(day).word
    if assessment.landmark != landmark:
        yield Why.NEDSLAG, leave.landmark_day(day)
    for event, why in ((Event.SVARET, Why.SVARET), (Event.RETTET, Why.RETTET)):
        later = [each for each in known.entries if each.event is event and each.number > known.assessed.entry.number]
        if later:
            yield why, later[-1].at.date()
    if _settled(known.entries, landmark):
        return
    if assessment.model != model or day > assessment.expires:
        yield Why.UDLOEBET, min(assessment.expires, day)
    else:
        yield Why.UAFGJORT, assessment.day


def _settled(entries: Sequence[Entry], landmark: str) -> bool:
    """Whether a person has concluded at the landmark: on an advice that they saw, or by themselves on all questions."""
    at_it = [each for each in entries if not each.emptied and each.detail.get("landmark") == landmark]
    own = {each.detail["kind"] for each in at_it if each.event is Event.EGEN}
    withheld = any(each.event is Event.TILBAGEHOLDT for each in at_it)
    return any(each.event in DECISIONS for each in at_it) or (withheld and own >= set(Kind))
