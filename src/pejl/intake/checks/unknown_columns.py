"""Columns that nobody asked for: never stored, always told of, and not let through where they look personal.

What a source sends along unasked is where free text about people comes from. A column that the description neither
maps nor leaves out is looked at in samples; running text or personal numbers in it refuse the delivery until somebody
has said that the column is to be left out, and so has seen that it was sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pyarrow as pa

from pejl.calendar.cpr import birth_day, ten_digits
from pejl.intake.description.described import DescribedTable
from pejl.intake.faults import Refused
from pejl.intake.quarantine.hiding import holds_number
from pejl.intake.rows.headings import plain, shown

SAMPLE = 400
"""Rows of each batch that are looked at."""

_LONG, _VERY_LONG, _WORDS, _MANY_WORDS = 40, 120, 6, 12
_NUMBERS = 5


class UnknownColumns:
    """The columns of one table's files that the description does not know, and what is seen in them."""

    def __init__(self, described: DescribedTable) -> None:
        self._described = described
        known = [*(column.source_name for column in described.columns.values()), *described.left_out]
        self._known = {plain(name) for name in known}
        self._found: dict[str, None] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """Their names in the order of the files, as they may be shown."""
        return tuple(dict.fromkeys(shown(name) for name in self._found))

    def look(self, file: str, columns: pa.RecordBatch) -> None:
        """Look at the first rows of a batch. Raises `Refused` with the name of the column and what to write."""
        for place, name in enumerate(columns.schema.names):
            if plain(name) in self._known:
                continue
            self._found.setdefault(name)
            cells = [text for text in columns.column(place).slice(0, SAMPLE).to_pylist() if text]
            if holds_personal_numbers(cells):
                raise self._refused(file, name, "CPR-numre")
            if is_running_text(cells):
                raise self._refused(file, name, "fri tekst")

    def _refused(self, file: str, column: str, what: str) -> Refused:
        return Refused(
            f"{file}: kolonnen »{shown(column)}« holder {what}, og kontrakten har ingen plads til den. "
            f"Tag den ud af filen, eller skriv den i left_out under tabellen {self._described.table.name} i "
            "delivery.toml, så den ikke læses. Intet er indlæst."
        )


def holds_personal_numbers(cells: Sequence[str]) -> bool:
    """Whether a cell holds a personal number, or most cells are one without hyphen and perhaps without first nought."""
    if any(holds_number(text) for text in cells):
        return True
    return len(cells) >= _NUMBERS and _passing(cells) * 5 >= len(cells) * 4


def is_running_text(cells: Sequence[str]) -> bool:
    """Whether the cells are sentences more than names, codes or numbers: a tenth of them long, or one very long."""
    words = [len(text.split()) for text in cells if len(text) >= _LONG]
    many = sum(count >= _WORDS for count in words)
    very = any(len(text) >= _VERY_LONG and len(text.split()) >= _MANY_WORDS for text in cells)
    return very or (many > 0 and many * 10 >= len(cells))


def _passing(cells: Iterable[str]) -> int:
    return sum(1 for text in cells if (digits := ten_digits(text)) and birth_day(digits))
