"""Lengths of time counted from a day that the text leaves out: "om et halvt år", "efter seks måneder", "inden for 14
dage".

The words do not say which day they are counted from. Mostly it is the day on which they were said; "når ordningen har
virket i to år" and "efter to års drift" count from another, so lengths without "om", "efter" or "inden for" right
before them, and genitives, are not read.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from pejl.calendar.months import add_months
from pejl.calendar.number_words import parse_number_word
from pejl.calendar.numbers import parse_number


@dataclass(frozen=True, slots=True)
class FoundSpan:
    """A length of time at the characters from `start` to `end`: `months` and `days` of it.

    `within` tells that the words set a limit ("inden for et år", "senest om to uger"), not a time ("om et år").
    """

    months: int
    days: int
    within: bool
    start: int
    end: int
    text: str

    def after(self, day: dt.date) -> dt.date | None:
        """The day that lies so long after `day`; None beyond the calendar."""
        try:
            return add_months(day, self.months) + dt.timedelta(days=self.days)
        except (ValueError, OverflowError):
            return None


_LONGEST_IN_YEARS = 50
_SPAN = re.compile(
    r"(?<![^\W_])(?P<lead>senest\s{1,3}om|senest\s{1,3}efter|inden\s{1,3}for|indenfor|om|efter)\s{1,3}"
    r"(?:(?:ca\.|cirka|omkring|godt|de\s{1,3}næste)\s{1,3})?(?:et\s{1,3}(?=halv))?"
    r"(?P<count>[0-9]{1,3}|[a-zæøå]{2,12})\s{1,3}(?P<unit>år|måneder|måned|mdr\.?|uger|uge|dage|dag)(?![^\W_])",
    re.IGNORECASE,
)
_HALF_YEARS = {"halvt": 1, "halvandet": 3}


def find_spans(text: str) -> list[FoundSpan]:
    """All lengths of time in running text, in their order. "Om 12 borgere" is none."""
    return [span for match in _SPAN.finditer(text) if (span := _span(match))]


def _span(match: re.Match[str]) -> FoundSpan | None:
    written, unit = match["count"].casefold(), match["unit"].casefold()
    if halves := _HALF_YEARS.get(written):
        return _found(match, 6 * halves, 0) if unit == "år" else None
    number = parse_number(written) if written.isdigit() else parse_number_word(written)
    if not number:
        return None
    count = int(number)
    if unit == "år":
        return _found(match, 12 * count, 0) if count <= _LONGEST_IN_YEARS else None
    if unit.startswith("m"):
        return _found(match, count, 0)
    return _found(match, 0, count * 7 if unit.startswith("uge") else count)


def _found(match: re.Match[str], months: int, days: int) -> FoundSpan:
    within = match["lead"].casefold() not in {"om", "efter"}
    return FoundSpan(months, days, within, match.start(), match.end(), match.group())
