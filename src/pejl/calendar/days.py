"""Days as Danish text writes them: read one, find them all in running text, write one.

A day is read only where the text says day, month and year. Numbers that merely look like days (case numbers, KLE
subjects, amounts, section numbers, clock times, telephone numbers) are left alone; impossible days, and the null dates
that exports write for "no date", are no days. Nothing is guessed: a day without a year is a `YearlessDay`, found by a
function of its own, and the caller must say which year is meant.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from pejl.calendar import day_forms as forms
from pejl.calendar.names import MONTHS, WEEKDAYS, month_number, weekday_number

TWO_DIGIT_PIVOT = 68
"""Two-digit years up to and including this one lie in the 2000s, the rest in the 1900s."""

FIRST_YEAR, LAST_YEAR = 1700, 2199
"""Four digits outside these years are no year: postal codes, amounts and typing errors stand there."""

NULL_DAYS = frozenset({dt.date(1753, 1, 1), dt.date(1899, 12, 30), dt.date(1899, 12, 31)})
"""What databases and spreadsheets write for "no date". Those of year 1 and year 9999 lie outside the years read."""


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A day found in running text: `text` is the characters from `start` to `end`, without weekday and "den".

    `weekday` is the weekday that the text states in front of the day (0 is Monday), None where it states none.
    `two_digit_year` tells that the century was supplied by the reader, not by the text.
    """

    day: dt.date
    start: int
    end: int
    text: str
    weekday: int | None = None
    two_digit_year: bool = False

    @property
    def weekday_agrees(self) -> bool:
        """False where the text states a weekday that the day does not fall on: a sign of a typing error."""
        return self.weekday is None or self.weekday == self.day.weekday()


@dataclass(frozen=True, slots=True)
class YearlessDay:
    """A day of a month found in running text with the year left out, such as "2. april"."""

    day: int
    month: int
    start: int
    end: int
    text: str
    weekday: int | None = None

    def in_year(self, year: int) -> dt.date | None:
        """The day in `year`; None where that year has no such day (29 February)."""
        return _date(year, self.month, self.day)


def parse_day(text: str, *, two_digit_pivot: int = TWO_DIGIT_PIVOT) -> dt.date | None:
    """The day that the whole text is, or None where it is no day, an impossible day or a null date.

    A weekday, "den" or "d." may stand before it and a full stop or comma after; a clock time may not.
    """
    stripped = text.strip().rstrip(".,;:").rstrip()
    all_forms = (*forms.IN_WORDS, *forms.IN_NUMBERS, *forms.IN_NUMBERS_WITH_SHORT_YEAR, *forms.ONLY_ALONE)
    starts = forms.starts_of_days(stripped)
    for match in chain(forms.matches(all_forms, stripped, starts), forms.month_first_matches(stripped)):
        if match.end() == len(stripped) and forms.INTRODUCTION.fullmatch(stripped[: match.start()]):
            return _day_of(match, two_digit_pivot)
    return None


def find_days(text: str, *, two_digit_pivot: int = TWO_DIGIT_PIVOT) -> list[FoundDay]:
    """All days in running text, in their order."""
    found = []
    for match in _candidates(text):
        day = _day_of(match, two_digit_pivot)
        if day is not None:
            short = len(match["year"]) == 2
            weekday = _weekday_before(text, match.start())
            found.append(FoundDay(day, match.start(), match.end(), match.group(), weekday, short))
    return _without_overlaps(found)


def find_days_without_year(text: str) -> list[YearlessDay]:
    """All days of a month whose year the text leaves out ("2. april", "den 17/6"), in their order."""
    whole = [(found.start, found.end) for found in find_days(text)]
    found = []
    for match in forms.matches(forms.WITHOUT_YEAR, text, forms.starts_of_days(text)):
        day, month = int(match["day"]), _month_of(match["month"])
        within_whole_day = any(start < match.end() and match.start() < end for start, end in whole)
        # 2000 is a leap year: 29 February is a day of some year.
        if within_whole_day or forms.runs_on_from_number(text, match.start()) or not _date(2000, month, day):
            continue
        weekday = _weekday_before(text, match.start())
        found.append(YearlessDay(day, month, match.start(), match.end(), match.group(), weekday))
    return _without_overlaps(found)


def danish_day(day: dt.date) -> str:
    """The day in words: "3. december 2025"."""
    return f"{day.day}. {month_name(day.month)} {day.year}"


def short_day(day: dt.date) -> str:
    """The day in numbers: "03.12.2025"."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def weekday_name(day: dt.date) -> str:
    """The Danish name of the weekday that the day falls on: "onsdag"."""
    return WEEKDAYS[day.weekday()]


def month_name(month: int) -> str:
    """The Danish name of month 1 to 12."""
    if not 1 <= month <= 12:
        raise ValueError(f"There is no month {month}: months are numbered from 1 to 12.")
    return MONTHS[month - 1]


def _candidates(text: str) -> Iterator[re.Match[str]]:
    """Everything that has the form of a day and is not part of, or announced as, a number of another kind."""
    yield from forms.month_first_matches(text)
    starts = forms.starts_of_days(text)
    for match in forms.matches(forms.IN_WORDS, text, starts):
        if not forms.runs_on_from_number(text, match.start()):
            yield match
    for match in forms.matches(forms.IN_NUMBERS, text, starts):
        if not forms.part_of_longer_number(text, match.start(), match.end()):
            yield match
    for match in forms.matches(forms.IN_NUMBERS_WITH_SHORT_YEAR, text, starts):
        if not forms.doubtful_with_short_year(text, match.start(), match.end()):
            yield match


def _day_of(match: re.Match[str], two_digit_pivot: int) -> dt.date | None:
    year = int(match["year"])
    if len(match["year"]) == 2:
        year += 2000 if year <= two_digit_pivot else 1900
    return _date(year, _month_of(match["month"]), int(match["day"]))


def _month_of(written: str) -> int:
    """The month's number; 0, which is no month, for letters that only look like a month's to a case-blind pattern."""
    return int(written) if written.isdigit() else month_number(written) or 0


def _date(year: int, month: int, day: int) -> dt.date | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        found = dt.date(year, month, day)
    except ValueError:
        return None
    return None if found in NULL_DAYS else found


def _weekday_before(text: str, start: int) -> int | None:
    before = text[max(0, start - forms.INTRODUCTION_REACH) : start]
    if not forms.MAY_NAME_WEEKDAY.search(before):
        return None
    introduction = forms.INTRODUCTION.search(before)
    named = introduction["weekday"] if introduction else None
    return weekday_number(named.rstrip(".,")) if named else None


Found = TypeVar("Found", FoundDay, YearlessDay)


def _without_overlaps(found: Iterable[Found]) -> list[Found]:
    """In the text's order; where two readings overlap, the one that starts first, and of those the longest."""
    kept: list[Found] = []
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept
