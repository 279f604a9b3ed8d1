"""Weekdays that do not fit their days."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from pejl.calendar.days import FoundDay, YearlessDay, find_days, find_days_without_year, short_day, weekday_name
from pejl.calendar.names import WEEKDAYS
from pejl.minutes.checks.flag import LEAD_IN, Certainty, Flag, FlagKind
from pejl.minutes.checks.running_text import running_text
from pejl.minutes.document import Item, Lines, Minutes

_ANOTHER_WEEKDAY = re.compile(
    rf"(?:\b(?:{'|'.join(WEEKDAYS)})(?:e|ene)?\s?(?:[-–/,]|og|til|eller|samt|t\.o\.m\.)\s?|\b(?:hver|hveranden|alle)\s)"
    rf"(?:{'|'.join(WEEKDAYS)})[,.]?\s*(?:(?:den|d\.?)\s*)?\Z",
    re.IGNORECASE,
)
_REACH = 60


def in_item(minutes: Minutes, item: Item) -> Iterator[Flag]:
    """Days of the item whose weekday is another one than the text says."""
    for text, lines in running_text(item):
        yield from _in_text(text, lines, minutes.date)


def in_head(minutes: Minutes) -> Iterator[Flag]:
    """The same in the head. Each pair of weekday and day is told once, however often the head repeats it."""
    told = set()
    for line in minutes.head:
        for flag in _in_text(line.text, Lines(first=line.line, last=line.line), None):
            if (flag.stated, flag.computed) not in told:
                told.add((flag.stated, flag.computed))
                yield flag


def _in_text(text: str, lines: Lines, seen_from: dt.date | None) -> Iterator[Flag]:
    if "dag" not in text.casefold() and "." not in text:
        return
    for found in find_days(text):
        if not found.weekday_agrees and _belongs(text, found):
            yield _flag(found, found.day, lines, Certainty.CERTAIN)
    for yearless in find_days_without_year(text) if seen_from else ():
        if yearless.weekday is not None and seen_from and _belongs(text, yearless):
            near = [day for years in (0, 1, -1) if (day := yearless.in_year(seen_from.year + years))]
            if near and all(day.weekday() != yearless.weekday for day in near):
                yield _flag(yearless, near[0], lines, Certainty.LIKELY)


def _belongs(text: str, found: FoundDay | YearlessDay) -> bool:
    """Whether the weekday is the day's own, and not the end of "mandag-fredag" or one that comes again."""
    return not _ANOTHER_WEEKDAY.search(text[max(0, found.start - _REACH) : found.start])


def _flag(found: FoundDay | YearlessDay, day: dt.date, lines: Lines, certainty: Certainty) -> Flag:
    stated = WEEKDAYS[found.weekday or 0]
    said = f"{short_day(day)} er en {weekday_name(day)}"
    return Flag(
        kind=FlagKind.DATE,
        rule="weekday",
        sentence=f"{LEAD_IN}Der står »{stated}« ved {found.text}, men {said}.",
        stated=f"{stated} {found.text}",
        computed=said,
        certainty=certainty,
        lines=[lines],
    )
