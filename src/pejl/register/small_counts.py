"""Counts as they may be told: those under five are not, and nothing beside them lets anybody work them out.

Where a count is of citizens, a count of one to four is told as "under five". Numbers of rows of a whole table are
rounded to the nearest ten, always: two exact ones, of the same table before and after or of the whole and its other
part, would give a small one away by their difference. What is no citizen's, the ledger, is told as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

FEW = 5
"""Counts from one up to this, but not this, are hidden."""

NEAREST = 10
"""What numbers of rows are rounded to."""


@dataclass(frozen=True)
class Count:
    """A count as it is told: it lies between `least` and `most`, both inclusive. Equal, they are the count."""

    least: int
    most: int

    @property
    def exact(self) -> bool:
        """Whether it is told as it is."""
        return self.least == self.most

    @property
    def few(self) -> bool:
        """Whether it is hidden because it is small, or may be small for all that is told: then only `most` is said."""
        return not self.exact and self.least < FEW

    @property
    def nearest(self) -> int:
        """The count itself, or what it is rounded to; the middle of what may be small."""
        middle = (self.least + self.most + 1) // 2
        return middle if self.exact or self.few else (middle + NEAREST // 2) // NEAREST * NEAREST

    def as_data(self) -> dict[str, int]:
        """For other programs: equal, the two are the count."""
        return {"least": self.least, "most": self.most}


def as_it_is(number: int) -> Count:
    """A count that hides nothing."""
    return Count(number, number)


def without_few(number: int) -> Count:
    """A count that is told unless it is small."""
    return Count(1, FEW - 1) if 0 < number < FEW else Count(number, number)


def rounded(number: int) -> Count:
    """A count to the nearest ten; nought and small ones are told as such."""
    if number < FEW:
        return without_few(number)
    middle = (number + NEAREST // 2) // NEAREST * NEAREST
    return Count(middle - NEAREST // 2, middle + NEAREST // 2 - 1)


def side_by_side(numbers: Iterable[int]) -> tuple[Count, ...]:
    """Counts that belong together, as the rows that are new and those that are gone between two snapshots.

    They are rounded, always: with three snapshots, two exact ones would give the third away by their difference.
    """
    return tuple(rounded(each) for each in numbers)


def as_they_are(numbers: Iterable[int]) -> tuple[Count, ...]:
    """Counts that hide nothing."""
    return tuple(as_it_is(each) for each in numbers)


def together(told: Iterable[Count]) -> Count:
    """The sum of counts that are told one by one, and nothing that they do not tell."""
    parts = tuple(told)
    return Count(sum(each.least for each in parts), sum(each.most for each in parts))
