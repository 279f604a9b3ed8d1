"""One table of an item, as data."""

from __future__ import annotations

from pejl.minutes.document import Minutes
from pejl.record.identity import addressed_items
from pejl.record.models import Document
from pejl.record.queries.passages import plain


def table_of(shown: Document, item: str, number: int) -> list[list[str]] | None:
    """The rows, header first, of the table with this number, from 1, of the open item at `item`; or None."""
    items = dict(addressed_items(Minutes.model_validate(shown.content)))
    found = items.get(item)
    if found is None or found.closed or not 1 <= number <= len(found.tables):
        return None
    table = found.tables[number - 1]
    return [[plain(cell) for cell in row] for row in (table.header, *table.rows)]
