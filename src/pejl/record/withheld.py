"""What a later document closes, earlier ones do not tell either.

A meeting's earlier versions and its agenda stay to be read. Where a later version, or the minutes beside the agenda,
has an item closed, that item is closed in all of them: a correction that takes something back would otherwise be of no
use.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pejl.minutes.document import Item, Minutes
from pejl.minutes.public import public_version
from pejl.record.identity import label_of, marks_of


def withheld(earlier: Minutes, later: Minutes) -> Minutes:
    """`earlier` without what `later` has closed.

    An item is the same when it has the same number, or a title or case number that only closed items of `later` have.
    Where a closed item of `later` is told by neither title nor case number, it may be any item that `later` no longer
    has in the open, and all of those are withheld: rather one item too many than one too few.
    """
    shut = [item for item in later.items if item.closed]
    if not shut:
        return earlier
    still_open = _told_by(item for item in later.items if not item.closed)
    labels = {label for item in shut if (label := label_of(item))}
    marks = _told_by(shut) - still_open
    known = _told_by(earlier.items)
    renamed = any(not marks_of(item) & known for item in shut)
    items = [
        item.model_copy(update={"closed": True})
        if label_of(item) in labels or marks_of(item) & marks or (renamed and not marks_of(item) & still_open)
        else item
        for item in earlier.items
    ]
    return public_version(earlier.model_copy(update={"items": items}))


def withheld_in_turn(documents: Sequence[Minutes]) -> list[Minutes]:
    """The documents of a meeting, the one that counts most first, each without what any before it has closed."""
    told: list[Minutes] = []
    for document in documents:
        for above in told:
            document = withheld(document, above)
        told.append(document)
    return told


def _told_by(items: Iterable[Item]) -> set[str]:
    return {mark for item in items for mark in marks_of(item)}
