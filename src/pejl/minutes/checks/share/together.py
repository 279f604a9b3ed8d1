"""The rate of two groups together: "720 ud af 967 dagpengemodtagere og 90 ud af 113 andre ... Samlet er det 75 pct."

Each group names its whole itself, and the rate calls itself the rate of all of them. The mean of the groups' rates is
another figure, and easily taken for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from pejl.minutes.checks.flag import Certainty
from pejl.minutes.checks.share import topics
from pejl.minutes.checks.share.bounds import exactly, percent_of
from pejl.minutes.checks.share.figures import Kind
from pejl.minutes.checks.share.flags import Judged, misfit
from pejl.minutes.checks.share.reading import BREAK, END, Reading
from pejl.minutes.checks.share.wholes import Whole, whole_of

RULE = "share-together"

_TOGETHER = re.compile(
    r"\b(?:samlet|samlede|i\salt|tilsammen|sammenlagt|under\sét|lagt\ssammen|begge\sgrupper|de\sto\sgrupper)\b",
    re.IGNORECASE,
)
_FEWEST, _MOST = 2, 5


def stated_together(reading: Reading, judged: frozenset[int]) -> Iterator[Judged]:
    """The rates of several groups together; those left out that are `judged` already."""
    for at, figure in enumerate(reading.figures):
        if figure.kind is not Kind.PERCENT or at in judged:
            continue
        told = f"{reading.sentence_before(at)} {reading.after(at).partition(END)[0]}"
        if not _TOGETHER.search(told) or topics.years(told) or topics.speaks_of_change(told):
            continue
        if topics.compares(reading.after(at)) or topics.base_of(reading.after(at)):
            continue
        groups = _groups(reading, at)
        if len(groups) >= _FEWEST:
            yield _judged(reading, at, groups)


def _groups(reading: Reading, at: int) -> list[int]:
    """The parts before the rate, in its paragraph, each of which names its whole; none where others stand too."""
    groups: list[int] = []
    place = at - 1
    while place > 0 and len(groups) <= _MOST:
        if any(BREAK in reading.before(one) for one in (place, place + 1)):
            break
        if reading.figures[place].kind is Kind.PERCENT:
            place -= 1
            continue
        if reading.figures[place].kind is not Kind.COUNT or whole_of(reading, place - 1) != Whole(place, stated=True):
            break
        groups.append(place - 1)
        place -= 2
    alone = place < 0 or BREAK in reading.before(place + 1) or reading.stops_between(place, at) > _FEWEST
    return groups[::-1] if alone and len(groups) <= _MOST else []


def _judged(reading: Reading, at: int, groups: list[int]) -> Judged:
    part, whole = exactly(Fraction(0)), exactly(Fraction(0))
    for one in groups:
        part = part.plus(reading.figures[one].bounds)
        whole = whole.plus(reading.figures[one + 1].bounds)
    stated, computed = reading.figures[at], percent_of(part, whole)
    if computed is None or computed.meets(stated.bounds) or _is_of_one(reading, at, groups):
        return Judged(frozenset({at}))
    parts, wholes = ([reading.figures[one + step] for one in groups] for step in (0, 1))
    value = 100 * sum((each.value for each in parts), Fraction(0)) / sum((each.value for each in wholes), Fraction(0))
    told = f"{' + '.join(each.text for each in parts)} af {' + '.join(each.text for each in wholes)}"
    lines = reading.lines((*groups, at))
    return Judged(frozenset({at}), misfit(RULE, told, value, stated, lines, Certainty.LIKELY))


def _is_of_one(reading: Reading, at: int, groups: list[int]) -> bool:
    """Whether it is the rate of one of the groups after all."""
    rates = (percent_of(reading.figures[one].bounds, reading.figures[one + 1].bounds) for one in groups)
    return any(rate is None or rate.meets(reading.figures[at].bounds) for rate in rates)
