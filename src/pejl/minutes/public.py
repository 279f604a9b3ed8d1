"""What of a document may be public: everything but what stands under closed items.

A closed item keeps its number, its title as published, its case number, its openness and its place in the source. The
table of contents stays, since it is published; whatever else lies within a closed item's lines goes.
"""

from __future__ import annotations

from pejl.minutes.document import Item, Minutes
from pejl.minutes.openness import closed_title, closes_group


def public_version(minutes: Minutes) -> Minutes:
    """The document without what closed items hold. An open document comes back equal."""
    if not minutes.items:
        return _without_items(minutes)
    closed = [item for item in minutes.items if item.closed]
    if not closed and not any(each.closed for item in minutes.items for each in item.attachments):
        return minutes
    hidden = {line for item in closed for line in range(item.lines.first, item.lines.last + 1)}
    return minutes.model_copy(
        update={
            "items": [_stub(item) if item.closed else _without_closed_files(item) for item in minutes.items],
            "furniture": [line for line in minutes.furniture if line.line not in hidden],
            "unread": [line for line in minutes.unread if line.line not in hidden],
        }
    )


def _without_closed_files(item: Item) -> Item:
    """An open item without the attachments that its source says are not public."""
    if not any(each.closed for each in item.attachments):
        return item
    return item.model_copy(update={"attachments": [each for each in item.attachments if not each.closed]})


def _without_items(minutes: Minutes) -> Minutes:
    """A text in which no item was found is public up to the first line that speaks of something closed."""
    told = sorted((*minutes.head, *minutes.unread, *minutes.furniture), key=lambda line: line.line)
    first = next((line.line for line in told if closed_title(line.text) or closes_group(line.text)), None)
    if first is None:
        return minutes
    kept = {
        name: [line for line in getattr(minutes, name) if line.line < first] for name in ("head", "unread", "furniture")
    }
    return minutes.model_copy(update=kept)


def _published_title(item: Item) -> str | None:
    """A closed item's title, unless it is a sentence: then the line may be text, and text under it is not public."""
    return None if item.title and item.title.rstrip().endswith((".", "!", "?", ";")) else item.title


def _stub(item: Item) -> Item:
    return Item(
        number=item.number,
        label=item.label,
        title=_published_title(item),
        case_number=item.case_number,
        closed=True,
        group=item.group,
        lines=item.lines,
    )
