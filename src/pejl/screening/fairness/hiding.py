"""Which shares of groups are not told, so that nothing tells of one to four persons, neither straight nor by taking the
others from a total."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pejl.register.small_counts import FEW, NEAREST

DECIMALS = 3
"""How many decimals of a share of groups are told."""
STEPS = 1000
"""How many shares they tell apart."""


@dataclass(frozen=True)
class Part:
    """So many of so many: what a share of one group is made of."""

    many: int
    of: int

    @property
    def rest(self) -> int:
        """Those of the group that are not of the share."""
        return self.of - self.many

    @property
    def few(self) -> bool:
        """Whether the share would tell of one to four, of the one kind or of the other."""
        return any(0 < count < FEW for count in (self.many, self.rest, self.of))


def hidden(parts: Sequence[Part]) -> frozenset[int]:
    """The places of the groups whose share is not told, where together the groups are everybody.

    Where a group must be hidden, others are too, the smallest first: until the hidden ones together are not few of
    either kind, and at least two, or their share would follow from the total. Groups without anybody tell nothing.
    Where the total is told so roughly that five persons more or less would read the same, nothing follows from it.
    """
    gone = {place for place, part in enumerate(parts) if part.few}
    if not gone or told_roughly(_together(parts, set(range(len(parts))))):
        return frozenset(gone)
    rest = sorted((place for place in range(len(parts)) if place not in gone), key=lambda each: parts[each].of)
    for place in rest:
        if len(gone) > 1 and not _together(parts, gone).few:
            break
        if parts[place].of:
            gone.add(place)
    return frozenset(gone)


def told_roughly(total: Part) -> bool:
    """Whether share and number, as they are rounded, leave at least five open: how many of the one kind there are.

    A share is told to `DECIMALS`, and the number that it is of to the nearest ten: nine more or less are the same. Of
    fewer than a thousand, only one or two whole numbers give the share that is told, so there nothing is left open. At
    each end of what is left open there may be no whole number: one more is asked for.
    """
    if total.of < STEPS:
        return False
    open_for_count = (NEAREST - 1) * min(total.many, total.rest) / total.of + total.of / STEPS
    return open_for_count >= FEW + 1


def _together(parts: Sequence[Part], places: set[int]) -> Part:
    return Part(sum(parts[place].many for place in places), sum(parts[place].of for place in places))
