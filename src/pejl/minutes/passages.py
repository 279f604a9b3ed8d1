"""An item's running text as passages: what stands together, with the lines and the section that it stands in.

Checks, promises and appropriations read passages, so that they all see the same text: paragraphs, list entries, the
clauses of the recommendation and the decision. Tables are read as tables (`Item.tables`), not here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pejl.minutes.document import Block, Item, Lines, Role, Section
from pejl.minutes.statements import sentences

_DIGIT = re.compile(r"[0-9]")
_SHORTEST = 5
"""Blanks in the shortest heading that is taken for a sentence."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a passage, at the characters from `start` to `end` of the passage's text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or list entry. `heading` is its section's own heading, `entry` tells that it is an entry of a list.

    `list_number` counts the lists of the item from 1, so that the entries of one list can be found together; it is 0
    for paragraphs.
    """

    text: str
    lines: Lines
    role: Role
    heading: str | None = None
    list_number: int = 0

    @property
    def entry(self) -> bool:
        """Whether the passage is an entry of a list."""
        return self.list_number > 0

    @property
    def sentences(self) -> list[Sentence]:
        """The passage's sentences, in order; "jf." ends none, and "mio. kr." only before a new one."""
        found, reached = [], 0
        for text in sentences(self.text):
            start = self.text.index(text, reached)
            reached = start + len(text)
            found.append(Sentence(text, start, reached))
        return found


def passages(item: Item) -> list[Passage]:
    """The item's passages in the order of the source. A closed item has none."""
    if item.closed:
        return []
    counted = _Lists()
    found = [passage for section in item.sections for passage in _section(section, counted)]
    covered = [(section.lines.first, section.lines.last) for section in item.sections]
    for role, part in ((Role.RECOMMENDATION, item.recommendation), (Role.DECISION, item.decision)):
        if part and part.text.strip() and not any(first <= part.lines.first <= last for first, last in covered):
            found.append(Passage(part.text, part.lines, role))
    return sorted((each for each in found if each.text.strip()), key=lambda each: each.lines.first)


class _Lists:
    """Numbers for the lists of one item."""

    def __init__(self) -> None:
        self.last = 0

    def next(self) -> int:
        self.last += 1
        return self.last


def leads_in(heading: str | None) -> bool:
    """Whether what stands as a heading is a sentence with figures that leads in to what follows: "... 320 sager:"."""
    return bool(
        heading and heading.rstrip().endswith(":") and _DIGIT.search(heading) and heading.count(" ") >= _SHORTEST
    )


def _section(section: Section, counted: _Lists) -> Iterator[Passage]:
    if section.role is Role.TEXT and section.heading and leads_in(section.heading):
        lines = Lines(first=section.lines.first, last=section.lines.first)
        yield Passage(section.heading, lines, section.role, section.heading)
    for block in section.blocks:
        yield from _block(block, section, counted)


def _block(block: Block, section: Section, counted: _Lists) -> Iterator[Passage]:
    match block.kind:
        case "paragraph":
            yield Passage(block.text, block.lines, section.role, section.heading)
        case "list":
            number = counted.next()
            for entry in block.entries:
                yield Passage(entry.text, entry.lines, section.role, section.heading, number)
        case "table":
            return
