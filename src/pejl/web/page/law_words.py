"""The Danish words for what the law shows: how sure a thing is, what happened to it, and where it was read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from pejl.calendar.numbers import danish_amount
from pejl.law.difference import Movement
from pejl.law.status import Status

# The design system's badge for each status. The word always stands in the badge: colour only repeats it.
_STATUSES = {
    Status.CONFIRMED: "badge-success",
    Status.DERIVED: "badge-info",
    Status.PROPOSED: "badge-warning",
    Status.UNCONFIRMED: "badge-error",
}
_MOVEMENTS = {
    Movement.CAME: "badge-success",
    Movement.WENT: "pejl-badge-none",
    Movement.CHANGED: "badge-info",
}
_ADDRESS = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}/[^\s,;()»«…]*[^\s,;()»«….:]")
"""An address with a path, as sources write it. One that is shortened with dots is none."""


def law_status_tone(status: Status) -> str:
    """The badge class for how sure something is."""
    return _STATUSES[status]


def movement_tone(movement: Movement) -> str:
    """The badge class for what happened."""
    return _MOVEMENTS[movement]


def law_source(source: object) -> SafeString:
    """A source, or a refusal that names one, with its addresses as links."""
    return format_html_join("", "{}", ((part,) for part in _parts(str(source))))


def _parts(source: str) -> Iterator[str | SafeString]:
    end = 0
    for found in _ADDRESS.finditer(source):
        if "..." in found[0] or source[found.end() : found.end() + 1] == "…":
            continue
        yield source[end : found.start()]
        yield format_html('<a href="https://{}" rel="noreferrer">{}</a>', found[0], found[0])
        end = found.end()
    yield source[end:]


def effect_kroner(amount: float | None) -> str:
    """Kroner that somebody gets more or less, whole; "ukendt" where nobody can say."""
    return "ukendt" if amount is None else danish_amount(round(amount), 0)
