"""The day of the meeting, told in several places: twice in the head, and above every decision."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial

from pejl.calendar.days import find_days, short_day
from pejl.minutes.bodies import first_body
from pejl.minutes.checks.flag import Flag, FlagKind, look_at
from pejl.minutes.checks.slips import one_slip_apart
from pejl.minutes.document import Item, Kind, Lines, Minutes, Role, Section
from pejl.minutes.keys import body_key

_flag = partial(look_at, FlagKind.DATE)

_TELL_THE_DAY = frozenset({"title", "date"})


def in_head(minutes: Minutes) -> Iterator[Flag]:
    """A head that gives the meeting two days."""
    told: dict[dt.date, int] = {}
    for line in minutes.head:
        if line.field in _TELL_THE_DAY:
            for found in find_days(line.text):
                told.setdefault(found.day, line.line)
    if minutes.date is None or len(told) != 2 or minutes.date not in told:
        return
    (other,) = (day for day in told if day != minutes.date)
    yield _flag(
        "head-days",
        f"Hovedet giver mødet to datoer: {short_day(minutes.date)} og {short_day(other)}.",
        short_day(other),
        short_day(minutes.date),
        [Lines(first=line, last=line) for line in sorted(told.values())],
    )


def above_decision(minutes: Minutes, item: Item) -> Iterator[Flag]:
    """An item whose only decision is headed by another day than the meeting's, one slip of the hand away from it.

    A decision of another day is history, and an item may well hold nothing else. But where the other items have
    decisions of this meeting, one that is dated a slip away is this meeting's.
    """
    if minutes.date is None or minutes.kind is Kind.AGENDA or item.decision is not None:
        return
    if not any(other.decision for other in minutes.items):
        return
    for section in item.sections:
        day = _day_above(section, minutes)
        if day and one_slip_apart(day, minutes.date):
            yield _flag(
                "decision-day",
                f"Beslutningen er dateret {short_day(day)}, men mødet blev holdt {short_day(minutes.date)}.",
                short_day(day),
                short_day(minutes.date),
                [Lines(first=section.lines.first, last=section.lines.first)],
            )


def _day_above(section: Section, minutes: Minutes) -> dt.date | None:
    """The day in the heading of a decision that is this body's, or no body's."""
    if section.role is not Role.EARLIER_DECISION or not section.heading:
        return None
    body = first_body(section.heading)
    if body and minutes.body and body_key(body) != body_key(minutes.body):
        return None
    days = find_days(section.heading)
    return days[0].day if len(days) == 1 else None
