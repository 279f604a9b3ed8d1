"""When something is said to come: days, periods, limits ("senest 1. marts"), what comes again, and words without days.

The days that words mean come from `pejl.calendar`. What is decided here is whether a time is a time for something to
come at all ("budgetopfølgning for 1. kvartal" and "fra 1. juli" are not), what a limit opens, and that a promise
without a year means the next time of that name, not the nearest.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pejl.calendar.days import find_days, find_days_without_year
from pejl.calendar.months import add_months
from pejl.calendar.periods import FoundPeriod, Period, find_periods, parse_period
from pejl.calendar.recurrences import FoundRecurrence, find_recurrences
from pejl.calendar.relative_periods import find_relative_periods
from pejl.calendar.spans import FoundSpan, find_spans
from pejl.minutes.promises.promise import Recurring, Window

_RECURRING = {12: Recurring.YEARLY, 6: Recurring.HALF_YEARLY, 3: Recurring.QUARTERLY}
_DAY = dt.timedelta(days=1)
_REACH = 40

_LIMIT = re.compile(
    r"(?<![^\W_])(senest|inden|før|frem til|indtil|ikke senere end)\s+(?:i\s+|den\s+|d\.\s+|mødet\s+)?\Z", re.I
)
_AFTERWARDS = re.compile(r"(?<![^\W_])efter\s+(?:den\s+|d\.\s+)?\Z", re.I)
_LEAD = re.compile(
    r"(?<![^\W_])(?:(?:på|til|ved)\s+(?:udvalgets\s+|sit\s+|et\s+|det\s+)?(?:\w+\s+)?(?:møde|mødet|temamøde|mødedagen)\s+)?"
    r"(?:(?:i|på|til|ved|den|d\.)\s+){0,2}\Z",
    re.I,
)
_ANOTHER_ROLE = re.compile(
    r"(?<![^\W_])(?:fra|siden|pr\.|per|jf\.?|for|af|mellem|kl\.|perioden|(?:budget|regnskab|kalender|år)s?(?:et|året)?)"
    r"\s+(?:den\s+|d\.\s+|i\s+perioden\s+)?\Z",
    re.I,
)
"""What makes of a day or a period something else than a time to come: where it begins, what is counted, a budget."""
_OWN_PERIOD = re.compile(
    r"(?:opfølgning|budget|bidrag|regnskab|rapport|beretning|plan|strategi|reform|reformen|aftale|aftalen|evaluering"
    r"|statistik|status|lov|vinter|tal|nøgletal)(?:en|et)?\s+\Z",
    re.I,
)
"""A word whose own period may follow it at once: "Budgetopfølgning 3. kvartal 2026"."""
_REFERENCE_AFTER = re.compile(r"\s*,?\s*\(?(?:dagsordens?)?(?:punkt|pkt|sag\s*nr|s\.\s)", re.I)
_AMOUNT_BEFORE = re.compile(r"(?:kr\.?|kroner|mio\.?|pct\.?|procent|%|[0-9])\s+\Z", re.I)
_NEVER_ALONE = re.compile(r"(?:19|20|21)[0-9]{2}(?:\s?[-–]\s?(?:19|20|21)?[0-9]{2,4})?")
_EDGE = re.compile(
    r"(?:i\s|til\s|efter\s|ved\s|senere|primo|medio|ultimo|begyndelsen|starten|midten|slutningen|udgangen|først|sidst)",
    re.I,
)
_BEFORE_A_YEAR = re.compile(r"(?<![^\W_])(?:i|hele|inden|senest|til)\s+\Z", re.I)
_WITHOUT_DAYS = re.compile(
    r"(?<![^\W_])(?:(?:på|til|ved)\s+(?:(?:udvalgets|et|det)\s+)?(?:næste|næstkommende|kommende|senere|først\s?kommende"
    r"|førstkommende)\s+(?:ordinære\s+)?(?:udvalgs|byråds)?(?:møder?|mødet|tidspunkt)"
    r"|på\s+et\s+senere\s+tidspunkt|senere)(?![^\W_])",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Time:
    """A time at the characters from `start` to `end`, lead-in and limit included.

    `past` tells that it is over when the text was written: a text that names only such times tells history.
    """

    start: int
    end: int
    window: Window
    past: bool = False


def find_times(text: str, made_on: dt.date | None) -> list[Time]:
    """The times for something to come that `text`, a part of a sentence, names; in their order, none within another.

    `made_on` is the day of the meeting. Without it only days and periods with a year of their own have days.
    """
    found = [*_days(text, made_on), *_periods(text, made_on), *_spans(text, made_on), *_without_days(text)]
    found = [*_again(text, made_on, found), *found]
    kept: list[Time] = []
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def _days(text: str, made_on: dt.date | None) -> Iterator[Time]:
    days = [(found.start, found.end, found.day) for found in find_days(text)]
    for yearless in find_days_without_year(text) if made_on else ():
        if made_on and (day := _next(yearless.in_year(made_on.year), yearless.in_year(made_on.year + 1), made_on)):
            days.append((yearless.start, yearless.end, day))
    for start, end, day in days:
        if not _REFERENCE_AFTER.match(text, end) and not _has_another_role(text, start):
            yield _timed(text, start, end, Period(day, day, text[start:end]), made_on)


def _next(this: dt.date | None, following: dt.date | None, made_on: dt.date) -> dt.date | None:
    return this if this and this > made_on else following


def _periods(text: str, made_on: dt.date | None) -> Iterator[Time]:
    found: list[FoundPeriod] = find_periods(text, made_on)
    if made_on:
        found += find_relative_periods(text, made_on)
    for each in found:
        if _has_another_role(text, each.start) or _is_part_of_a_name(text, each):
            continue
        period = _coming(each, made_on) if each.year_supplied and made_on else each.period
        yield _timed(text, each.start, each.end, period, made_on)


def _coming(found: FoundPeriod, made_on: dt.date) -> Period:
    """The next period of that name: "i efteråret", said in December, is next year's."""
    period = found.period
    if period.last > made_on:
        return period
    try:
        seen_from = period.first.replace(year=period.first.year + 1, day=1)
    except ValueError:
        return period
    return parse_period(period.text, seen_from) or period


def _is_part_of_a_name(text: str, found: FoundPeriod) -> bool:
    """Whether a period belongs to the thing before it, or a bare year stands where nothing makes a time of it."""
    before = text[max(0, found.start - _REACH) : found.start]
    if _NEVER_ALONE.fullmatch(found.period.text):
        return not _BEFORE_A_YEAR.search(before)
    return not _EDGE.match(found.period.text) and bool(_OWN_PERIOD.search(before))


def _spans(text: str, made_on: dt.date | None) -> Iterator[Time]:
    for span in find_spans(text):
        yield Time(span.start, span.end, _of_span(span, made_on))


def _of_span(span: FoundSpan, made_on: dt.date | None) -> Window:
    """A limit opens at once. "Om et halvt år" has a month to come in, "om et år" and more have three."""
    day = span.after(made_on) if made_on else None
    if made_on is None or day is None:
        return Window(words=span.text)
    if span.within:
        return Window(first=made_on, last=day, words=span.text)
    return Window(first=day, last=add_months(day, 3 if span.months >= 12 else 1), words=span.text)


def _again(text: str, made_on: dt.date | None, times: list[Time]) -> Iterator[Time]:
    """What comes again. Where the words also name a part of the year ("hvert år i marts"), that part comes again."""
    for found in find_recurrences(text):
        recurring = _RECURRING.get(found.months)
        if recurring is None or _AMOUNT_BEFORE.search(text[max(0, found.start - 12) : found.start]):
            continue
        part = next((time for time in times if 0 <= time.start - found.end <= 3 and not time.past), None)
        if part and part.window.first:
            window = part.window.model_copy(update={"recurring": recurring, "words": text[found.start : part.end]})
            yield Time(found.start, part.end, window)
        else:
            yield Time(found.start, found.end, _of_recurrence(found, recurring, made_on))


def _of_recurrence(found: FoundRecurrence, recurring: Recurring, made_on: dt.date | None) -> Window:
    """Once in each stretch of so many months, counted from the day after the meeting."""
    if made_on is None:
        return Window(words=found.text, recurring=recurring)
    season = parse_period(found.part, made_on) if found.part else None
    if season:
        coming = _coming(FoundPeriod(season, 0, 0), made_on)
        return Window(first=coming.first, last=coming.last, words=found.text, recurring=recurring)
    last = add_months(made_on, recurring.months)
    return Window(first=made_on + _DAY, last=last, words=found.text, recurring=recurring)


def _without_days(text: str) -> Iterator[Time]:
    for match in _WITHOUT_DAYS.finditer(text):
        yield Time(match.start(), match.end(), Window(words=match.group()))


def _timed(text: str, start: int, end: int, period: Period, made_on: dt.date | None) -> Time:
    """The time with the words right before it that belong to it, and the days that they make of it."""
    before = text[max(0, start - _REACH) : start]
    past = made_on is not None and period.last <= made_on
    if limit := _LIMIT.search(before):
        begun = start - len(before) + limit.start()
        last = period.last
        whole = period.first < period.last
        if limit[1].casefold() in {"inden", "før", "frem til", "indtil"} and whole and not past:
            last = period.first - _DAY
        first = made_on if made_on and made_on < last else None
        return Time(begun, end, Window(first=first, last=last, words=text[begun:end]), past)
    if opened := _AFTERWARDS.search(before):
        begun = start - len(before) + opened.start()
        return Time(begun, end, Window(first=period.last + _DAY, words=text[begun:end]))
    lead = _LEAD.search(before)
    begun = start - len(before) + (lead.start() if lead else len(before))
    return Time(begun, end, Window(first=period.first, last=period.last, words=text[begun:end].strip()), past)


def _has_another_role(text: str, start: int) -> bool:
    return bool(_ANOTHER_ROLE.search(text[max(0, start - _REACH) : start]))
