"""Runs of numbers: what is missing in one, and what comes twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

MOST_MISSING = 3
"""More than this is no slip: the numbers run by another rule."""


def missing_in(numbers: Sequence[int], *, first: int) -> list[int]:
    """The numbers that are missing in a run from `first`, in order; none where so many are that it is no such run.

    >>> missing_in([1, 2, 4], first=1), missing_in([1, 9, 17], first=1)
    ([3], [])
    """
    if not numbers or max(numbers) - first > len(set(numbers)) + MOST_MISSING:
        return []
    missing = [number for number in range(first, max(numbers)) if number not in set(numbers)]
    return missing if len(missing) <= min(MOST_MISSING, len(set(numbers))) else []


def twice_in(numbers: Sequence[int]) -> list[int]:
    """The numbers that come more than once, in order."""
    return sorted(number for number, times in Counter(numbers).items() if times > 1)
