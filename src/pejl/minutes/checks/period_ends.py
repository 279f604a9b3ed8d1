"""One stretch of time that an item tells with two ends: "december 2025 – juli 2027" and "december 2025 – juni 2027".

Two stretches are one where they begin alike and end within a month of each other, or end alike and begin so, and both
sentences speak of something that runs: a project, a period, an effort. Stretches of whole years are budgets, and
entries of a list are the steps of a plan; both are left alone.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from pejl.calendar.periods import find_periods
from pejl.minutes.checks.flag import LEAD_IN, Certainty, Flag, FlagKind
from pejl.minutes.document import Item, Lines, Minutes, Role
from pejl.minutes.passages import passages

_RUNS = re.compile(r"projekt|period|\bløber\b|gennemføres|indsats|forsøg|ordning|aftale|midlerne", re.IGNORECASE)
_STEPS = re.compile(
    r"\b\w*(?:fase|etape|trin|runde|delprojekt|første|anden|næste|forlæng\w*|tidligere)\b", re.IGNORECASE
)
_SHORTEST, _A_MONTH = dt.timedelta(days=93), dt.timedelta(days=31)
_MOST = 60
_ROLES = frozenset({Role.TEXT, Role.PRESENTATION, Role.RECOMMENDATION})


@dataclass(frozen=True, slots=True)
class _Stretch:
    first: dt.date
    last: dt.date
    text: str
    lines: Lines
    sentence: str


def in_item(minutes: Minutes, item: Item) -> Iterator[Flag]:
    """Stretches that differ in one end by a month at the most, each pair told once."""
    found = list(_stretches(item, minutes.date))[:_MOST]
    told: set[frozenset[tuple[dt.date, dt.date]]] = set()
    for one, other in combinations(found, 2):
        pair = frozenset({(one.first, one.last), (other.first, other.last)})
        if len(pair) == 2 and pair not in told and one.sentence != other.sentence and _one_end_apart(one, other):
            told.add(pair)
            yield Flag(
                kind=FlagKind.DATE,
                rule="period-ends",
                sentence=f"{LEAD_IN}Den samme periode ser ud til at stå på to måder: {one.text} og {other.text}.",
                stated=one.text,
                computed=other.text,
                certainty=Certainty.POSSIBLE,
                lines=sorted(
                    {(each.lines.first, each.lines.last): each.lines for each in (one, other)}.values(), key=_at
                ),
            )


def _stretches(item: Item, seen_from: dt.date | None) -> Iterator[_Stretch]:
    for passage in passages(item):
        if passage.entry or passage.role not in _ROLES:
            continue
        for sentence in passage.sentences:
            if not _RUNS.search(sentence.text) or _STEPS.search(sentence.text):
                continue
            for found in find_periods(sentence.text, seen_from):
                period = found.period
                if period.last - period.first > _SHORTEST and not _whole_years(period.first, period.last):
                    yield _Stretch(period.first, period.last, period.text, passage.lines, sentence.text)


def _whole_years(first: dt.date, last: dt.date) -> bool:
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


def _one_end_apart(one: _Stretch, other: _Stretch) -> bool:
    ends, begins = abs(one.last - other.last), abs(one.first - other.first)
    return (not begins and ends <= _A_MONTH) or (not ends and begins <= _A_MONTH)


def _at(lines: Lines) -> int:
    return lines.first
