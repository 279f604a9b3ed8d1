"""What a later document closes, earlier ones do not tell either.

A meeting's earlier versions and its agenda stay to be read. Where a later version, or the minutes beside the agenda,
has an item closed, that item is closed in all of them: a correction that takes something back would otherwise be of no
use.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pejl.minutes.document import Item, Minutes
from pejl.minutes.public import public_version
from pejl.record.names import case_key, item_key


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
    labels = {label for item in shut if (label := _label(item))}
    marks = _told_by(shut) - still_open
    known = _told_by(earlier.items)
    renamed = any(not _marks(item) & known for item in shut)
    items = [
        item.model_copy(update={"closed": True})
        if _label(item) in labels or _marks(item) & marks or (renamed and not _marks(item) & still_open)
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
    return {mark for item in items for mark in _marks(item)}


def _marks(item: Item) -> set[str]:
    """What tells an item from others wherever it stands on the agenda."""
    title = item_key(item.title) if item.title else ""
    case = case_key(item.case_number.raw) if item.case_number else ""
    return {mark for mark, said in ((f"title {title}", title), (f"case {case}", case)) if said}


def _label(item: Item) -> str:
    return item.label or ("" if item.number is None else str(item.number))
