"""An item as paragraphs to search in, each with the place on the item's page where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from pejl.minutes.document import Item, Role, Table
from pejl.minutes.passages import passages
from pejl.record.names import line_anchor
from pejl.record.search.words import BETWEEN_CELLS


def paragraphs(item: Item) -> tuple[tuple[str, str], ...]:
    """The item's text as (anchor, text) in the order of the source: its passages, and besides them its own headings
    and its tables. A closed item has none.
    """
    if item.closed:
        return ()
    found = [*_headings(item), *((passage.lines.first, passage.text) for passage in passages(item)), *_tables(item)]
    ordered = sorted(found, key=lambda pair: pair[0])
    return tuple((line_anchor(line), text) for line, text in ordered if text.strip())


def _headings(item: Item) -> Iterator[tuple[int, str]]:
    """The headings that are this case's own, not every case's."""
    for section in item.sections:
        if section.heading and section.role is Role.TEXT:
            yield section.lines.first, section.heading


def _tables(item: Item) -> Iterator[tuple[int, str]]:
    for section in item.sections:
        for block in section.blocks:
            if block.kind == "table" and block.table is not None and block.table < len(item.tables):
                yield block.lines.first, _table_text(item.tables[block.table])


def _table_text(table: Table) -> str:
    """A row a line, with its cells told apart: one that shows the text must not run them together."""
    rows = ([table.caption] if table.caption else [], table.header, *table.rows)
    told = ([" ".join(cell.split()) for cell in row] for row in rows)
    return "\n".join(BETWEEN_CELLS.join(cell for cell in row if cell) for row in told)
