"""A stretch of a longer list: what there is room for at a time, and where the rest is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")


@dataclass(frozen=True)
class Stretch(Generic[Row]):
    """At most `limit` rows from the `offset`th on (counted from 0), and how many there are in all."""

    rows: list[Row]
    total: int
    limit: int
    offset: int

    @property
    def pages(self) -> int:
        """How many stretches of this length the whole takes; an empty list has one, which is empty."""
        return max(1, -(-self.total // self.limit))

    @property
    def following(self) -> int | None:
        """Where the next stretch begins; None after the last."""
        after = self.offset + self.limit
        return after if after < self.total else None

    @property
    def before(self) -> int | None:
        """Where the stretch before begins; None before the first. From beyond the end it is the last one."""
        if not self.offset or not self.total:
            return None
        return max(0, min(self.offset, self.total) - self.limit)


def stretch_of(rows: Sequence[Row], limit: int, offset: int) -> Stretch[Row]:
    """The stretch of a list that is at hand."""
    return Stretch(list(rows[offset : offset + limit]), len(rows), limit, offset)
