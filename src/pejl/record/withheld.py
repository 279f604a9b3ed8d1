"""What a later document closes, earlier ones do not tell either.

A meeting's earlier versions and its agenda stay to be read. Where a later version, or the minutes beside the agenda,
has an item closed, that item is closed in all of them: a correction that takes something back would otherwise be of no
use. That holds for a version that is withdrawn too, so what it closed is kept as hashes when its words go.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pejl.minutes.document import Item, Minutes
from pejl.minutes.public import public_version
from pejl.record.identity import label_of, marks_of
from pejl.record.published.paths import veiled_part


@dataclass(frozen=True, slots=True)
class Stand:
    """How an item stands in a document: its number as shown, whether it is closed, and its marks, veiled."""

    label: str
    closed: bool
    marks: frozenset[str]


Stands = tuple[Stand, ...]


def stands_of(document: Minutes) -> Stands:
    """How the document's items stand: all that is needed to tell which items of others it closes."""
    return tuple(Stand(label_of(item), item.closed, _marks(item)) for item in document.items)


def withheld(earlier: Minutes, later: Minutes | Stands) -> Minutes:
    """`earlier` without what `later` has closed.

    An item is the same when it has the same number, or a title or case number that only closed items of `later` have.
    Where a closed item of `later` is told by neither title nor case number, it may be any item that `later` no longer
    has in the open, and all of those are withheld: rather one item too many than one too few.
    """
    stands = stands_of(later) if isinstance(later, Minutes) else later
    if not any(stand.closed for stand in stands):
        return earlier
    closed = _closed_by(stands_of(earlier), stands)
    items = [
        item.model_copy(update={"closed": True}) if shut else item
        for item, shut in zip(earlier.items, closed, strict=True)
    ]
    return public_version(earlier.model_copy(update={"items": items}))


def _closed_by(earlier: Stands, later: Stands) -> list[bool]:
    """Which of the earlier document's items are closed in it, or by the later one."""
    shut = [stand for stand in later if stand.closed]
    still_open = _told_by(stand for stand in later if not stand.closed)
    labels = {stand.label for stand in shut if stand.label}
    marks = _told_by(shut) - still_open
    known = _told_by(earlier)
    renamed = any(not stand.marks & known for stand in shut)
    return [
        stand.closed or stand.label in labels or bool(stand.marks & marks) or (renamed and not stand.marks & still_open)
        for stand in earlier
    ]


def withheld_in_turn(documents: Sequence[Minutes | Stands]) -> list[Minutes | Stands]:
    """The documents of a meeting, the one that counts most first, each without what any before it has closed.

    A withdrawn document is given, and comes back, as how its items stood.
    """
    told: list[Minutes | Stands] = []
    for document in documents:
        for above in told:
            document = withheld(document, above) if isinstance(document, Minutes) else _stands_under(document, above)
        told.append(document)
    return told


def _stands_under(earlier: Stands, later: Minutes | Stands) -> Stands:
    """How the items of a withdrawn document stand under one that counts for more."""
    closed = _closed_by(earlier, stands_of(later) if isinstance(later, Minutes) else later)
    return tuple(replace(stand, closed=shut) for stand, shut in zip(earlier, closed, strict=True))


def _marks(item: Item) -> frozenset[str]:
    return frozenset(veiled_part(mark) for mark in marks_of(item))


def _told_by(stands: Iterable[Stand]) -> set[str]:
    return {mark for stand in stands for mark in stand.marks}
