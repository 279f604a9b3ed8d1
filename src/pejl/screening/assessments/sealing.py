"""How an entry of the log is sealed, so that whoever changes one afterwards is found out.

Each entry's hash is over its number, time, event, name, the hash of what it says, and the hash of the entry before.
What it says (person, sick leave, assessment, detail) is hashed with a salt of its own: the law can demand that it is
removed, and then the chain must still hold while the hash that stays lets nobody guess what it was.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pejl.screening.canonical import hash_of

NOTHING_BEFORE = "0" * 64
"""What the first entry has in the place of the hash of the entry before."""


@dataclass(frozen=True, slots=True)
class Said:
    """What an entry says, which can be removed by law. `detail` is canonical JSON, kept as the text that was hashed."""

    person: str
    spell: str
    about: str
    detail: str
    salt: str

    @property
    def hash(self) -> str:
        """What stays when the rest goes."""
        return hash_of([self.person, self.spell, self.about, self.detail, self.salt])

    @property
    def empty(self) -> bool:
        """Whether it was removed."""
        return not (self.person or self.spell or self.about or self.detail or self.salt)


@dataclass(frozen=True, slots=True)
class Sealed:
    """An entry as it lies in the table."""

    number: int
    at: dt.datetime
    event: str
    who: str
    said: Said
    said_hash: str
    previous: str
    hash: str

    @property
    def expected(self) -> str:
        """What its hash must be."""
        return chained(self.number, self.at, self.event, self.who, self.said_hash, self.previous)


def chained(number: int, at: dt.datetime, event: str, who: str, said_hash: str, previous: str) -> str:
    """The hash of an entry with all that it is chained over."""
    return hash_of([number, as_written(at), event, who, said_hash, previous])


def as_written(at: dt.datetime) -> str:
    """A moment in the one way in which it is hashed and taken out: UTC to the microsecond."""
    return at.astimezone(dt.UTC).isoformat(timespec="microseconds")
