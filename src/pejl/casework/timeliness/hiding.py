"""Which numbers of a table are blurred, so that no small one follows from the whole and the others by subtracting.

A table is a tree: the whole, its units, their teams. A small number is hidden well where there is another world with
one deadline more or fewer in it, made up for by another hidden number, in which everything that is told is the same.
And what the hidden parts of a number that is told are together must not be small either: that follows by subtracting.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pejl.casework.timeliness.counted import ALL, Counted
from pejl.register.small_counts import FEW, rounded

Change = tuple[int, int]
"""How many more deadlines are kept, and how many more are broken."""

_KEPT: tuple[Change, ...] = ((1, 0), (-1, 0))
_BROKEN: tuple[Change, ...] = ((0, 1), (0, -1))


@dataclass(eq=False)
class Place:
    """A number's place in a table, with those that it is the sum of. `blurred` is decided by `blur`."""

    counted: Counted
    parts: Sequence[Place] = ()
    above: Place | None = field(default=None, init=False)
    blurred: bool = field(default=False, init=False)
    unseen: frozenset[Change] = field(init=False)
    """The changes after which it would be told as it is, blurred."""

    def __post_init__(self) -> None:
        self.unseen = frozenset(change for change in (*_KEPT, *_BROKEN) if _told_alike(self.counted, change))
        for part in self.parts:
            part.above = self

    def all_of(self) -> Iterator[Place]:
        """It and all that it is the sum of."""
        yield self
        for part in self.parts:
            yield from part.all_of()


def blur(whole: Place) -> bool:
    """Blur what is small and as much else as it takes; the whole only if it is small itself.

    False where all that there is does not take it: then nothing of the parts may be told.
    """
    for place in whole.all_of():
        place.blurred = is_small(place.counted)
    while (exposed := next(_exposed(whole), None)) is not None:
        if not _blur_one_more(exposed):
            return False
    return True


def is_small(counted: Counted) -> bool:
    """Whether telling it would tell of one to four persons."""
    return any(0 < each < FEW for each in (counted.persons, counted.persons_kept, counted.persons_broken))


def sum_of(parts: Iterable[Counted]) -> Counted:
    """The deadlines of several parts of a duty; somebody who is in two of them counts as two."""
    held = list(parts)
    names = ("kept", "broken", "persons", "persons_kept", "persons_broken", "excused", "recorded", "lapsed")
    return Counted(held[0].duty if held else "", ALL, *(sum(getattr(each, name) for each in held) for name in names))


def _told_alike(counted: Counted, change: Change) -> bool:
    kept, broken = counted.kept + change[0], counted.broken + change[1]
    if min(kept, broken) < 0 or rounded(kept + broken) != rounded(counted.judged):
        return False
    few = counted.persons < FEW  # of whom it is not told how many were late
    return few or (rounded(kept), rounded(broken)) == (rounded(counted.kept), rounded(counted.broken))


def _exposed(whole: Place) -> Iterator[Place]:
    """A part of each number that gives something away, or the small number itself that follows."""
    for place in whole.all_of():
        if not place.blurred and is_small(sum_of(each.counted for each in _hidden_below(place))):
            yield next(_hidden_below(place))
        counted = place.counted
        for few, changes in ((counted.persons_kept, _KEPT), (counted.persons_broken, _BROKEN)):
            if 0 < few < FEW and not any(_could_be(place, change) for change in changes):
                yield place


def _could_be(place: Place, change: Change) -> bool:
    """Whether the change, made up for elsewhere, would be told as it is now."""
    if not _takes(place, change):
        return False
    kept, broken = change
    while place.above is not None:
        if any(_takes(other, (-kept, -broken)) for other in place.above.parts if other is not place):
            return True
        place = place.above
        if not (place.blurred and change in place.unseen):
            return False
    return True


def _takes(place: Place, change: Change) -> bool:
    """Whether the change could be in it, with nothing told otherwise of it or of what it is the sum of."""
    alike = place.blurred and change in place.unseen
    return alike and (not place.parts or any(_takes(part, change) for part in place.parts))


def _hidden_below(place: Place) -> Iterator[Place]:
    """The smallest hidden parts that nothing is told between."""
    for part in place.parts:
        if part.blurred:
            yield from _hidden_below(part) if part.parts else (part,)


def _told_below(place: Place) -> Iterator[Place]:
    """What is told exactly below it, with nothing exact between."""
    for part in place.parts:
        if part.blurred:
            yield from _told_below(part)
        else:
            yield part


def _blur_one_more(exposed: Place) -> bool:
    """Blur the smallest number beside it, or what they are together the sum of; False where there is none left."""
    place = exposed
    while place.above is not None:
        place = place.above
        if beside := list(_told_below(place)):
            _blur_down(_smallest(beside))
            return True
        if not place.blurred and place.above is not None:
            place.blurred = True
            return True
    return False


def _blur_down(place: Place) -> None:
    """Blur it and the smallest below it: the sum of numbers that are all told is told."""
    place.blurred = True
    if place.parts and not any(part.blurred for part in place.parts):
        _blur_down(_smallest(place.parts))


def _smallest(places: Iterable[Place]) -> Place:
    return min(places, key=lambda each: (each.counted.judged == 0, each.counted.judged, each.counted.part))
