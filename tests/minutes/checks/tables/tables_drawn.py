"""Tables as a test draws them, and what the checks say of them."""

from __future__ import annotations

from pejl.minutes.checks.flag import LEAD_IN, Flag
from pejl.minutes.checks.tables import ITEM_CHECKS

from ...reading import item, minutes_of


def tabbed(drawing: str) -> str:
    """A table drawn with bars between its cells, as the tab-separated lines that a PDF leaves."""
    return "\n".join("\t".join(cell.strip() for cell in row.split("|")) for row in drawing.strip().split("\n"))


def flags_of_text(body: str) -> list[Flag]:
    """What the checks of tables say of an item with that text. Every flag says what it must."""
    minutes = minutes_of(item(1, body=body))
    (read,) = minutes.items
    flags = [flag for check in ITEM_CHECKS for flag in check(minutes, read)]
    for flag in flags:
        assert flag.sentence.startswith(LEAD_IN) and flag.sentence.endswith(".")
        assert flag.lines and all(read.lines.first <= each.first <= each.last <= read.lines.last for each in flag.lines)
    return flags


def flags_of(drawing: str, above: str = "") -> list[Flag]:
    """What the checks say of a drawn table, with a caption or text above it."""
    return flags_of_text(f"{above}\n\n{tabbed(drawing)}")
