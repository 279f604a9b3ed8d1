"""The pieces that periods are made of: a year, a half-year, a quarter, a season, a month, a week, a day.

A piece knows where it stands in the text and which days it spells in a given year; its own year may be left out.
`pejl.calendar.periods` puts edges on pieces ("primo"), joins them ("januar - juli 2027") and finds the missing year.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pejl.calendar.days import YearlessDay, find_days, find_days_without_year
from pejl.calendar.months import add_months, last_of_month
from pejl.calendar.names import DANISH_MONTH, month_number
from pejl.calendar.number_words import parse_ordinal_word

Span = tuple[dt.date, dt.date]
Spelling = Callable[[int], Span | None]

AFTER_ANYTHING = re.compile(r"\Z")
AFTER_A_MONTHS_WORD = re.compile(r"(?<![^\W_])(?:i|til|fra|siden|inden|efter|før|for)\s\Z", re.IGNORECASE)
AFTER_A_YEARS_WORD = re.compile(r"(?<![^\W_])(?:i|hele|for)\s\Z", re.IGNORECASE)
NEVER_ALONE = re.compile(r"(?!)")


@dataclass(frozen=True)
class Piece:
    """A stretch of days named in a text from `start` to `end`.

    `spell` gives its first and last day in a year, None where that year has no such stretch. `year` is the year that
    the text says, None where it says none. `alone_after` is what must stand before the piece for it to be a period
    without an edge or another end: a bare "2026" may be a count, a bare "maj" a name.
    """

    start: int
    end: int
    spell: Spelling
    year: int | None
    alone_after: re.Pattern[str] = AFTER_ANYTHING


_YEAR_FOLLOWS = r"(?:,?\s{1,3}(?:i\s|af\s)?(?P<year>(?:19|20|21)[0-9]{2})(?![^\W_]|[.,/:][0-9]|-[^\W\d_]))?"
_ORDINAL = r"(?<![^\W_])(?<![0-9][.,/:-])(?P<ordinal>[1-4]\.?|første|anden|andet|tredje|fjerde|sidste)"

_HALF_YEAR = re.compile(rf"{_ORDINAL}\s{{1,3}}halvår(?:et|s)?(?![^\W_]){_YEAR_FOLLOWS}", re.IGNORECASE)
_QUARTER = re.compile(rf"{_ORDINAL}\s{{1,3}}kvartal(?:et|s)?(?![^\W_]){_YEAR_FOLLOWS}", re.IGNORECASE)
_QUARTER_OPENING_A_RANGE = re.compile(
    r"(?<![^\W_])(?P<ordinal>[1-4]\.)(?P<year>)(?=\s?[-–]\s?[1-4]\.\s{1,3}kvartal)", re.IGNORECASE
)
_SEASON = re.compile(
    rf"(?<![^\W_])(?P<season>forår|sommer|efterår|vinter)(?P<definite>et|en)?(?![^\W_]){_YEAR_FOLLOWS}", re.IGNORECASE
)
_WINTER_OVER_NEW_YEAR = re.compile(
    r"(?<![^\W_])vinter(?:en)?\s{1,3}(?P<year>(?:19|20|21)[0-9]{2})[/-](?:[0-9]{4}|[0-9]{2})(?![0-9])", re.IGNORECASE
)
_MONTH = re.compile(
    rf"(?<![^\W_])(?<![0-9]\s)(?<![0-9]\.\s)(?<![0-9]\.)"
    rf"(?P<month>{DANISH_MONTH})(?P<spelt_out>\s{{1,3}}måned)?(?![^\W_]){_YEAR_FOLLOWS}",
    re.IGNORECASE,
)
_WEEK = re.compile(
    rf"(?<![^\W_])uge\s{{1,3}}(?P<week>[0-9]{{1,2}})(?![0-9]|[.,/:-][0-9]){_YEAR_FOLLOWS}", re.IGNORECASE
)
_YEAR = re.compile(r"(?<![^\W_])(?<![0-9][.,/:-])(?P<year>(?:19|20|21)[0-9]{2})(?![^\W_]|[.,/:-][0-9]|-[^\W\d_])")
_YEARS = re.compile(
    r"(?<![^\W_])(?<![0-9][.,/:-])(?P<year>(?:19|20|21)[0-9]{2})(?:\s?[-–]\s?|\stil\s)(?P<last>(?:19|20|21)[0-9]{2})"
    r"(?![^\W_]|[.,/:-][0-9]|-[^\W\d_])"
)

_SEASON_STARTS = {"forår": 3, "sommer": 6, "efterår": 9, "vinter": 12}


def find_pieces(text: str) -> list[Piece]:
    """All pieces in the text in their order; of two that overlap the one that starts first, then the longest."""
    kept: list[Piece] = []
    for piece in sorted(_all_pieces(text), key=lambda one: (one.start, -one.end)):
        if not kept or piece.start >= kept[-1].end:
            kept.append(piece)
    return kept


def _all_pieces(text: str) -> Iterator[Piece]:
    for found in find_days(text):
        yield Piece(found.start, found.end, _one_day(found.day), found.day.year, NEVER_ALONE)
    for yearless in find_days_without_year(text):
        yield Piece(yearless.start, yearless.end, _day_each_year(yearless), None, NEVER_ALONE)
    yield from _numbered_parts(_HALF_YEAR, text, parts=2)
    yield from _numbered_parts(_QUARTER, text, parts=4)
    yield from _numbered_parts(_QUARTER_OPENING_A_RANGE, text, parts=4)
    yield from _seasons(text)
    for match in _MONTH.finditer(text):
        alone_after = AFTER_ANYTHING if match["year"] or match["spelt_out"] else AFTER_A_MONTHS_WORD
        yield _piece(match, _months(month_number(match["month"]), 1), alone_after)
    yield from (_piece(match, _week(int(match["week"]))) for match in _WEEK.finditer(text))
    yield from (_piece(match, _years_to(int(match["last"]))) for match in _YEARS.finditer(text))
    yield from (_piece(match, _months(1, 12), AFTER_A_YEARS_WORD) for match in _YEAR.finditer(text))


def _piece(match: re.Match[str], spell: Spelling, alone_after: re.Pattern[str] = AFTER_ANYTHING) -> Piece:
    return Piece(match.start(), match.end(), spell, int(match["year"]) if match["year"] else None, alone_after)


def _numbered_parts(pattern: re.Pattern[str], text: str, parts: int) -> Iterator[Piece]:
    """Halves or quarters of a year. "Sidste kvartal" without a year may mean the one just ended: it is left alone."""
    for match in pattern.finditer(text):
        ordinal = match["ordinal"].rstrip(".")
        if ordinal.isdigit():
            number = int(ordinal)
        elif ordinal.casefold() == "sidste":
            number = parts if match["year"] else 0
        else:
            number = parse_ordinal_word(ordinal) or 0
        if 1 <= number <= parts:
            months = 12 // parts
            yield _piece(match, _months((number - 1) * months + 1, months))


def _seasons(text: str) -> Iterator[Piece]:
    """Seasons of three months. Without a year only the definite form is one: "efteråret", not "efterår"."""
    for match in _SEASON.finditer(text):
        if match["year"] or match["definite"]:
            yield _piece(match, _months(_SEASON_STARTS.get(match["season"].casefold()), 3))
    yield from (_piece(match, _months(_SEASON_STARTS["vinter"], 3)) for match in _WINTER_OVER_NEW_YEAR.finditer(text))


def _one_day(day: dt.date) -> Spelling:
    return lambda _: (day, day)


def _day_each_year(yearless: YearlessDay) -> Spelling:
    def spell(year: int) -> Span | None:
        day = yearless.in_year(year)
        return (day, day) if day else None

    return spell


def _months(first: int | None, count: int) -> Spelling:
    """`count` whole months from month number `first`; they may run into the next year."""

    def spell(year: int) -> Span | None:
        if first is None:
            return None
        start = dt.date(year, first, 1)
        return start, last_of_month(add_months(start, count - 1))

    return spell


def _week(number: int) -> Spelling:
    """The ISO week of that number, Monday to Sunday: the numbering that Danish calendars use."""

    def spell(year: int) -> Span | None:
        try:
            return dt.date.fromisocalendar(year, number, 1), dt.date.fromisocalendar(year, number, 7)
        except ValueError:
            return None

    return spell


def _years_to(last: int) -> Spelling:
    return lambda year: (dt.date(year, 1, 1), dt.date(last, 12, 31)) if year < last else None
