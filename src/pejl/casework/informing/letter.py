"""Letters: who was told what on which day, and by which text. A letter is an act; its words stand in its template."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import pyarrow as pa

from pejl.casework.informing.topic import topic_words

BEFORE = "letter:"
"""With this the subjects of all letters begin."""


class LetterKind(StrEnum):
    """What a letter tells."""

    NOTICE = "besked"
    """That the topic touches the person."""
    CORRECTION = "berigtigelse"
    """That an earlier letter was wrong: the topic does not touch the person."""

    @property
    def danish(self) -> str:
        """The word on the site."""
        return {"besked": "Besked", "berigtigelse": "Berigtigelse"}[self.value]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that counts. `number` is that of its act; 0 where it is not recorded yet.

    `template`, `version` and `hash` name its text, "" where it was written elsewhere; `right_from` and `right_until`
    are the days of the law for which that text was right when the letter was recorded, None where nobody can say.
    """

    number: int
    person: str
    topic: str
    sent: dt.date
    kind: LetterKind = LetterKind.NOTICE
    template: str = ""
    version: str = ""
    hash: str = ""
    right_from: dt.date | None = None
    right_until: dt.date | None = None
    who: str = ""
    at: dt.datetime | None = None

    @property
    def about(self) -> str:
        """What it is about, as a person reads it, also where the law no longer has the name."""
        return topic_words(self.topic)

    @property
    def subject(self) -> str:
        """What its acts are about."""
        return f"{BEFORE}{self.topic}:{self.person}"


def subject_parts(subject: str) -> tuple[str, str] | None:
    """The topic and the person of a subject; None where it is no letter's."""
    parts = subject.split(":")
    return (parts[1], parts[2]) if len(parts) == 3 and subject.startswith(BEFORE) else None


SCHEMA = pa.schema(
    [
        ("number", pa.int64()),
        ("person", pa.string()),
        ("sent", pa.date32()),
        ("kind", pa.string()),
        ("template", pa.string()),
        ("right_from", pa.date32()),
        ("right_until", pa.date32()),
    ]
)
"""Letters of one topic as columns, to be held against who is touched."""


def as_columns(letters: Iterable[Letter]) -> pa.Table:
    """The letters as a table of `SCHEMA`."""
    return pa.Table.from_pylist([{name: getattr(letter, name) for name in SCHEMA.names} for letter in letters], SCHEMA)
