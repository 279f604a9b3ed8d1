"""What plain Python needs to know of single rows and days to judge deadlines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from pejl.calendar.months import add_months
from pejl.law.duty import Counts, Span

Row = Mapping[str, Any]


def as_days(row: Row) -> dict[str, Any]:
    """Days that are written become days, and what is empty is nothing."""

    def value(each: Any) -> Any:
        try:
            return dt.date.fromisoformat(each)
        except (TypeError, ValueError):
            return None if each == "" else each

    return {name: value(each) for name, each in row.items()}


def covers(spell: Row, day: dt.date) -> bool:
    """Whether the row holds on the day."""
    return spell["start"] <= day and (spell.get("end") is None or spell["end"] >= day)  # type: ignore[no-any-return]


def talk_counts(counts: Counts, talk: Row) -> bool:
    """Whether a talk is of what counts."""
    named = ((counts.kinds, "type"), (counts.authorities, "authority"), (counts.forms, "form"))
    return all(not words or talk.get(column) in words for words, column in named)


def offer_counts(counts: Counts, offer: Row) -> bool:
    """Whether an offer is of a kind that counts, and long enough."""
    if counts.kinds and offer["kind"] not in counts.kinds:
        return False
    if not offer.get("start") or not offer.get("end"):
        return True
    return (offer["end"] - offer["start"]).days + 1 >= counts.least_days  # type: ignore[no-any-return]


def plus(day: dt.date, span: Span) -> dt.date:
    """Months first, then weeks and days."""
    return add_months(day, span.months) + dt.timedelta(days=7 * span.weeks + span.days)


def times(day: dt.date, span: Span, number: int) -> dt.date:
    """A span so many times after a day, counted from it."""
    return plus(day, Span(span.months * number, span.weeks * number, span.days * number))
