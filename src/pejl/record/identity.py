"""What an item is known by: its number as shown, its address within the meeting, and what it is found again by."""

from __future__ import annotations

from pejl.minutes.document import Item, Minutes
from pejl.minutes.keys import case_key, item_key
from pejl.record.names import item_addresses


def label_of(item: Item) -> str:
    """The item's number as it is shown: as printed, else as counted, else nothing."""
    return item.shown_number


def addressed_items(minutes: Minutes) -> list[tuple[str, Item]]:
    """A document's items, each with its address within the meeting."""
    return list(zip(item_addresses(label_of(item) for item in minutes.items), minutes.items, strict=True))


def marks_of(item: Item) -> frozenset[str]:
    """What tells the item from others wherever it stands: its title and its case number, folded, where it has them."""
    title = item_key(item.title) if item.title else ""
    case = case_key(item.case_number.raw) if item.case_number else ""
    return frozenset(mark for mark, said in ((f"title {title}", title), (f"case {case}", case)) if said)
