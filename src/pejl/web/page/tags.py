"""Template tags for Danish days, numbers, labels and addresses. They are built in: templates need not load them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from urllib.parse import urlencode

from django import template
from django.utils import timezone

from pejl.calendar.days import danish_day, short_day, weekday_name
from pejl.calendar.numbers import danish_number
from pejl.record.names import line_anchor
from pejl.web.page import labels
from pejl.web.record import addresses

register = template.Library()

register.filter("outcome_word", labels.outcome_word)
register.filter("outcome_tone", labels.outcome_tone)
register.filter("kind_word", labels.kind_word)
register.filter("status_word", labels.status_word)
register.filter("option_word", labels.option_word)
register.filter("remark_word", labels.remark_word)
register.simple_tag(labels.version_name, name="version_name")
register.filter("voted_on", labels.voted_on)
register.filter("vote_word", labels.vote_word)

register.filter("anchor", line_anchor)

register.filter("municipality_address", addresses.municipality_address)
register.filter("body_address", addresses.body_address)
register.filter("meeting_address", addresses.meeting_address)
register.filter("item_address", addresses.item_address)
register.filter("case_address", addresses.case_address)
register.filter("person_address", addresses.person_address)


@register.filter
def day(value: dt.date | None) -> str:
    """Write "3. december 2025", or "uden dato"."""
    return danish_day(value) if value else "uden dato"


@register.filter
def numeric_day(value: dt.date | None) -> str:
    """Write "03.12.2025", or "uden dato"."""
    return short_day(value) if value else "uden dato"


@register.filter
def local_day(value: dt.datetime) -> dt.date:
    """Give the day that a moment falls on in Denmark."""
    return timezone.localtime(value).date()


@register.filter
def weekday(value: dt.date) -> str:
    """Write "onsdag"."""
    return weekday_name(value)


@register.filter
def number(value: int | Decimal | None) -> str:
    """Write "1.234" with the Danish thousands mark; nothing for None."""
    return "" if value is None else danish_number(value)


@register.simple_tag
def counted(count: int, one: str, many: str) -> str:
    """Write "1 punkt" or "12 punkter"."""
    return f"{danish_number(count)} {one if count == 1 else many}"


@register.simple_tag
def query(**parts: object) -> str:
    """Write "?q=ord&side=2" from the parts that are not empty."""
    kept = {key: value for key, value in parts.items() if value not in (None, "", [])}
    return f"?{urlencode(kept, doseq=True)}" if kept else "?"
