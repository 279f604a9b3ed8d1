"""Numbers of entries as stretches, so that many in a row are told in few words."""

from __future__ import annotations

from collections.abc import Iterable


def stretches(numbers: Iterable[int]) -> list[list[int]]:
    """The numbers as pairs of first and last, in order.

    >>> stretches([7, 2, 3, 1])
    [[1, 3], [7, 7]]
    """
    found: list[list[int]] = []
    for number in sorted(set(numbers)):
        if found and found[-1][1] == number - 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return found
