"""A document as a part of a page, in the public design system's classes. All text is escaped; only our own plots are
not."""

from __future__ import annotations

from html import escape

from pejl.screening.documents.document import Blank, Block, Bullets, Document, Heading, Paragraph, Picture, Table
from pejl.screening.documents.markdown import TO_FILL_IN

CLASSES = "table table--compact table--responsive-headers pejl-stacked"


def as_html(document: Document) -> str:
    """The document without its title, which the page has as its heading."""
    return "\n".join(map(_block, document.blocks))


def as_file(document: Document) -> str:
    """The document as a file of its own, which needs nothing else to be read."""
    title = escape(document.title)
    return (
        f'<!doctype html>\n<html lang="da">\n<head><meta charset="utf-8"><title>{title}</title></head>\n'
        f"<body>\n<h1>{title}</h1>\n{as_html(document)}\n</body>\n</html>\n"
    )


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"<h{block.level}>{escape(block.text)}</h{block.level}>"
    if isinstance(block, Paragraph):
        return f"<p>{escape(block.text)}</p>"
    if isinstance(block, Bullets):
        return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in block.items) + "</ul>"
    if isinstance(block, Blank):
        return f"<p><strong>{TO_FILL_IN}:</strong> {escape(block.question)}</p>"
    if isinstance(block, Picture):
        return f"<figure>{block.svg}<figcaption>{escape(block.words)}</figcaption></figure>"
    if not block.rows:
        return f"<p>{escape(block.caption)}: ingen.</p>"
    return _table(block)


def _table(table: Table) -> str:
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in table.heads)
    rows = "".join(_row(table.heads, row) for row in table.rows)
    return (
        f'<table class="{CLASSES}"><caption>{escape(table.caption)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _row(heads: tuple[str, ...], cells: tuple[str, ...]) -> str:
    """A row; on a narrow screen each cell stands under the other with its own heading."""
    first, *others = cells
    rest = "".join(
        f'<td data-title="{escape(head)}">{escape(cell)}</td>' for head, cell in zip(heads[1:], others, strict=True)
    )
    return f'<tr><th scope="row" data-title="{escape(heads[0])}">{escape(first)}</th>{rest}</tr>'
