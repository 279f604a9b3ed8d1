"""A document as its parts, so that the same words become Markdown for a file and HTML for a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias


@dataclass(frozen=True)
class Heading:
    """A heading below the title: 2 for a part, 3 for a part of it."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True)
class Bullets:
    """A list of sentences."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """Rows under headings. The first column names the row; the others are numbers where `numbers` says so."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: bool = True


@dataclass(frozen=True)
class Picture:
    """A plot as SVG, with what it shows in words. The table with the same numbers stands beside it."""

    svg: str
    words: str


@dataclass(frozen=True)
class Blank:
    """What only a person can fill in: a question with room for the answer."""

    question: str


Block: TypeAlias = Heading | Paragraph | Bullets | Table | Picture | Blank


@dataclass(frozen=True)
class Document:
    """A document with a title. `name` is that of its files; `data` is what other programs get of it, where they do."""

    name: str
    title: str
    blocks: tuple[Block, ...]
    data: Mapping[str, Any] | None = field(default=None)

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """What is left for a person."""
        return tuple(block for block in self.blocks if isinstance(block, Blank))
