"""A short list that somebody hands over as CSV, beside the deliveries: a few columns, read whole."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator


class NoFile(ValueError):
    """The file cannot be read as such a list. `str()` says why, in Danish."""


def rows_of(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """The rows with the numbers of their lines, empty ones left out. Raises `NoFile` where it is no table."""
    text = _text(content)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(";,\t", key=text.split("\n", 1)[0].count))
    try:
        yield from ((rows.line_num, cells) for cells in rows if any(cell.strip() for cell in cells))
    except csv.Error as trouble:
        raise NoFile(f"Filen er ikke en tabel i CSV: linje {rows.line_num} kan ikke læses.") from trouble


def _text(content: bytes) -> str:
    """The file's text: UTF-8 where it is that, else Windows-1252 as older systems write."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
