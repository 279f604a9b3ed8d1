"""Days that a form holds."""

from __future__ import annotations

import datetime as dt

from django.http import QueryDict

from pejl.calendar.days import parse_day


def day_asked(sent: QueryDict, field: str) -> dt.date | None:
    """The day in the field, as a browser or a Dane writes it; None where there is none."""
    written = sent.get(field, "").strip()
    if len(written) > 40:
        return None
    try:
        day: dt.date | None = dt.date.fromisoformat(written)
    except ValueError:
        day = parse_day(written)
    return day if day and 1900 <= day.year <= 2200 else None
