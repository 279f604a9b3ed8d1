"""Rows as a file for spreadsheets: semicolons, Danish numbers, and no cell that a spreadsheet would run.

A cell that begins with =, +, - or @ is a formula to a spreadsheet, whoever wrote it; one that is no number gets an
apostrophe in front, which the spreadsheet takes for "this is text".
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from pejl.calendar.numbers import parse_number

BYTE_ORDER_MARK = "\ufeff"
"""By this sign at its beginning a spreadsheet knows the file for UTF-8."""

MEDIA_TYPE = "text/csv"
_RUNS = ("=", "+", "-", "@", "\t", "\r")


def as_csv(rows: Iterable[Sequence[str]]) -> str:
    """The rows as one text, ready to be written as UTF-8."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return BYTE_ORDER_MARK + written.getvalue()


def harmless(cell: str) -> str:
    """The cell as a spreadsheet shows it without running it.

    >>> harmless("=2+2"), harmless("-3,5"), harmless("-")
    ("'=2+2", '-3,5', '-')
    """
    text = cell.replace("\0", "")
    if len(text) > 1 and text.lstrip(" ").startswith(_RUNS) and parse_number(text) is None:
        return f"'{text}"
    return text
