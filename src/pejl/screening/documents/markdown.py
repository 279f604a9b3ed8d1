"""A document as Markdown, which case systems and people can edit on."""

from __future__ import annotations

import re

from pejl.screening.documents.document import Blank, Block, Bullets, Document, Heading, Paragraph, Picture, Table

_MEANS_SOMETHING = re.compile(r"([\\`*_\[\]<>|])")
TO_FILL_IN = "Udfyldes af kommunen"


def as_markdown(document: Document) -> str:
    """The whole document. Pictures are left out of it: their tables say the same."""
    parts = [f"# {_plain(document.title)}", *filter(None, map(_block, document.blocks))]
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {_plain(block.text)}"
    if isinstance(block, Paragraph):
        return _plain(block.text)
    if isinstance(block, Bullets):
        return "\n".join(f"* {_plain(item)}" for item in block.items)
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Blank):
        return f"> **{TO_FILL_IN}:** {_plain(block.question)}\n>\n> ____"
    assert isinstance(block, Picture)  # noqa: S101 - the only kind that is left
    return ""


def _table(table: Table) -> str:
    if not table.rows:
        return f"{_plain(table.caption)}: ingen."
    align = "---:" if table.numbers else "---"
    lines = [
        _line(table.heads),
        "| " + " | ".join(["---", *[align] * (len(table.heads) - 1)]) + " |",
        *map(_line, table.rows),
    ]
    return f"**{_plain(table.caption)}**\n\n" + "\n".join(lines)


def _line(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(_plain(cell).replace("\n", " ") for cell in cells) + " |"


def _plain(text: str) -> str:
    """The text with what Markdown would take for its own marked as text."""
    return _MEANS_SOMETHING.sub(r"\\\1", text)
