"""An amount that recurs, against its total: "450.000 kr. årligt i 2026-2029, i alt 1,8 mio. kr."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pejl.calendar.periods import find_periods
from pejl.minutes.checks.flag import Certainty, Flag, full_stop
from pejl.minutes.checks.sums.figures import Figure, Told, Unit, written
from pejl.minutes.checks.sums.said import finest, held, sum_flag

RULE = "sum-product"

_YEARLY = re.compile(r"\s(?:årligt|om\såret|pr\.\sår|hvert\sår|per\sår)\b", re.IGNORECASE)
_TOTAL = re.compile(
    r"[,;(–-]\s?(?:dvs\.\s|altså\s|svarende\stil\s|hvilket\sgiver\s|eller\s)?(?:i\salt|ialt|samlet|tilsammen)\s\Z",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\si\s\Z", re.IGNORECASE)
_A_YEAR = re.compile(r"\sår\b", re.IGNORECASE)
_EACH = re.compile(r"\s[^\W\d_]+(?:\s[^\W\d_]+)?\s(?:á|à|(?:på|af)\shver|hver\spå)\s\Z", re.IGNORECASE)
_PER = re.compile(r"\s(?:pr\.|per)\s(?P<what>[^\W\d_]{4,})", re.IGNORECASE)
_WHAT = re.compile(r"\s(?:[^\W\d_]+\s)?(?P<what>[^\W\d_]{4,})")
_SAME_WORD = 5
_MOST = 100
_LOOKED_BACK = 24


def products(told: Told) -> Iterator[Flag]:
    """Flags of the passage's totals of amounts that recur."""
    for at in range(1, len(told.figures)):
        total = told.figures[at]
        if total.unit is not Unit.KRONER or total.blurred or not _TOTAL.search(told.before(at)):
            continue
        found = _recurring(told, at)
        if found is None or _something_else_is_added(told, found[0], at):
            continue
        each, times = found
        outcome = held(total, ((1, each) for _ in range(times)))
        if outcome.worth_a_look and total.value > each.value:
            computed = written(outcome.computed.value, finest([total, each]))
            sentence = full_stop(f"{times} gange {each.text} giver {computed}, men teksten siger {total.text}")
            yield sum_flag(RULE, replace(outcome, parts=((1, each),)), sentence, Certainty.LIKELY, [told.passage.lines])


def _recurring(told: Told, at: int) -> tuple[Figure, int] | None:
    """The amount that the total is made of, and how many times it comes."""
    last = told.figures[at - 1]
    if told.sentence(at - 1) != told.sentence(at) or last.blurred:
        return None
    if last.unit is Unit.KRONER:
        if _YEARLY.match(told.text, last.end):
            return _over_a_period(told, last, at)
        if per := _PER.match(told.text, last.end):
            return _for_each(told, last, per["what"], at)
        before = told.figures[at - 2] if at > 1 else None
        if before and before.unit is Unit.COUNT and _EACH.fullmatch(told.before(at - 1)):
            return _times(last, before)
        return None
    each = told.figures[at - 2] if at > 1 else None
    in_years = each and each.unit is Unit.KRONER and not each.blurred and _YEARLY.match(told.text, each.end)
    if each and in_years and last.unit is Unit.COUNT and _A_YEAR.match(told.text, last.end):
        return _times(each, last) if _YEARS.search(told.before(at - 1)) else None
    return None


def _something_else_is_added(told: Told, each: Figure, at: int) -> bool:
    """Whether the sentence names another amount before the one that recurs."""
    near = range(max(0, at - _LOOKED_BACK), at)
    others = (told.figures[place] for place in near if told.sentence(place) == told.sentence(at))
    return any(figure.unit is Unit.KRONER and figure is not each for figure in others)


def _times(each: Figure, count: Figure) -> tuple[Figure, int] | None:
    whole = 1 < count.value <= _MOST and not count.value % 1 and not count.blurred
    return (each, int(count.value)) if whole else None


def _for_each(told: Told, each: Figure, what: str, at: int) -> tuple[Figure, int] | None:
    """The one count of such things before: "fire medarbejdere ... 600.000 kr. pr. medarbejder"."""
    near = [place for place in range(max(0, at - _LOOKED_BACK), at - 1) if told.sentence(place) == told.sentence(at)]
    if len(near) != 1 or told.figures[near[0]].unit is not Unit.COUNT:
        return None
    count = told.figures[near[0]]
    counted = _WHAT.match(told.text, count.end)
    words = counted.group().casefold().split() if counted else []
    same = any(word.startswith(what.casefold()[:_SAME_WORD]) for word in words)
    return _times(each, count) if same else None


def _over_a_period(told: Told, each: Figure, at: int) -> tuple[Figure, int] | None:
    """The years of the one period named between the amount and the total."""
    periods = [found.period for found in find_periods(told.text[each.end : told.figures[at].start])]
    if len(periods) != 1:
        return None
    first, last = periods[0].first, periods[0].last
    whole_years = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    return (each, last.year - first.year + 1) if whole_years and first.year < last.year else None
