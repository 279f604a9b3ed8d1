"""Marks as columns: to be laid over the rows of deadlines, and given to what judges them."""

from __future__ import annotations

from collections.abc import Iterable

import pyarrow as pa

from pejl.casework.marks import Mark, MarkKind

SCHEMA = pa.schema(
    [
        ("duty", pa.string()),
        ("person", pa.string()),
        ("starts", pa.date32()),
        ("mark", pa.string()),
        ("mark_day", pa.date32()),
        ("mark_until", pa.date32()),
        ("mark_reason", pa.string()),
        ("mark_why", pa.string()),
        ("mark_who", pa.string()),
        ("mark_at", pa.date32()),
    ]
)
"""Marks as columns, to be joined to the rows that they lie over."""


def as_columns(marks: Iterable[Mark]) -> pa.Table:
    """The marks as a table of `SCHEMA`."""
    return pa.Table.from_pylist([_row(mark) for mark in marks], SCHEMA)


EXEMPTIONS = pa.schema(
    [
        ("person", pa.string()),
        ("duty", pa.string()),
        ("starts", pa.date32()),
        ("exempt", pa.string()),
        ("until", pa.date32()),
    ]
)


def exemptions(marks: Iterable[Mark]) -> pa.Table:
    """The exemptions among them as `deadlines(recorded=...)` takes them: with the reason's word, and until when."""
    return pa.Table.from_pylist(
        [
            {
                "person": mark.key.person,
                "duty": mark.key.duty,
                "starts": mark.key.starts,
                "exempt": mark.reason,
                "until": mark.until,
            }
            for mark in marks
            if mark.kind is MarkKind.EXEMPT
        ],
        EXEMPTIONS,
    )


def _row(mark: Mark) -> dict[str, object]:
    return {
        "duty": mark.key.duty,
        "person": mark.key.person,
        "starts": mark.key.starts,
        "mark": mark.kind.value,
        "mark_day": mark.day,
        "mark_until": mark.until,
        "mark_reason": mark.reason,
        "mark_why": mark.why,
        "mark_who": mark.who,
        "mark_at": mark.at.date(),
    }
