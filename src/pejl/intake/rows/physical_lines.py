"""Which physical line each row begins on, where rows may hold line breaks and some rows are left out."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc


@dataclass(frozen=True)
class Skipped:
    """A row that the parser left out: its number among all rows, the breaks within it, and what is to be said of it."""

    number: int
    breaks: int
    blank: bool = False
    swallows: bool = False


class PhysicalLines:
    """Counts lines while rows pass. Rows are numbered from 1 in the order of the file, those left out included."""

    def __init__(self, first: int) -> None:
        self._row = 1
        self.next = first
        """The line after the last row that passed."""
        self.last = first
        """The line on which the last row that passed begins."""
        self._skipped: deque[Skipped] = deque()
        self._numbers = pa.array([], pa.int64())

    def skip(self, row: Skipped) -> None:
        """A row that is left out. They are told of in their order, before the rows that follow them pass."""
        self._skipped.append(row)

    def of(self, count: int, breaks: pa.Int64Array | None) -> tuple[pa.Int64Array, list[tuple[int, Skipped]]]:
        """The lines of the next `count` rows, and of those left out among them; `breaks` are those within each row."""
        above = _sums_above(breaks)
        lines = pc.add(self._from_zero(count), self.next)
        lines = lines if above is None else pc.add(lines, above)
        found: list[tuple[int, Skipped]] = []
        pushed: list[int] = []
        extra = 0
        for place, row in self._skipped_among(count):
            pushed += [extra] * (place - len(pushed))
            line = self.next + place + extra + (above[place].as_py() if above is not None and place < count else 0)
            if above is not None and breaks is not None and place == count and count:
                line += above[-1].as_py() + breaks[-1].as_py()
            found.append((line, row))
            extra += 1 + row.breaks
        if found:
            lines = pc.add(lines, pa.array(pushed + [extra] * (count - len(pushed)), pa.int64()))
        self._pass(count, lines, breaks, found)
        return lines, found

    def rest(self) -> list[tuple[int, Skipped]]:
        """The rows left out after the last row that passed."""
        return self.of(0, None)[1]

    def _from_zero(self, count: int) -> pa.Int64Array:
        """The numbers from nought on. Batches are about as long as each other, so they are made once."""
        if len(self._numbers) < count:
            self._numbers = pa.array(range(2 * count), pa.int64())
        return self._numbers.slice(0, count)

    def _skipped_among(self, count: int) -> Iterator[tuple[int, Skipped]]:
        """The rows left out before, among and right after the next rows, each with how many of these are before it."""
        passed = 0
        while self._skipped and self._skipped[0].number - self._row - passed <= count:
            row = self._skipped.popleft()
            yield row.number - self._row - passed, row
            passed += 1
        self._row += count + passed

    def _pass(
        self,
        count: int,
        lines: pa.Int64Array,
        breaks: pa.Int64Array | None,
        found: list[tuple[int, Skipped]],
    ) -> None:
        ends = [(line, line + 1 + row.breaks) for line, row in found[-1:]]
        if count:
            last = lines[-1].as_py()
            ends.append((last, last + 1 + (breaks[-1].as_py() if breaks is not None else 0)))
        for begin, end in ends:
            self.last, self.next = max(self.last, begin), max(self.next, end)


def _sums_above(breaks: pa.Int64Array | None) -> pa.Int64Array | None:
    """For each row the breaks within all rows above it."""
    return None if breaks is None else pc.subtract(pc.cumulative_sum(breaks), breaks)
