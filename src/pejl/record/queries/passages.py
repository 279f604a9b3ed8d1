"""An item's text cut into the pieces that a page shows: paragraphs, lists and tables, with links where the text points.

A piece is plain text, or text that leads somewhere. Nothing is added to the text and nothing is taken from it but the
printer's marks of emphasis.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pejl.minutes.document import Block, ListEntry, Role, Section, Table
from pejl.minutes.document import Item as ReadItem
from pejl.record.names import line_anchor
from pejl.record.queries.pointers import Resolved

FIRST_LEVEL = 3
LAST_LEVEL = 6

_NUMERIC = re.compile(
    r"^[-–−+]?\s*\d[\d.\s]*(?:,\d+)?\s*(?:%|pct\.?|kr\.?|mio\.?(?: kr\.?)?|t\.kr\.?)?$", re.IGNORECASE
)
# Stars in pairs, tags, and double stars whose other half stands on another line. A footnote's star ("*)") stays.
_PAIRED = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*|(?<![\w*])\*(?=[^\s*)])([^*\n]*[^\s*])\*(?![\w*])", re.DOTALL)
_LONE = re.compile(r"</?(?:b|strong|i|em)>|(?<![\d*])\*\*(?![*)])", re.IGNORECASE)


@dataclass(frozen=True)
class Piece:
    """A stretch of text. `leads` is where it points, or None for plain text."""

    text: str
    leads: Resolved | None = None


@dataclass(frozen=True)
class EntryView:
    """An entry of a list with its printed mark."""

    mark: str
    pieces: tuple[Piece, ...]
    anchor: str

    @property
    def counted(self) -> bool:
        """Whether the mark tells something ("1.", "a)"), which a bullet does not."""
        return any(sign.isalnum() for sign in self.mark)


@dataclass(frozen=True)
class Cell:
    """A cell of a table. `figure` cells hold a number and are set to the right."""

    text: str
    figure: bool


@dataclass(frozen=True)
class TableView:
    """A table with its header as cells too. `row_headed` tells that the first column names the rows.

    `caption_repeats` tells that the caption says what the heading above it says already. `number` counts the item's
    tables from 1.
    """

    number: int
    caption: str
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    row_headed: bool
    caption_repeats: bool


@dataclass(frozen=True)
class BlockView:
    """A paragraph (`pieces`), a list (`entries`, `ordered` where its marks count) or a table."""

    kind: str
    pieces: tuple[Piece, ...]
    entries: tuple[EntryView, ...]
    table: TableView | None
    anchor: str


@dataclass(frozen=True)
class SectionView:
    """A section with the heading level (3 to 6) that it has on the page."""

    heading: str
    level: int
    role: Role
    blocks: tuple[BlockView, ...]
    anchor: str


class Anchors:
    """The places of an item's page that addresses may point at: each source line once, for whoever asks first.

    They are those that the search index knows (`record.paragraphs`), so a hit leads to the paragraph that was hit.
    """

    def __init__(self) -> None:
        self._taken: set[int] = set()

    def take(self, line: int) -> str:
        """The anchor of a source line, or nothing where an earlier part of the page has it."""
        if line in self._taken:
            return ""
        self._taken.add(line)
        return line_anchor(line)

    def nearest(self, line: int) -> str:
        """The last place of the page at or before a source line, or nothing where the page begins after it."""
        before = [taken for taken in self._taken if taken <= line]
        return line_anchor(max(before)) if before else ""


def plain(text: str) -> str:
    """The text without the marks of emphasis that a printer or a PDF tool left in it."""
    unpaired = _PAIRED.sub(lambda found: found[1] or found[2], text)
    return _LONE.sub("", unpaired).strip()


def apart(item: ReadItem) -> frozenset[Role]:
    """The roles whose sections the page shows in places of their own, because their content was read."""
    read: dict[Role, object] = {
        Role.RECOMMENDATION: item.recommendation,
        Role.DECISION: item.decision,
        Role.ROUTE: item.route,
        Role.RELATED: item.related,
        Role.PARTICIPANTS: item.participants,
        Role.ATTACHMENTS: item.attachments,
        Role.ABSENT: item.absent,
    }
    return frozenset(role for role, content in read.items() if content)


def sections(item: ReadItem, leading: Sequence[Resolved], anchors: Anchors) -> tuple[SectionView, ...]:
    """The sections of the case's own text, with headings that never skip a level."""
    views = []
    level = FIRST_LEVEL - 1
    shown = [section for section in item.sections if section.role not in apart(item)]
    highest = min((section.level for section in shown if section.heading), default=1)
    for section in shown:
        if section.heading:
            level = min(level + 1, FIRST_LEVEL + section.level - highest, LAST_LEVEL)
        views.append(
            SectionView(
                heading=plain(section.heading or ""),
                level=max(level, FIRST_LEVEL),
                role=section.role,
                anchor=anchors.take(section.lines.first) if section.heading else "",
                blocks=tuple(_blocks(section, item.tables, leading, anchors)),
            )
        )
    return tuple(views)


def marks(item: ReadItem, anchors: Anchors) -> dict[str, tuple[str, ...]]:
    """Anchors for the lines of sections shown apart that no part of their own took, by role. To be asked for last."""
    found: dict[str, tuple[str, ...]] = {}
    for section in item.sections:
        if section.role in apart(item):
            starts = [line for block in section.blocks for line in _starts(block)]
            left = tuple(anchor for line in starts if (anchor := anchors.take(line)))
            found[section.role.value] = found.get(section.role.value, ()) + left
    for part, role in ((item.recommendation, Role.RECOMMENDATION), (item.decision, Role.DECISION)):
        if part and (anchor := anchors.take(part.lines.first)):
            found[role.value] = (*found.get(role.value, ()), anchor)
    return found


def pieces(text: str, first: int, last: int, leading: Sequence[Resolved]) -> tuple[Piece, ...]:
    """The text of lines `first` to `last` with links where its references stand as written.

    The same words may stand for several references ("punkt 1, 5 og 6"); they then lead to the first of them, and the
    page's list of references has all.
    """
    text = plain(text)
    spots = []
    taken: set[str] = set()
    for resolved in leading:
        words = plain(resolved.pointer.text)
        if not words or words in taken or not first <= resolved.pointer.line <= last:
            continue
        start = text.find(words)
        if start >= 0:
            spots.append((start, start + len(words), resolved))
            taken.add(words)
    return tuple(piece for piece in _cut(text, sorted(spots, key=lambda spot: (spot[0], -spot[1]))) if piece.text)


def _cut(text: str, spots: list[tuple[int, int, Resolved]]) -> Iterator[Piece]:
    at = 0
    for start, end, resolved in spots:
        if start < at:
            continue
        yield Piece(text[at:start])
        yield Piece(text[start:end], resolved)
        at = end
    yield Piece(text[at:])


def _blocks(
    section: Section, tables: Sequence[Table], leading: Sequence[Resolved], anchors: Anchors
) -> Iterator[BlockView]:
    for block in section.blocks:
        yield BlockView(
            kind=block.kind,
            pieces=pieces(block.text, block.lines.first, block.lines.last, leading),
            anchor="" if block.kind == "list" else anchors.take(block.lines.first),
            entries=tuple(
                EntryView(entry.mark, _entry_pieces(entry, leading), anchors.take(entry.lines.first))
                for entry in block.entries
            ),
            table=_table(block, tables, section),
        )


def _starts(block: Block) -> list[int]:
    """The lines that the search index may point at within a block."""
    return [entry.lines.first for entry in block.entries] if block.kind == "list" else [block.lines.first]


def _entry_pieces(entry: ListEntry, leading: Sequence[Resolved]) -> tuple[Piece, ...]:
    return pieces(entry.text, entry.lines.first, entry.lines.last, leading)


def _table(block: Block, tables: Sequence[Table], section: Section) -> TableView | None:
    if block.table is None or block.table >= len(tables):
        return None
    table = tables[block.table]
    width = max(len(row) for row in (table.header, *table.rows))
    header, *body = ([plain(cell) for cell in row] + [""] * (width - len(row)) for row in (table.header, *table.rows))
    figures = [_holds_figures([row[column] for row in body]) for column in range(width)]
    return TableView(
        number=block.table + 1,
        caption=plain(table.caption or ""),
        header=tuple(Cell(text, figure) for text, figure in zip(header, figures, strict=True)),
        rows=tuple(tuple(Cell(text, figure) for text, figure in zip(row, figures, strict=True)) for row in body),
        row_headed=bool(figures) and not figures[0] and all(row[0] for row in body),
        caption_repeats=plain(table.caption or "") == plain(section.heading or ""),
    )


def _holds_figures(cells: list[str]) -> bool:
    """Whether a column is one of numbers: at least one number, and nothing else but empty cells and dashes."""
    told = [cell for cell in cells if cell and cell not in {"-", "–", "−"}]
    return bool(told) and all(_NUMERIC.match(cell) for cell in told)
