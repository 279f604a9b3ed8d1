"""An item as paragraphs to search in, each with the place on the item's page where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from pejl.minutes.document import Block, Item, Role, Section, Table
from pejl.record.names import line_anchor


def paragraphs(item: Item) -> tuple[tuple[str, str], ...]:
    """The item's text as (anchor, text) in the order of the source. A closed item has none.

    Sections hold all of an item's text; a recommendation or a decision that stands in no section is added.
    """
    if item.closed:
        return ()
    found = [pair for section in item.sections for pair in _section(section, item.tables)]
    covered = [(section.lines.first, section.lines.last) for section in item.sections]
    for part in (item.recommendation, item.decision):
        if part and part.text.strip() and not any(first <= part.lines.first <= last for first, last in covered):
            found.append((part.lines.first, part.text))
    ordered = sorted(found, key=lambda pair: pair[0])
    return tuple((line_anchor(line), text) for line, text in ordered if text.strip())


def _section(section: Section, tables: list[Table]) -> Iterator[tuple[int, str]]:
    """The section's paragraphs by line. Its heading counts as one where it is this case's own, not every case's."""
    if section.heading and section.role is Role.TEXT:
        yield section.lines.first, section.heading
    for block in section.blocks:
        yield from _block(block, tables)


def _block(block: Block, tables: list[Table]) -> Iterator[tuple[int, str]]:
    match block.kind:
        case "paragraph":
            yield block.lines.first, block.text
        case "list":
            yield from ((entry.lines.first, entry.text) for entry in block.entries)
        case "table":
            if block.table is not None and block.table < len(tables):
                yield block.lines.first, _table_text(tables[block.table])


def _table_text(table: Table) -> str:
    rows = ([table.caption] if table.caption else [], table.header, *table.rows)
    return "\n".join(" ".join(cell for cell in row if cell) for row in rows)
