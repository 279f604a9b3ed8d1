"""Sensitive attributes read from a CSV file. Numbers become pseudonyms here, before anything is kept."""

from __future__ import annotations

from dataclasses import dataclass

from pejl.intake.pseudonym import PSEUDONYM, Identifier, Pseudonyms
from pejl.intake.short_list import NoFile, rows_of
from pejl.screening.fairness.basis import NotAllowed, plain_word

PERSON = ("person", "borger", "cpr", "cpr-nummer")
VALUE = ("value", "værdi", "vaerdi")
"""What the two columns may be called."""


@dataclass(frozen=True)
class Read:
    """What a file holds: a value for each person, and the lines that could not be used, by number and reason."""

    values: dict[str, str]
    faults: tuple[tuple[int, str], ...]


def read_values(content: bytes, pseudonyms: Pseudonyms, identifier: Identifier) -> Read:
    """Read a file of two columns. The last line about a person counts. Raises `NoFile`.

    A line that cannot be used is told of by its number, never by what stands in it.
    """
    rows = rows_of(content)
    person_at, value_at = _places(next(rows, (1, []))[1])
    values: dict[str, str] = {}
    faults: list[tuple[int, str]] = []
    for line, cells in rows:
        person = str(pseudonyms.one(_cell(cells, person_at), identifier)) if _cell(cells, person_at) else ""
        try:
            if not PSEUDONYM.match(person):
                raise NotAllowed("Borgeren er ikke skrevet, så den kan læses.")
            values[person] = plain_word(_cell(cells, value_at))
        except NotAllowed as why:
            faults.append((line, str(why)))
    return Read(values, tuple(faults))


def _cell(cells: list[str], place: int) -> str:
    return cells[place].strip() if place < len(cells) else ""


def _places(heads: list[str]) -> tuple[int, int]:
    written = [head.strip().casefold() for head in heads]
    found = [next((written.index(word) for word in words if word in written), None) for words in (PERSON, VALUE)]
    person, value = found
    if person is None or value is None:
        raise NoFile(
            f"Filens første linje skal have to kolonner: {' eller '.join(PERSON)}, og {' eller '.join(VALUE)}."
        )
    return person, value
