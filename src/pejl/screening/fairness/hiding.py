"""Which shares of groups are not told, so that nothing tells of one to four persons, neither straight nor by taking the
others from a total."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pejl.register.small_counts import FEW


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
    """
    gone = {place for place, part in enumerate(parts) if part.few}
    if not gone:
        return frozenset()
    rest = sorted((place for place in range(len(parts)) if place not in gone), key=lambda each: parts[each].of)
    for place in rest:
        if len(gone) > 1 and not _together(parts, gone).few:
            break
        if parts[place].of:
            gone.add(place)
    return frozenset(gone)


def _together(parts: Sequence[Part], places: set[int]) -> Part:
    return Part(sum(parts[place].many for place in places), sum(parts[place].of for place in places))
