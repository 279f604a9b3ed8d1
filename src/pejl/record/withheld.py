"""What a later document closes, earlier ones do not tell either.

A meeting's earlier versions and its agenda stay to be read. Where a later version, or the minutes beside the agenda,
has an item closed, that item is closed in all of them: a correction that takes something back would otherwise be of no
use. That holds for a version that is withdrawn too, so what it closed is kept as hashes when its words go.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
    shut = [stand for stand in stands if stand.closed]
    if not shut:
        return earlier
    still_open = _told_by(stand for stand in stands if not stand.closed)
    labels = {stand.label for stand in shut if stand.label}
    marks = _told_by(shut) - still_open
    known = _told_by(stands_of(earlier))
    renamed = any(not stand.marks & known for stand in shut)
    items = [
        item.model_copy(update={"closed": True})
        if label_of(item) in labels or _marks(item) & marks or (renamed and not _marks(item) & still_open)
        else item
        for item in earlier.items
    ]
    return public_version(earlier.model_copy(update={"items": items}))


def withheld_in_turn(documents: Sequence[Minutes | Stands]) -> list[Minutes | Stands]:
    """The documents of a meeting, the one that counts most first, each without what any before it has closed.

    A withdrawn document is given, and comes back, as how its items stood.
    """
    told: list[Minutes | Stands] = []
    for document in documents:
        if isinstance(document, Minutes):
            for above in told:
                document = withheld(document, above)
        told.append(document)
    return told


def _marks(item: Item) -> frozenset[str]:
    return frozenset(veiled_part(mark) for mark in marks_of(item))


def _told_by(stands: Iterable[Stand]) -> set[str]:
    return {mark for stand in stands for mark in stand.marks}
