"""How far from its time, and in which bodies, an item that keeps a promise is looked for."""

from __future__ import annotations

import datetime as dt
import re

from pejl.minutes.promises.promise import Window

EARLY = dt.timedelta(days=60)
LATE = dt.timedelta(days=180)
LATE_OF_RECURRING = dt.timedelta(days=45)
WITHOUT_END = dt.timedelta(days=730)
"""A promise without days is looked for in this long after it was made."""

AHEAD = dt.timedelta(days=730)
"""What comes again is followed up as far as this from the day on which it was promised."""

_DAY = dt.timedelta(days=1)
_KIND = re.compile(r"(?:udvalget|udvalg|råd|nævn|bestyrelse|kommission|magistrat)s?\Z")
_SHARED_BY_MANY = {"", "og", "for", "i", "samt", "udvalg", "byråd", "kommunalbestyrelsen", "magistraten"}
_LEAST = 6


def search_days(made_on: dt.date | None, window: Window) -> tuple[dt.date, dt.date] | None:
    """The first and last day of the meetings that may keep a promise. None where the day of its own is not known.

    Nothing keeps a promise on the day on which it is made.
    """
    if made_on is None:
        return None
    tomorrow = _moved(made_on, _DAY)
    if window.last is None:
        first = window.first or tomorrow
        return max(tomorrow, _moved(first, -EARLY)), _moved(first, WITHOUT_END)
    if window.recurring:
        return max(tomorrow, window.first or tomorrow), _moved(window.last, LATE_OF_RECURRING)
    first = window.first or window.last
    return max(tomorrow, _moved(first, -EARLY)), _moved(window.last, LATE)


def windows_followed(window: Window, made_on: dt.date | None) -> list[Window]:
    """The windows of a promise that are followed up: one, or each time of what comes again that begins soon enough."""
    return window.each(_moved(made_on, AHEAD)) if made_on else [window]


def akin_bodies(one: str, other: str) -> bool:
    """Whether two bodies, named by their keys, share a field: "beskæftigelsesudvalg" followed on "beskæftigelses- og
    integrationsudvalg".
    """
    mine, theirs = _fields(one), _fields(other)
    return one == other or any(a.startswith(b) or b.startswith(a) for a in mine for b in theirs)


def _fields(key: str) -> set[str]:
    words = (_KIND.sub("", word).removesuffix("s") for word in key.split())
    return {word for word in words if word not in _SHARED_BY_MANY and len(word) >= _LEAST}


def _moved(day: dt.date, by: dt.timedelta) -> dt.date:
    try:
        return day + by
    except OverflowError:
        return dt.date.max if by > dt.timedelta(0) else dt.date.min
