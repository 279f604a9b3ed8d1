"""Item numbers that are missing: within a meeting, and between meetings where a body numbers its items on and on.

A missing number is no proof of anything: closed items may have been left out of what was published. So only runs that
are otherwise unbroken are judged, as in `minutes.checks`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from pejl.minutes.checks.numbers_missing import missing_in

FEWEST_STEPS = 2
"""So many times at least must a meeting begin where the one before it ended, for numbers to be held to run on."""

MOST_BETWEEN = 200
"""More numbers than this are not missing: the body has begun to count in another way."""

Meeting = TypeVar("Meeting")


@dataclass(frozen=True, slots=True)
class Numbered(Generic[Meeting]):
    """A meeting with the lowest and the highest number of its items."""

    meeting: Meeting
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Between(Generic[Meeting]):
    """The numbers from `first` to `last` that neither of two neighbouring meetings has."""

    before: Meeting
    after: Meeting
    first: int
    last: int


def missing_within(numbers: Sequence[int]) -> list[int]:
    """The numbers that a meeting's own run lacks. Where a run must begin nobody can tell from it.

    >>> missing_within([3, 4, 7]), missing_within([1, 2, 2, 3]), missing_within([1, 17])
    ([5, 6], [], [])
    """
    return missing_in(numbers, first=min(numbers)) if numbers else []


def missing_between(meetings: Iterable[Numbered[Meeting]]) -> list[Between[Meeting]]:
    """The numbers that a body's meetings, in the order of their days, lack between them."""
    found: list[Between[Meeting]] = []
    for run in _runs(meetings):
        steps = list(pairwise(run))
        jumps = [(one, other) for one, other in steps if other.first > one.last + 1]
        follow = len(steps) - len(jumps)
        if follow >= FEWEST_STEPS and follow > len(jumps):
            found += [
                Between(one.meeting, other.meeting, one.last + 1, other.first - 1)
                for one, other in jumps
                if other.first - one.last <= MOST_BETWEEN
            ]
    return found


def _runs(meetings: Iterable[Numbered[Meeting]]) -> list[list[Numbered[Meeting]]]:
    """The meetings cut where the numbers begin anew."""
    runs: list[list[Numbered[Meeting]]] = []
    for meeting in meetings:
        if runs and meeting.first > runs[-1][-1].last:
            runs[-1].append(meeting)
        else:
            runs.append([meeting])
    return runs
