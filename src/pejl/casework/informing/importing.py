"""Letters that were sent elsewhere, read from a CSV file. Numbers become pseudonyms here, before anything is kept.

A row that cannot be used is told of by its line, never by what stands in it: a number that was typed wrong is
somebody's all the same.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from pejl.calendar.days import parse_day
from pejl.casework.informing.letter import Letter, LetterKind
from pejl.casework.informing.recording import letter_of
from pejl.casework.informing.templates import template_named
from pejl.intake.pseudonym import PSEUDONYM, Identifier, Pseudonyms
from pejl.intake.short_list import NoFile, rows_of

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "person": ("person", "borger", "cpr", "cpr-nummer"),
    "topic": ("topic", "emne"),
    "sent": ("sent", "sendt", "dato"),
    "template": ("template", "brev", "skabelon"),
    "kind": ("kind", "slags"),
}
"""What each column may be called. Person and sent must be there; a topic in the file or with it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that cannot be used, and why, in Danish."""

    line: int
    sentence: str


@dataclass(frozen=True)
class Read:
    """What a file holds: the letters, and the lines that could not be used."""

    letters: tuple[Letter, ...]
    faults: tuple[Fault, ...]


class Unusable(ValueError):
    """A row that is no letter."""


def read_letters(
    content: bytes,
    pseudonyms: Pseudonyms,
    identifier: Identifier,
    *,
    topic: str,
    topics: Callable[[str], bool],
    today: dt.date,
) -> Read:
    """Read a file. `topic` is that of rows that name none; `topics` tells whether a word is one. Raises `NoFile`."""
    rows = rows_of(content)
    _, heads = next(rows, (1, []))
    places = _places(heads, topic)
    reader = _Reader(pseudonyms, identifier, topic, topics, today)
    letters: list[Letter] = []
    faults: list[Fault] = []
    for line, cells in rows:
        told = {name: cells[place].strip() if place < len(cells) else "" for name, place in places.items()}
        try:
            letters.append(reader.letter(told))
        except Unusable as why:
            faults.append(Fault(line, str(why)))
    return Read(tuple(letters), tuple(faults))


@dataclass(frozen=True)
class _Reader:
    pseudonyms: Pseudonyms
    identifier: Identifier
    topic: str
    topics: Callable[[str], bool]
    today: dt.date

    def letter(self, told: Mapping[str, str]) -> Letter:
        """The letter of a row. Raises `Unusable`."""
        person = str(self.pseudonyms.one(told["person"], self.identifier)) if told["person"] else ""
        if not PSEUDONYM.match(person):
            raise Unusable("Borgeren er ikke skrevet, så den kan læses.")
        sent = _day(told["sent"])
        if sent is None or sent > self.today:
            raise Unusable("Dagen, brevet blev sendt, mangler, kan ikke læses eller er ikke kommet endnu.")
        topic = told.get("topic", "") or self.topic
        if name := told.get("template", ""):
            return self._by_template(name, topic, person, sent)
        if not self.topics(topic):
            raise Unusable("Emnet er ikke en regel, en pligt eller en gruppe, som Pejl kender.")
        kind = told.get("kind", "") or LetterKind.NOTICE.value
        if kind not in set(LetterKind):
            raise Unusable("Slagsen er besked eller berigtigelse.")
        return Letter(0, person, topic, sent, LetterKind(kind))

    def _by_template(self, name: str, topic: str, person: str, sent: dt.date) -> Letter:
        template = template_named(name)
        if template is None:
            raise Unusable(
                "Brevet er ikke en af Pejls tekster. Lad feltet være tomt for et brev, der er skrevet et andet sted."
            )
        if topic and template.topic != topic:
            raise Unusable("Brevets tekst handler om et andet emne.")
        return letter_of(template, person, sent)


def without_known(read: Iterator[Letter] | tuple[Letter, ...], known: Collection[Letter]) -> list[Letter]:
    """The letters that are not recorded already: same person, topic, day, kind and text."""
    seen = {_same(letter) for letter in known}
    new = []
    for letter in read:
        if _same(letter) not in seen:
            seen.add(_same(letter))
            new.append(letter)
    return new


def _same(letter: Letter) -> tuple[object, ...]:
    return (letter.person, letter.topic, letter.sent, letter.kind, letter.template)


def _places(heads: list[str], topic: str) -> dict[str, int]:
    written = [head.strip().casefold() for head in heads]
    places = {name: written.index(word) for name, words in COLUMNS.items() for word in words if word in written}
    missing = [name for name in ("person", "sent") if name not in places]
    if missing or ("topic" not in places and "template" not in places and not topic):
        raise NoFile(
            "Filens første linje skal have kolonnerne person og sendt, og emne eller brev. De kan hedde: "
            + "; ".join(", ".join(words) for words in COLUMNS.values())
            + "."
        )
    return places


def _day(written: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        return parse_day(written) if len(written) < 40 else None
