"""Days that a form holds: read as a Dane writes them or as an address does, and never passed over in silence."""

from __future__ import annotations

import datetime as dt

from django.http import QueryDict

from pejl.calendar.days import parse_day
from pejl.web.page.form import text_asked

EXAMPLE = "01.07.2025"
NO_DAY = f"Skriv dagen som {EXAMPLE}."
LONGEST = 40
"""How many signs a day takes at most: with its weekday, and the month in words."""
FIRST_YEAR = 1900


def day_asked(sent: QueryDict, field: str) -> dt.date | None:
    """The day in the field: 01.07.2025, 1. juli 2025, or 2025-07-01 as links have it; None where there is none."""
    written = sent.get(field, "").strip()
    day = parse_day(written) if len(written) <= LONGEST else None
    return day if day and day.year >= FIRST_YEAR else None


def unread_days(sent: QueryDict, *fields: str) -> dict[str, str]:
    """What stands in those of the fields that should hold a day and do not: the page shows it with `NO_DAY`."""
    typed = ((field, sent.get(field, "")) for field in fields)
    return {field: text_asked(text) for field, text in typed if text.strip() and day_asked(sent, field) is None}
