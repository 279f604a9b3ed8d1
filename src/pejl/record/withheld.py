"""What a later document closes, earlier ones do not tell either.

A meeting's earlier versions and its agenda stay to be read. Where the document that stands for the meeting has an item
closed, that item is closed in all of them: a correction that takes something back would otherwise be of no use.
"""

from __future__ import annotations

from pejl.minutes.document import Item, Minutes
from pejl.minutes.public import public_version
from pejl.record.names import item_key


def withheld(earlier: Minutes, standing: Minutes) -> Minutes:
    """`earlier` without what `standing` has closed.

    An item is the same when it has the same number, or a title that only closed items of `standing` have. Rather one
    item too many is withheld than one too few.
    """
    shut = [item for item in standing.items if item.closed]
    labels = {label for item in shut if (label := _label(item))}
    open_titles = {item_key(item.title) for item in standing.items if item.title and not item.closed}
    titles = {item_key(item.title) for item in shut if item.title} - open_titles
    items = [
        item.model_copy(update={"closed": True}) if _label(item) in labels or _title(item) in titles else item
        for item in earlier.items
    ]
    return public_version(earlier.model_copy(update={"items": items}))


def _label(item: Item) -> str:
    return item.label or ("" if item.number is None else str(item.number))


def _title(item: Item) -> str:
    return item_key(item.title) if item.title else ""
