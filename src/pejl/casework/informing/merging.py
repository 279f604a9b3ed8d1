"""Rows for the municipality's own letter system: the pseudonym, the text, and what stands in its fields for each.

Pejl sends no letters and knows no names. Whoever has the key of the pseudonyms joins the rows to addresses.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from pejl.calendar.days import danish_day
from pejl.casework.informing.recording import meant_for
from pejl.casework.informing.row import Row
from pejl.casework.informing.templates import FIELDS, Template
from pejl.casework.informing.topic import Said

HEADINGS = ("pseudonym", "brev", "version", *FIELDS)


def merged(rows: Iterable[Row], template: Template, said: Said, sent: dt.date) -> Iterator[tuple[str, Sequence[str]]]:
    """For each row that the text is meant for, the person and the cells of `HEADINGS`."""
    for row in rows:
        if meant_for(template, row, sent):
            values = fields(row.since, row.contact, said)
            yield row.person, (row.person, template.name, template.version, *(values[name] for name in FIELDS))


def fields(since: dt.date | None, contact: str, said: Said) -> dict[str, str]:
    """What stands in the fields."""
    return {
        "dag": danish_day(since) if since else "",
        "paragraf": said.cites,
        "regel": said.says,
        "kontakt": contact,
    }
