"""An item as the index keeps it, to make snippets from and to write it anew: a packed record, not a document format."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping

from pejl.record.search.shapes import IndexedItem

TEXT_END = "\x1e"
"""Stands between the title and the paragraphs of `Kept.texts`. No text holds it: see `words.printed`."""

_GROUP, _UNIT = "\x1d", "\x1f"
_SPLIT = b"\x1c"


class Kept:
    """A kept item, unpacked as far as it is needed: a search looks into twenty of them, a thousand times an hour.

    `texts` is the title and the paragraphs with `TEXT_END` between them, so that one look finds a word wherever it is.
    """

    __slots__ = (
        "_anchors",
        "_compounds",
        "_date",
        "_year",
        "body",
        "body_slug",
        "case_number",
        "document",
        "key",
        "municipality",
        "outcome",
        "subject",
        "texts",
    )

    def __init__(self, data: bytes) -> None:
        shown, _, self._compounds = data.partition(_SPLIT)
        facts, self._anchors, self.texts = shown.decode().split(_GROUP)
        (
            self.key,
            self.document,
            self.municipality,
            self.body,
            self.body_slug,
            self._date,
            self._year,
            self.outcome,
            self.subject,
            self.case_number,
        ) = facts.split(_UNIT)

    @property
    def title(self) -> str:
        """The item's title."""
        return self.texts.partition(TEXT_END)[0]

    @property
    def paragraphs(self) -> list[str]:
        """The texts of the paragraphs, in order."""
        return self.texts.split(TEXT_END)[1:]

    @property
    def digest(self) -> str:
        """What tells the item's texts from all others."""
        return digest_of(self.texts)

    @property
    def date(self) -> dt.date | None:
        """The day of the meeting."""
        return dt.date.fromisoformat(self._date) if self._date else None

    @property
    def year(self) -> int | None:
        """The year that the item is counted under."""
        return int(self._year) if self._year else None

    def anchor(self, paragraph: int) -> str | None:
        """The anchor of a paragraph, counted from 1, or None where the item has none of that number."""
        anchors = self._anchors.split(_UNIT)
        return anchors[paragraph] if 0 < paragraph < len(anchors) else None

    def parts_of(self, word: str) -> frozenset[str]:
        """The parts by which a compound of this item is indexed, as stems."""
        sought = f"{_UNIT}{word} ".encode()
        at = self._compounds.find(sought)
        if at < 0:
            return frozenset()
        start = at + len(sought)
        return frozenset(self._compounds[start : self._compounds.index(_UNIT.encode(), start)].decode().split(" "))

    def item(self) -> IndexedItem:
        """The item as it was indexed."""
        title, *texts = self.texts.split(TEXT_END)
        return IndexedItem(
            key=self.key,
            document=self.document,
            municipality=self.municipality,
            body=self.body,
            body_slug=self.body_slug,
            title=title,
            date=self.date,
            year=self.year,
            outcome=self.outcome,
            subject=self.subject or None,
            case_number=self.case_number or None,
            paragraphs=tuple(zip(self._anchors.split(_UNIT)[1:], texts, strict=True)),
        )


def texts_of(item: IndexedItem) -> str:
    """The title and the paragraphs, as they are kept."""
    return TEXT_END.join((item.title, *(text for _, text in item.paragraphs)))


def digest_of(texts: str) -> str:
    """What tells kept texts from all others."""
    return hashlib.sha256(texts.encode()).hexdigest()[:32]


def keep(item: IndexedItem, compounds: Mapping[str, frozenset[str]]) -> bytes:
    """Pack an item whose texts hold no control characters, with the parts of its compounds."""
    facts = (
        item.key,
        item.document,
        item.municipality,
        item.body,
        item.body_slug,
        item.date.isoformat() if item.date else "",
        str(item.year) if item.year is not None else "",
        item.outcome,
        item.subject or "",
        item.case_number or "",
    )
    anchors = "".join(f"{_UNIT}{anchor}" for anchor, _ in item.paragraphs)
    split = "".join(f"{_UNIT}{word} {' '.join(sorted(parts))}" for word, parts in sorted(compounds.items()))
    return _GROUP.join((_UNIT.join(facts), anchors, texts_of(item))).encode() + _SPLIT + f"{split}{_UNIT}".encode()
