"""The source lines that an item was read from, out of the archive, as they were received but for personal numbers."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

from pejl.minutes.public import hidden_lines, public_lines
from pejl.minutes.reader import source_bytes
from pejl.minutes.sources import Unreadable
from pejl.record.archive import Archive, Damaged
from pejl.record.queries.items import ItemPage


@dataclass(frozen=True)
class SourceLines:
    """Numbered lines of the source, or the sentence that tells why they cannot be shown."""

    name: str
    sha256: str
    lines: tuple[tuple[int, str], ...]
    missing: str


def source_of(page: ItemPage) -> SourceLines | None:
    """The lines of an open item. A closed item has none to show, and no line of one is ever among another item's."""
    if page.read.closed:
        return None
    document = page.shown
    shut = {
        number for item in page.minutes.items if item.closed for number in range(item.lines.first, item.lines.last + 1)
    }
    shut |= hidden_lines(page.read)
    archive = Archive(settings.HOME.archive)
    receipt = archive.receipt(document.sha256)
    if receipt is None:
        return SourceLines(document.name, document.sha256, (), "Filen ligger ikke i arkivet.")
    try:
        text = source_bytes(receipt.name, archive.data(receipt))
    except (Damaged, Unreadable):
        return SourceLines(document.name, document.sha256, (), "Filen i arkivet kan ikke læses.")
    numbered = enumerate(public_lines(text.lines), start=1)
    first, last = page.read.lines.first, page.read.lines.last
    shown = tuple((number, line) for number, line in numbered if first <= number <= last and number not in shut)
    return SourceLines(document.name, document.sha256, shown, "")
