"""A person's case, and the sick leaves that wait for somebody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import TYPE_CHECKING

from django.db.models import Max
from django.utils import timezone

from pejl import when_used
from pejl.home.folders import Home
from pejl.register.snapshot import Snapshot
from pejl.screening.assessments.assessed import Assessed, assessed_day
from pejl.screening.assessments.case import Asked, ScreeningCase
from pejl.screening.assessments.entry import Entry
from pejl.screening.assessments.events import DECISIONS, Event
from pejl.screening.assessments.folding import Around, case_from
from pejl.screening.assessments.waiting import Handled, Waiting, waiting_among
from pejl.screening.caseload.running import running
from pejl.screening.gate.queries import active_model
from pejl.screening.models import LogEntry
from pejl.screening.queries.chain import entries, read
from pejl.screening.queries.policy import policy_in_use
from pejl.screening.queries.questionnaires import asked_of
from pejl.screening.queries.standing import objecting, stopped

if TYPE_CHECKING:
    from pejl.register import register
else:
    register = when_used.module("pejl.register.register")

_HANDLING = (*DECISIONS, Event.EGEN, Event.GENTJEK, Event.SVARET, Event.RETTET, Event.TILBAGEHOLDT)


def case_of(home: Home, person: str, *, spell: str = "", day: dt.date | None = None) -> ScreeningCase:
    """Everything about a person's running sick leave: that of the number, or the one that began last.

    Raises `NothingKnown` where the register knows nothing, and `BadPolicy`.
    """
    snapshot = register.Register(home).newest()
    day = day or day_of(snapshot)
    leaves = running(snapshot, day, person=person)
    around = Around(model_in_use(home), policy_in_use(home), stopped())
    chosen = next((each.spell for each in leaves if each.spell == spell), leaves[-1].spell if leaves else "")
    asked = asked_of(person, chosen) if chosen else Asked(None)
    return case_from(person, day, leaves, list(entries(person=person)), asked, around, chosen)


def waiting(home: Home, *, teams: Collection[str] | None = None, day: dt.date | None = None) -> tuple[Waiting, ...]:
    """The sick leaves that wait, of some teams or of all, in the order of the day since which they do.

    Raises `NothingKnown` where the register knows nothing.
    """
    snapshot = register.Register(home).newest()
    day = day or day_of(snapshot)
    leaves = [each for each in running(snapshot, day) if teams is None or each.team in teams]
    return waiting_among(
        leaves,
        day,
        _handled([each.spell for each in leaves]),
        objecting=objecting(),
        stopped=stopped() is not None,
        model=model_in_use(home),
    )


def teams_of(home: Home, caseworker: str) -> tuple[str, ...]:
    """The teams in which the caseworker has running sick leaves."""
    if not caseworker:
        return ()
    snapshot = register.Register(home).newest()
    own = (each.team for each in running(snapshot, day_of(snapshot)) if each.caseworker == caseworker)
    return tuple(sorted(set(own) - {""}))


def day_of(snapshot: Snapshot) -> dt.date:
    """The day as of which is assessed: today, unless the register has long known of nothing new."""
    return assessed_day(snapshot.known, timezone.localdate())


def model_in_use(home: Home) -> str:
    """The model in use, as assessments name it; "" where there is none."""
    active = active_model(home)
    return f"{active.id}:{active.hash}" if active else ""


def assessed(assessment_id: str) -> Assessed | None:
    """The assessment of that id, with its entry; None where there is none."""
    found = list(entries(about=assessment_id, events=[Event.VURDERET])) if assessment_id else []
    return Assessed(found[-1]) if found else None


def _handled(spells: Collection[str]) -> dict[str, Handled]:
    """What the log has of each sick leave that it knows anything of."""
    of_these = LogEntry.objects.filter(spell__in=spells)
    newest = of_these.filter(event=Event.VURDERET.value).values("spell").annotate(last=Max("number")).values("last")
    last = {each.spell: Assessed(each) for each in read(LogEntry.objects.filter(number__in=newest))}
    others: dict[str, list[Entry]] = {}
    for each in read(of_these.filter(event__in=[event.value for event in _HANDLING])):
        others.setdefault(each.spell, []).append(each)
    return {spell: Handled(last.get(spell), others.get(spell, ())) for spell in last.keys() | others.keys()}
