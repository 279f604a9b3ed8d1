"""What of a document may be public: everything but what stands under closed items.

A closed item keeps its number, its title as published, its case number, its openness and its place in the source. The
table of contents stays, since it is published; whatever else lies within a closed item's lines goes.
"""

from __future__ import annotations

from pejl.minutes.document import Item, Minutes


def public_version(minutes: Minutes) -> Minutes:
    """The document without what closed items hold. An open document comes back equal."""
    closed = [item for item in minutes.items if item.closed]
    if not closed:
        return minutes
    hidden = {line for item in closed for line in range(item.lines.first, item.lines.last + 1)}
    return minutes.model_copy(
        update={
            "items": [_stub(item) if item.closed else item for item in minutes.items],
            "furniture": [line for line in minutes.furniture if line.line not in hidden],
            "unread": [line for line in minutes.unread if line.line not in hidden],
        }
    )


def _stub(item: Item) -> Item:
    return Item(
        number=item.number,
        label=item.label,
        title=item.title,
        case_number=item.case_number,
        closed=True,
        group=item.group,
        lines=item.lines,
    )
