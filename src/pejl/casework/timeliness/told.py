"""Shares as they may be told: what would tell of fewer than five persons is told as bounds, and the rest so that the
bounds cannot be undone by subtracting.

A part is *blurred* where it is of one to four persons, or where one to four of its persons kept or did not keep the
duty: then its counts are those of `register.small_counts.rounded`, and its share is the least and the most that they
leave open. So many others are blurred too that nobody gets the small one from the total by subtracting, nor from the
edges of what is rounded (`hiding`); and the total is exact, or blurred by itself where its own numbers are small.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pejl.casework.timeliness.counted import Counted
from pejl.casework.timeliness.hiding import Place, blur, is_small
from pejl.register.intervals import Interval, wilson
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


def told(whole: Place, shown: Iterable[Place]) -> tuple[Told, ...]:
    """Those parts of a table that are shown, each as it may be told beside its whole, and beside all other parts."""
    total, hidden = total_told(whole.counted), blur(whole)
    parts = (_told(each.counted, blurred=each.blurred) if hidden else _within(each.counted, total) for each in shown)
    return tuple(_few_or_none(each, whole.counted) for each in parts)


def total_told(total: Counted) -> Told:
    """The total of a duty: exact unless it is itself of few."""
    return _told(total, blurred=is_small(total))


def _told(part: Counted, *, blurred: bool) -> Told:
    if not blurred:
        share = wilson(part.kept, part.judged)
        bound = share.share if share else None
        return _shape(part, as_it_is(part.judged), as_it_is(part.kept), as_it_is(part.broken), share, bound, bound)
    judged, kept, broken = (rounded(each) for each in (part.judged, part.kept, part.broken))
    if 0 < part.persons < FEW:
        any_of = Count(0, judged.most)
        return _shape(part, judged, any_of, any_of, None, None, None)
    least = kept.least / max(kept.least + broken.most, 1)
    most = kept.most / max(kept.most + broken.least, 1)
    return _shape(part, judged, kept, broken, None, least, most)


def _within(part: Counted, total: Told) -> Told:
    """A part of which nothing is told but that it is one of the total's."""
    judged, kept, broken = (Count(0, each.most) for each in (total.judged, total.kept, total.broken))
    return _shape(part, judged, kept, broken, None, None, None)


def _few_or_none(part: Told, whole: Counted) -> Told:
    """The part with what was not judged told so that few do not differ from none: four parts of one each would be
    found by their total, which is told as few."""
    return replace(
        part,
        excused=_of(whole.excused, part.excused),
        recorded=_of(whole.recorded, part.recorded),
        lapsed=_of(whole.lapsed, part.lapsed),
    )


def _of(whole: int, told: Count) -> Count:
    return Count(0, FEW - 1) if whole and told.most < FEW else told


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
