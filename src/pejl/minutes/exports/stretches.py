"""One text for a whole agenda, cut into its items by the titles that the export gives them.

Used where the export knows the items and which of them are closed, and the words stand in one file beside it. A line
that is an item's title begins a stretch of that item, which lasts to the next line that is any item's title. So a
closed item's words belong to it wherever they stand. Where a closed item's title is not found, its words may stand
under the item before it: that item then has no words rather than another's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pejl.minutes.contents import folded
from pejl.minutes.exports.exported import ExportedItem
from pejl.minutes.lines import Line, read_lines

_NUMBERED = re.compile(
    r"^(?P<word>(?:dagsordens)?punkt|pkt\.?|sag(?:\s+nr\.?)?|nr\.?)?\s*(?P<number>\d{1,4}(?:\.\d{1,3})?)\s*[.:)–-]*"
    r"(?:\s+(?P<title>\S.*))?$",
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


@dataclass(frozen=True)
class _Beginning:
    """A line that may begin an item: how it is set apart from text that only repeats the title."""

    line: Line
    place: int
    numbered: bool


_TOLD_APART: tuple[Callable[[_Beginning], bool], ...] = (lambda each: each.line.level > 0, lambda each: each.numbered)


def stretches(lines: Sequence[str], items: Sequence[ExportedItem]) -> Stretches:
    """The lines cut into the items'."""
    begun = {each.line.number: each.place for each in _beginnings(read_lines(lines), items)}
    found: dict[int, list[str]] = {}
    filled: Counter[int] = Counter()
    before: list[str] = []
    current: int | None = None
    first = False
    for number, line in enumerate(lines, start=1):
        place = begun.get(number)
        if place is not None and (current is None or _may_follow(place, current, items, found)):
            current, first = place, True
            found.setdefault(current, [])
        elif current is None:
            before.append(line)
        else:
            found[current].append(line)
            filled[current] += first and bool(line.strip())
            first = first and not line.strip()
    doubtful = _doubtful(items, found, filled)
    kept = {place: tuple(said) for place, said in found.items() if place not in doubtful}
    return Stretches(kept, doubtful, tuple(before))


def _may_follow(place: int, current: int, items: Sequence[ExportedItem], found: dict[int, list[str]]) -> bool:
    """Whether an item may begin here. A closed item that has words of its own is only ended by a later item."""
    in_contents = not any(line.strip() for line in found[current])
    return items[current].open or place > current or in_contents


def _beginnings(lines: Sequence[Line], items: Sequence[ExportedItem]) -> list[_Beginning]:
    """The lines that begin items. Where most items have one that is a heading, or bears their number, only such count:
    a line of text that is a title by chance must not end a closed item. A title that items share is the closed one's.
    """
    open_first = sorted(enumerate(items), key=lambda each: not each[1].open)
    titles = {folded(item.title): place for place, item in open_first if item.title and folded(item.title)}
    labels = {item.label: place for place, item in enumerate(items) if item.label}
    all_found = [found for line in lines if (found := _beginning(line, titles, labels, items))]
    for told_apart in _TOLD_APART:
        sure = [each for each in all_found if told_apart(each)]
        if 2 * len({each.place for each in sure}) > len(items):
            return sure
    return all_found


def _beginning(
    line: Line, titles: dict[str, int], labels: dict[str, int], items: Sequence[ExportedItem]
) -> _Beginning | None:
    """The item that a line is the title of, with or without its number; "Punkt 3" needs no title with it."""
    if not line.text or len(line.text) > _LONGEST_TITLE:
        return None
    if (place := titles.get(folded(line.text))) is not None:
        return _Beginning(line, place, numbered=False)
    numbered = _NUMBERED.match(line.text)
    if numbered is None:
        return None
    place, by_number = titles.get(folded(numbered["title"] or "")), labels.get(numbered["number"])
    if by_number is not None and (numbered["word"] or (place is not None and _same_title(items, place, by_number))):
        place = by_number
    return _Beginning(line, place, numbered=True) if place is not None else None


def _same_title(items: Sequence[ExportedItem], one: int, other: int) -> bool:
    return folded(items[one].title or "") == folded(items[other].title or "")


def _doubtful(items: Sequence[ExportedItem], found: dict[int, list[str]], filled: Counter[int]) -> frozenset[int]:
    """The items that stand before a closed one that was not found, and then those whose title is another's as well.

    Of items with one title all are found only where as many stretches of text were (`filled` counts them by item).
    """
    titles = [folded(item.title or "") for item in items]
    shared = Counter(titles)
    told: Counter[str] = Counter()
    for place, times in filled.items():
        told[titles[place]] += times
    missing = [
        place
        for place, item in enumerate(items)
        if not item.open
        and (place not in found or (shared[titles[place]] > 1 and told[titles[place]] < shared[titles[place]]))
    ]
    before = {max(earlier) for place in missing if (earlier := [other for other in found if other < place])}
    alike = {place for place in found if missing and shared[titles[place]] > 1}
    return frozenset(before | alike)
