"""Two versions of one thing may not be law for the same case on the same day: then nobody knows which holds.

A version is a rectangle, days of the law by first days of cases, and its edges depend on what was known. So each pair
is looked at from every day on which somebody learned something. What is only proposed may lie over what is law: it is
used by a scenario that accepts it, and then instead of the law. Two proposals may not lie over each other.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import combinations

from pejl.calendar.days import danish_day
from pejl.law.refusals import LawFault
from pejl.law.rule import InForce
from pejl.law.status import Status

Stretch = tuple[dt.date | None, dt.date | None]
Dated = tuple[InForce, Status]


def check_no_overlap(name: str, versions: Iterable[Dated]) -> None:
    """No two versions of a name are law for the same case on the same day, whenever one asks."""
    for (one, sure), (other, other_sure) in combinations(versions, 2):
        if (sure is Status.PROPOSED) is not (other_sure is Status.PROPOSED):
            continue
        for known in _days_of_news(one, other):
            if _meet(one, other, known):
                seen = f", set fra {danish_day(known)}" if known else ""
                raise LawFault(
                    f"»{name}« har to udgaver for de samme dage og sager{seen}: fra {danish_day(one.since)} og fra "
                    f"{danish_day(other.since)}."
                )


def _days_of_news(one: InForce, other: InForce) -> tuple[dt.date | None, ...]:
    acts = [act for force in (one, other) for act in (force.by, force.ended_by) if act is not None]
    return (None, *sorted({act.known for act in acts}))


def _meet(one: InForce, other: InForce, known: dt.date | None) -> bool:
    return (
        one.known_at(known)
        and other.known_at(known)
        and share_a_day((one.since, one.last_day(known)), (other.since, other.last_day(known)))
        and share_a_day((one.cases_from, one.cases_until), (other.cases_from, other.cases_until))
    )


def share_a_day(one: Stretch, other: Stretch) -> bool:
    """Whether two stretches, both ends inclusive and None open, have a day in common."""
    return not _ends_before(one, other) and not _ends_before(other, one)


def _ends_before(one: Stretch, other: Stretch) -> bool:
    return one[1] is not None and other[0] is not None and one[1] < other[0]
