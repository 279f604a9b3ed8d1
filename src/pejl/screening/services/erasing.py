"""Lawful removal: what entries of the log say goes, their places in the chain stay, and an entry tells that it was.

A person whom the register forgets goes here too. What is old goes by the municipality's own rule; the law on systems of
high risk wants a log for half a year at least (AI Act art. 26(6)), and what belongs to a case as long as the case.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Max, QuerySet
from django.utils import timezone

from pejl.acts.services import Unsigned, record_act
from pejl.calendar.written_words import one_line
from pejl.screening.assessments.events import Event
from pejl.screening.assessments.ranges import stretches
from pejl.screening.assessments.standing import OBJECTIONS
from pejl.screening.assessments.verbs import Verb
from pejl.screening.models import LogEntry, QuestionLink
from pejl.screening.queries.standing import objecting
from pejl.screening.services.chain import append, held

__all__ = ["Erased", "TooSoon", "Unsigned", "erase", "retain"]

LEAST_MONTHS = 6
"""How long the log is kept at least."""
_EMPTY = {"person": "", "spell": "", "about": "", "detail": "", "salt": ""}


class TooSoon(ValueError):
    """A log is wanted gone that the law wants kept. `str()` says so."""


@dataclass(frozen=True)
class Erased:
    """How many entries were emptied, and how many links to questions went."""

    entries: int
    links: int


def erase(person: str, *, who: str, why: str) -> Erased:
    """Remove what the log says of a person, and the links that were made for them. Raises `Unsigned`."""
    if not person:
        raise ValueError("A removal is of somebody.")
    return _emptied(LogEntry.objects.filter(person=person), QuestionLink.objects.filter(person=person), who, why)


def retain(months: int, *, who: str, why: str) -> Erased:
    """Remove what the log says of sick leaves about which nothing was written for so many months.

    What is about no person stays: models in use, stops, starts and removals. So does an objection that holds, or the
    citizen would be assessed again because it is long ago. Raises `TooSoon` and `Unsigned`.
    """
    if months < LEAST_MONTHS:
        raise TooSoon(f"The log is kept for {LEAST_MONTHS} months at least (AI Act art. 26(6)).")
    limit = timezone.now() - dt.timedelta(days=round(months * 365.25 / 12))
    about_persons = LogEntry.objects.exclude(person="")
    newest = about_persons.values("person").annotate(last=Max("at")).filter(last__gte=limit).values("person")
    links = QuestionLink.objects.filter(expires__lt=limit)
    old = about_persons.filter(at__lt=limit).exclude(person__in=newest)
    return _emptied(old.exclude(person__in=objecting(), event__in=OBJECTIONS), links, who, why)


def _emptied(found: QuerySet[LogEntry], links: QuerySet[QuestionLink], who: str, why: str) -> Erased:
    """The log is held before it is read: an answer that comes at the same moment is written before, and goes too, or
    finds its link gone."""
    name, reason = one_line(who), one_line(why)
    if not name or not reason:
        raise Unsigned("A removal needs the name of whoever decides it, and the reason.")
    with held():
        return _emptied_while_held(found, links, name, reason)


def _emptied_while_held(found: QuerySet[LogEntry], links: QuerySet[QuestionLink], name: str, reason: str) -> Erased:
    numbers = list(found.order_by("number").values_list("number", flat=True))
    gone, _ = links.delete()
    if not numbers:
        return Erased(0, gone)
    told = stretches(numbers)
    for first, last in told:
        LogEntry._base_manager.filter(number__gte=first, number__lte=last).update(**_EMPTY)
    entry = append(Event.SLETTET, who=name, detail={"entries": told, "why": reason})
    record_act(Verb.ERASE, f"screening:log:{entry.number}", who=name, why=reason, detail={"entries": len(numbers)})
    return Erased(len(numbers), gone)
