"""Periods that only the day they are seen from can place: "næste år", "årets udgang", "sommerferien".

They stand apart from `pejl.calendar.periods`, whose periods have a name of their own and at most lack their year. As
there, what the words mean in days is a CONVENTION of this house.

| words | first and last day |
| --- | --- |
| i år, indeværende år, senere på året | 1 January - 31 December of the year it is seen from |
| primo, slutningen af, foråret, 1. kvartal ... næste år | that part of the year after it |
| næste år, det kommende år, det nye år | the year after it |
| næste halvår, næste kvartal, næste måned | the one after that in which it is seen |
| årets udgang, udgangen af året | 31 December |
| sommerferien | July: this year's, or next year's once it is over |
| efter sommerferien | the August and September that follow |
"""

from __future__ import annotations

import datetime as dt
import re

from pejl.calendar.months import add_months, last_of_month
from pejl.calendar.periods import FoundPeriod, Period, parse_period

_PART = (
    r"primo|medio|ultimo|(?:starten|begyndelsen|midten|slutningen|udgangen)\saf|foråret|sommeren|efteråret"
    r"|[1-4]\.\skvartal|[12]\.\shalvår"
)
_COMING = r"(?:næste|(?:det\s|den\s)?kommende)"
_WORDS = re.compile(
    rf"""(?<![^\W_])(?:
        (?P<this_year>i\sår|(?:i\s)?indeværende\sår|senere\s(?:på\såret|i\sår))
      | (?:i\s|ved\s)?(?P<edge>{_PART})\s(?:næste\sår|det\snye\sår|det\skommende\sår)
      | (?P<next_year>(?:til\s|i\s)?(?:næste\sår|det\snye\sår|det\skommende\sår))
      | (?P<year_end>årets\s(?:udgang|udløb|afslutning)|udgangen\saf\såret)
      | (?:i\s|i\sløbet\saf\s)?{_COMING}\s(?P<part>halvår|kvartal|måned)
      | (?P<after>efter\s)?sommerferien
    )(?![^\W_])""",
    re.IGNORECASE | re.VERBOSE,
)
_MONTHS = {"halvår": 6, "kvartal": 3, "måned": 1}


def find_relative_periods(text: str, seen_from: dt.date) -> list[FoundPeriod]:
    """All such periods in running text, in their order."""
    found = []
    for match in _WORDS.finditer(text):
        try:
            first, last = _days(match, seen_from)
        except ValueError:
            continue  # the year after the last that a calendar has
        found.append(FoundPeriod(Period(first, last, match.group()), match.start(), match.end(), year_supplied=True))
    return found


def _days(match: re.Match[str], day: dt.date) -> tuple[dt.date, dt.date]:
    if match["edge"]:
        part = parse_period(f"{match['edge']} {day.year + 1}")
        if part is None:
            raise ValueError("The year after has no such part.")
        return part.first, part.last
    if match["this_year"]:
        return dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)
    if match["next_year"]:
        return dt.date(day.year + 1, 1, 1), dt.date(day.year + 1, 12, 31)
    if match["year_end"]:
        return dt.date(day.year, 12, 31), dt.date(day.year, 12, 31)
    if match["part"]:
        months = _MONTHS[match["part"].casefold()]
        begun = day.replace(month=(day.month - 1) // months * months + 1, day=1)
        first = add_months(begun, months)
        return first, last_of_month(add_months(first, months - 1))
    begins, ends = (8, 9) if match["after"] else (7, 7)
    year = day.year if day.month <= ends else day.year + 1
    return dt.date(year, begins, 1), last_of_month(dt.date(year, ends, 1))
