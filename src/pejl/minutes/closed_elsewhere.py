"""Items that are closed by words that stand outside them: the contents, the title of the whole text, the file's name.

The reading tells what each item says of itself, so that the two can be held against each other. What is published
believes whoever says "closed".
"""

from __future__ import annotations

import re

from pejl.minutes.closing_words import ONE, WHOLE
from pejl.minutes.contents import folded
from pejl.minutes.document import ContentsEntry, Item, Minutes
from pejl.minutes.groups import closes_group, is_group_heading

_TITLE_LINES = 3
"""So many lines at the top may hold the title of the whole; further down the contents have headings like it."""

_CUT = 24
"""Contents lines may be cut: so many letters of a title that begin another are enough."""

_TITLE = re.compile(rf"(?:{ONE}) {WHOLE}(?![^\W_])", re.IGNORECASE)
_IN_A_NAME = re.compile(
    rf"(?<![^\W_])(?:{ONE}) (?:dagsorden|referat|tillægsdagsorden|protokol)(?![^\W_])", re.IGNORECASE
)
_BETWEEN_WORDS = re.compile(r"[\s_.+-]+")


def closed_elsewhere(minutes: Minutes) -> list[bool]:
    """For each item of the document, in their order, whether something outside it says that it is closed."""
    if whole_is_closed(minutes):
        return [not _in_open_group(item) for item in minutes.items]
    entries = entries_with_groups(minutes)
    shut = [entry for entry in entries if entry.closed]
    still_open = {folded(entry.title) for entry in entries if not entry.closed}
    found = [any(_is_of(entry, item, still_open) for entry in shut) for item in minutes.items]
    return found if any(item.title or item.label for item in minutes.items) else _by_place(entries, minutes.items)


def whole_is_closed(minutes: Minutes) -> bool:
    """Whether the text as a whole calls itself closed, at its top or in the file's name ("Lukket referat.pdf")."""
    told = sorted((*minutes.head, *minutes.unread), key=lambda line: line.line)
    top = [line.text for line in told if line.field != "contents"][:_TITLE_LINES]
    name = _BETWEEN_WORDS.sub(" ", minutes.source.name)
    return bool(_IN_A_NAME.search(name)) or any(_TITLE.match(" ".join(text.split())) for text in top)


def _in_open_group(item: Item) -> bool:
    return item.group is not None and is_group_heading(item.group) and not closes_group(item.group)


def _by_place(entries: list[ContentsEntry], items: list[Item]) -> list[bool]:
    """Which of the items are closed where they have neither number nor title: each by its place in the contents, or
    none where there are as many as open entries. Otherwise it cannot be told which, and it is all of them.
    """
    once: dict[str, bool] = {}  # an item's own title may be taken for one more line of the contents
    for entry in entries:
        once[folded(entry.title)] = entry.closed or once.get(folded(entry.title), False)
    shut = list(once.values())
    if len(items) == len(entries):
        return shut
    return [any(shut) and len(items) != shut.count(False)] * len(items)


def entries_with_groups(minutes: Minutes) -> list[ContentsEntry]:
    """The entries of the contents, those under the heading of a closed group closed."""
    headings = [line for line in minutes.head if is_group_heading(line.text)]
    entries = []
    for entry in minutes.contents:
        above = [line.text for line in headings if line.line < entry.line]
        entries.append(entry.model_copy(update={"closed": entry.closed or bool(above and closes_group(above[-1]))}))
    return entries


def _is_of(entry: ContentsEntry, item: Item, still_open: set[str]) -> bool:
    """Whether an entry of the contents is that of the item: by number and title, or by a title that no open one has."""
    listed, title = folded(entry.title), folded(item.title or "")
    same_number = bool(entry.number) and entry.number == item.label
    if not title or not listed:
        return same_number
    alike = listed == title or (min(len(listed), len(title)) >= _CUT and listed[:_CUT] == title[:_CUT])
    return alike and (same_number or listed not in still_open)
