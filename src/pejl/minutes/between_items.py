"""What the items of a document tell of each other, and of the document that they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pejl.minutes.document import Item, Kind
from pejl.minutes.item import ItemReading, withdrawn_elsewhere


def with_told_elsewhere(readings: Sequence[ItemReading]) -> list[Item]:
    """The items, each without a decision of its own having the fate that another open item's decision tells of it."""
    told_by = [reading for reading in readings if not reading.item.closed]
    told = {number: fate for reading in told_by for number, fate in reading.other_items.items()}
    return [
        withdrawn_elsewhere(reading.item, *told[reading.item.number])
        if reading.item.decision is None and not reading.item.closed and reading.item.number in told
        else reading.item
        for reading in readings
    ]


def kind_by_decisions(items: Iterable[Item]) -> Kind:
    """Without the word for it, decisions make minutes; a text with items and no decision is an agenda."""
    found = list(items)
    return Kind.AGENDA if found and not any(item.decision for item in found) else Kind.MINUTES
