"""The table of contents against the items: an entry or an item that the other side lacks, another title, openness.

A title that is cut, or spelled otherwise, is the same title: contents are printed by other means than the items. A list
that fits few of the items is not understood well enough to be held against them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from pejl.minutes.checks.flag import LEAD_IN, Certainty, Flag, FlagKind
from pejl.minutes.closed_elsewhere import entries_with_groups
from pejl.minutes.contents import folded
from pejl.minutes.document import ContentsEntry, Item, Lines, Minutes
from pejl.minutes.stems import shared, subject_stems

_SAME = 0.75
_FEWEST, _MOST = 3, 150
_LEAST_MATCHED = 0.7
_LONGEST_TITLE = 300
_LEAST_OF_A_CUT_TITLE = 12
_NO_ITEM = re.compile(r"^(?:bilag\w*|underskrift\w*|deltager\w*|fravær\w*|indhold\w*|forside)\b", re.IGNORECASE)

_FEWEST_IN_ORDER = 5
"""A list this long has an order that two entries may fall out of."""

Pairs = list[tuple[int, int]]


def contents_and_items(minutes: Minutes) -> Iterator[Flag]:
    """What the contents and the items tell differently."""
    entries = entries_with_groups(minutes)
    items = list(minutes.items)
    if not (_FEWEST <= len(entries) <= _MOST and len(items) <= _MOST) or not all(item.title for item in items):
        return
    pairs = _pairs(entries, items)
    if len(pairs) < _LEAST_MATCHED * max(len(entries), len(items)):
        return
    for entry, item in ((entries[one], items[other]) for one, other in pairs):
        if entry.closed and not item.closed:
            yield _openness(entry, item)
    yield from _numbers([(entries[one], items[other]) for one, other in pairs])
    yield from _changed_places(entries, items, pairs)
    yield from _unpaired(entries, items, pairs)


def _pairs(entries: Sequence[ContentsEntry], items: Sequence[Item]) -> Pairs:
    """Entries and items of the same title: in their order where they have one, else wherever the title is."""
    alike = [[_alike(entry.title, item.title or "") for item in items] for entry in entries]
    best = [[0.0] * (len(items) + 1) for _ in range(len(entries) + 1)]
    for one in range(len(entries) - 1, -1, -1):
        for other in range(len(items) - 1, -1, -1):
            taken = alike[one][other] + best[one + 1][other + 1] if alike[one][other] >= _SAME else 0.0
            best[one][other] = max(taken, best[one + 1][other], best[one][other + 1])
    pairs, one, other = Pairs(), 0, 0
    while one < len(entries) and other < len(items):
        together = alike[one][other] + best[one + 1][other + 1] if alike[one][other] >= _SAME else -1.0
        if together == best[one][other]:
            pairs.append((one, other))
            one, other = one + 1, other + 1
        elif best[one + 1][other] >= best[one][other + 1]:
            one += 1
        else:
            other += 1
    return sorted(pairs + _out_of_order(alike, pairs))


def _out_of_order(alike: list[list[float]], pairs: Pairs) -> Pairs:
    """Pairs among what is left, for contents that are printed in another order."""
    found = Pairs()
    free = set(range(len(alike[0]) if alike else 0)) - {other for _, other in pairs}
    for one in range(len(alike)):
        if one not in {pair[0] for pair in pairs}:
            near = max(free, key=lambda other: alike[one][other], default=None)
            if near is not None and alike[one][near] >= _SAME:
                free.discard(near)
                found.append((one, near))
    return found


def _alike(printed: str, title: str) -> float:
    """How alike two titles are, from 0 to 1. A cut title is as good as whole."""
    one, other = folded(printed)[:_LONGEST_TITLE], folded(title)[:_LONGEST_TITLE]
    if one == other:
        return 1.0
    if min(len(one), len(other)) >= _LEAST_OF_A_CUT_TITLE:
        other = other[: len(one)] if len(other) > len(one) else other
        one = one[: len(other)] if len(one) > len(other) else one
        if one == other:
            return 0.98
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _unpaired(entries: Sequence[ContentsEntry], items: Sequence[Item], pairs: Pairs) -> Iterator[Flag]:
    """What is left of both sides. One entry and one item at the same place are one item under two titles."""
    entries_left = sorted(set(range(len(entries))) - {one for one, _ in pairs})
    items_left = sorted(set(range(len(items))) - {other for _, other in pairs})
    for one in list(entries_left):
        same_place = [other for other in items_left if _neighbours_fit(one, other, pairs)]
        if len(same_place) == 1:
            entries_left.remove(one)
            items_left.remove(same_place[0])
            yield from _titles(entries[one], items[same_place[0]])
    for entry in (entries[one] for one in entries_left):
        if entry.closed or _NO_ITEM.match(entry.title):
            continue  # closed items are often left out of what is published
        yield _flag(
            "contents-item-missing",
            f"»{entry.title}« står i indholdsfortegnelsen, men er ikke et punkt i teksten.",
            entry.title,
            "intet punkt",
            [entry.line],
        )
    for other in items_left:
        if _NO_ITEM.match(items[other].title or ""):
            continue
        yield _flag(
            "contents-entry-missing",
            f"{_name(items[other])} står ikke i indholdsfortegnelsen.",
            _name(items[other]),
            "ikke i indholdsfortegnelsen",
            [items[other].lines.first],
        )


def _changed_places(entries: Sequence[ContentsEntry], items: Sequence[Item], pairs: Pairs) -> Iterator[Flag]:
    """Two neighbours that stand the other way about in the contents, where all the rest has one order."""
    places = [other for _, other in sorted(pairs)]
    turned = [at for at in range(len(places) - 1) if places[at] > places[at + 1]]
    if len(turned) != 1 or len(pairs) < _FEWEST_IN_ORDER:
        return
    (at,) = turned
    first, second = items[places[at + 1]], items[places[at]]
    mended = [*places[:at], places[at + 1], places[at], *places[at + 2 :]]
    if mended != sorted(places) or places[at] - places[at + 1] != 1 or first.closed or second.closed:
        return
    entry = entries[sorted(pairs)[at][0]]
    yield _flag(
        "contents-order",
        f"{_name(first)} og {_name(second).lower()} står i omvendt rækkefølge i indholdsfortegnelsen.",
        entry.title,
        first.title or "",
        [entry.line, first.lines.first],
    )


def _neighbours_fit(one: int, other: int, pairs: Pairs) -> bool:
    """Whether the pairs before the entry are those before the item."""
    before = {pair for pair in pairs if pair[0] < one}
    return before == {pair for pair in pairs if pair[1] < other} and len(before) == one == other


def _titles(entry: ContentsEntry, item: Item) -> Iterator[Flag]:
    """An entry and the item at its place, where they cannot be the same title. Closed titles are left alone."""
    if entry.closed or item.closed or shared(subject_stems(entry.title), subject_stems(item.title or "")):
        return
    yield _flag(
        "contents-title",
        f"{_name(item)} hedder »{item.title}« i teksten, men »{entry.title}« i indholdsfortegnelsen.",
        entry.title,
        item.title or "",
        [entry.line, item.lines.first],
    )


def _numbers(pairs: Sequence[tuple[ContentsEntry, Item]]) -> Iterator[Flag]:
    """Entries that give another number than the item bears, where most give the same."""
    numbered = [(entry, item) for entry, item in pairs if entry.number and item.label]
    odd = [(entry, item) for entry, item in numbered if entry.number != item.label]
    if 3 * len(odd) > len(numbered):
        return
    for entry, item in odd:
        yield _flag(
            "contents-number",
            f"{_name(item)} har nummer {entry.number} i indholdsfortegnelsen.",
            f"nummer {entry.number}",
            f"nummer {item.label}",
            [entry.line, item.lines.first],
        )


def _openness(entry: ContentsEntry, item: Item) -> Flag:
    return _flag(
        "contents-openness",
        f"{_name(item)} står som lukket i indholdsfortegnelsen, men er åbent i teksten.",
        "lukket",
        "åbent",
        [entry.line, item.lines.first],
    )


def _name(item: Item) -> str:
    return f"Punkt {item.label}" if item.label else f"Det {item.number}. punkt"


def _flag(rule: str, sentence: str, stated: str, computed: str, lines: list[int]) -> Flag:
    return Flag(
        kind=FlagKind.NUMBERING,
        rule=rule,
        sentence=LEAD_IN + sentence,
        stated=stated,
        computed=computed,
        certainty=Certainty.LIKELY,
        lines=[Lines(first=line, last=line) for line in sorted(lines)],
    )
