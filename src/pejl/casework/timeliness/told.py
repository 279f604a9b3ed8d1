"""Shares as they may be told: what would tell of fewer than five persons is told as bounds, and the rest so that the
bounds cannot be undone by subtracting.

A part is *blurred* where it is of one to four persons, or where one to four of its persons kept or did not keep the
duty: then its counts are those of `register.small_counts.rounded`, and its share is the least and the most that they
leave open. Where one part of a table is blurred, one more is, so that nobody gets the one from the total by
subtracting; and the total is exact, or blurred by itself where its own numbers are small.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pejl.casework.timeliness.counted import Counted
from pejl.casework.timeliness.wilson import Interval, wilson
from pejl.register.small_counts import FEW, Count, as_it_is, rounded


@dataclass(frozen=True, slots=True)
class Told:
    """One part of a duty's deadlines, as it may be shown to somebody who looks no person up.

    `share` is kept of judged with its Wilson interval; None where nothing was judged or the part is blurred. `least`
    and `most` bound the share where it is blurred; they are the share itself where it is not.
    """

    duty: str
    part: str
    judged: Count
    kept: Count
    broken: Count
    excused: Count
    recorded: Count
    lapsed: Count
    share: Interval | None
    least: float | None
    most: float | None

    @property
    def blurred(self) -> bool:
        """Whether something is hidden because it is small, or would give away what is."""
        return not (self.judged.exact and self.kept.exact)


def told(parts: Sequence[Counted], *, hidden: bool = False) -> tuple[Told, ...]:
    """The parts of one duty that together are its total, each as it may be told.

    `hidden`: their total is hidden elsewhere, so some of them are blurred even where none is small.
    """
    blurred = {each.part for each in parts if is_small(each)}
    if hidden and parts and not blurred:
        blurred.add(_smallest(parts))
    if len(blurred) == 1 and len(parts) > 1:
        blurred.add(_smallest(each for each in parts if each.part not in blurred))
    return tuple(_told(each, blurred=each.part in blurred) for each in parts)


def total_told(total: Counted) -> Told:
    """The total of a duty: exact unless it is itself of few."""
    return _told(total, blurred=is_small(total))


def is_small(part: Counted) -> bool:
    """Whether telling the part would tell of one to four persons."""
    return any(0 < each < FEW for each in (part.persons, part.persons_kept, part.persons_broken))


def _smallest(parts: Iterable[Counted]) -> str:
    return min(parts, key=lambda each: (each.judged == 0, each.judged, each.part)).part


def _told(part: Counted, *, blurred: bool) -> Told:
    if not blurred:
        share = wilson(part.kept, part.judged)
        bound = share.share if share else None
        return _shape(part, as_it_is(part.judged), as_it_is(part.kept), as_it_is(part.broken), share, bound, bound)
    judged, kept, broken = (_hidden(each, part.persons) for each in (part.judged, part.kept, part.broken))
    if part.persons < FEW:
        return _shape(part, judged, kept, broken, None, None, None)
    least = kept.least / max(kept.least + broken.most, 1)
    most = kept.most / max(kept.most + broken.least, 1)
    return _shape(part, judged, kept, broken, None, least, most)


def _hidden(number: int, persons: int) -> Count:
    """A count of a blurred part. Of few persons nothing is told but that there are some."""
    return Count(1, FEW - 1) if 0 < persons < FEW else rounded(number)


def _shape(
    part: Counted,
    judged: Count,
    kept: Count,
    broken: Count,
    share: Interval | None,
    least: float | None,
    most: float | None,
) -> Told:
    excused, recorded, lapsed = (rounded(each) for each in (part.excused, part.recorded, part.lapsed))
    return Told(part.duty, part.part, judged, kept, broken, excused, recorded, lapsed, share, least, most)
