"""Closed items under which text stands. The flag tells the item's number and nothing of what stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pejl.minutes.case_number import is_case_line
from pejl.minutes.checks.flag import LEAD_IN, Certainty, Flag, FlagKind
from pejl.minutes.contents import folded
from pejl.minutes.document import Block, Item, Minutes, Role
from pejl.minutes.openness import is_closing_line
from pejl.minutes.people import says_nobody

_TOLD_OF_CLOSED_ITEMS = frozenset({Role.DECISION, Role.EARLIER_DECISION, Role.ABSENT, Role.ROUTE, Role.RELATED})
"""What may stand under a closed item all the same: that it was decided is published, and where it goes."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS = 4
"""Fewer words are a filler ("Ingen.", "Åbnes ikke") or the rest of a heading."""


def text_under_closed(minutes: Minutes) -> Iterator[Flag]:
    """The closed items that hold case text, a recommendation, a table or open attachments."""
    for place, item in enumerate(minutes.items, start=1):
        if item.closed and (told := _what_stands_there(item)):
            name = f"Punkt {item.label}" if item.label else f"Det {place}. punkt"
            yield Flag(
                kind=FlagKind.FORM,
                rule="closed-item-text",
                sentence=f"{LEAD_IN}{name} er lukket, men der står {told} under det. Må det offentliggøres?",
                stated="lukket punkt",
                computed=f"{told} under punktet",
                certainty=Certainty.LIKELY,
                lines=[item.lines],
                item=item.number,
                place=place,
            )


def _what_stands_there(item: Item) -> str:
    """What kind of thing stands under the item; empty where nothing does that needs a look."""
    if item.tables:
        return "en tabel"
    if any(not attachment.closed for attachment in item.attachments):
        return "åbne bilag"
    texts = [
        text
        for section in item.sections
        if section.role not in _TOLD_OF_CLOSED_ITEMS
        for block in section.blocks
        for text in _texts(block)
    ]
    return "tekst" if any(_says_something(text, item.title or "") for text in texts) else ""


def _texts(block: Block) -> Iterator[str]:
    yield block.text
    yield from (entry.text for entry in block.entries)


def _says_something(text: str, title: str) -> bool:
    """Whether a text tells more than what names a closed item: its title, its case number, that it is closed."""
    if says_nobody(text) or is_closing_line(text) or is_case_line(text) or folded(text) == folded(title):
        return False
    return len(_WORD.findall(text)) >= _FEWEST_WORDS
