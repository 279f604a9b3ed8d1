"""One text for a whole agenda, cut into its items by the titles that the export gives them.

Used where the export knows the items and which of them are closed, and the words stand in one file beside it. A line
that is an item's title begins a stretch of that item, which lasts to the next line that is any item's title. So a
closed item's words belong to it wherever they stand. Where a closed item's title is not found, its words may stand
under the item before it: that item then has no words rather than another's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pejl.minutes.contents import folded
from pejl.minutes.exports.exported import ExportedItem
from pejl.minutes.lines import read_line

_NUMBERED = re.compile(
    r"^(?:(?:dagsordens)?punkt|pkt\.?|sag(?:\s+nr\.?)?|nr\.?)?\s*(?P<number>\d{1,4}(?:\.\d{1,3})?)\s*[.:)–-]*(?:\s+(?P<title>\S.*))?$",
    re.IGNORECASE,
)
_LONGEST_TITLE = 500


@dataclass(frozen=True)
class Stretches:
    """What of a text belongs to which item, by the item's place from 0; `doubtful` are items whose words are left out.

    `before` are the lines above the first item.
    """

    by_item: dict[int, tuple[str, ...]]
    doubtful: frozenset[int]
    before: tuple[str, ...]


def stretches(lines: Sequence[str], items: Sequence[ExportedItem]) -> Stretches:
    """The lines cut into the items'."""
    titles = {folded(item.title): place for place, item in enumerate(items) if item.title and folded(item.title)}
    labels = {item.label: place for place, item in enumerate(items) if item.label}
    found: dict[int, list[str]] = {}
    before: list[str] = []
    current: int | None = None
    for line in lines:
        begun = _item_begun(line, titles, labels)
        if begun is not None:
            current = begun
            found.setdefault(current, [])
        elif current is None:
            before.append(line)
        else:
            found[current].append(line)
    doubtful = _doubtful(items, found)
    kept = {place: tuple(said) for place, said in found.items() if place not in doubtful}
    return Stretches(kept, doubtful, tuple(before))


def _item_begun(line: str, titles: dict[str, int], labels: dict[str, int]) -> int | None:
    """The place of the item that a line begins: by its title, with or without a number, or by "Punkt 3" alone."""
    text = read_line(1, line).text
    if not text or len(text) > _LONGEST_TITLE:
        return None
    if (place := titles.get(folded(text))) is not None:
        return place
    numbered = _NUMBERED.match(text)
    if numbered is None:
        return None
    if (title := numbered["title"]) is None:
        return labels.get(numbered["number"]) if not text[0].isdigit() else None
    by_title = titles.get(folded(title))
    return by_title if by_title is not None else _closed_by_number(numbered["number"], text, labels)


def _closed_by_number(number: str, text: str, labels: dict[str, int]) -> int | None:
    """An item known by "Punkt 7: ..." alone: its title may be printed otherwise than in the export."""
    return labels.get(number) if not text[0].isdigit() else None


def _doubtful(items: Sequence[ExportedItem], found: dict[int, list[str]]) -> frozenset[int]:
    """The items that stand before a closed one that was not found."""
    doubtful: set[int] = set()
    for place, item in enumerate(items):
        if not item.open and place not in found:
            earlier = [other for other in found if other < place]
            doubtful |= {max(earlier)} if earlier else set()
    return frozenset(doubtful)
