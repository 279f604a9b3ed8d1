"""A person under a topic, as lists show them, and why they stand there in a sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pejl.calendar.days import danish_day
from pejl.calendar.numbers import danish_count, danish_number
from pejl.calendar.rows import in_a_row
from pejl.casework.informing.state import State
from pejl.casework.informing.touched import Touch
from pejl.law.label import label


@dataclass(frozen=True, slots=True)
class Row:
    """A row of `told`."""

    person: str
    state: State
    touch: Touch
    since: dt.date | None
    until: dt.date | None
    word: str | None
    lacks: tuple[str, ...]
    letters: int
    first_sent: dt.date | None
    last_sent: dt.date | None
    wrong_sent: dt.date | None
    corrected: dt.date | None
    has_benefit: bool
    unit: str | None
    team: str | None
    caseworker: str | None
    benefit: str | None
    target_group: str | None

    @property
    def contact(self) -> str:
        """Where the person can ask."""
        return ", ".join(part for part in (self.unit, self.team) if part) or "kommunen"

    @property
    def latest(self) -> dt.date | None:
        """The day of the latest letter of any kind."""
        return max((day for day in (self.last_sent, self.wrong_sent, self.corrected) if day), default=None)


def row_of(found: Mapping[str, Any]) -> Row:
    """A row from its columns."""
    own = {
        "state": State(found["state"]),
        "touch": Touch(found["touch"]),
        "lacks": tuple((found["lacks"] or "").split()),
    }
    return Row(**{**found, **own})


def why(row: Row, on_day: dt.date) -> str:
    """Why the person stands on the list, in a Danish sentence or two."""
    sentences = {
        State.MISSED: _missed,
        State.WRONGLY: _wrongly,
        State.LATE: _late,
        State.UNDECIDED: _undecided,
        State.TOLD: _told,
        State.CORRECTED: _corrected,
        State.NEEDLESS: _needless,
    }
    return sentences[row.state](row, on_day)


def _holds(row: Row, on_day: dt.date) -> str:
    """From when to when it holds: "Gælder fra 1. juli 2025", "Gjaldt fra 1. juli 2025 til 24. oktober 2025"."""
    if row.since is None:
        return ""
    word = f" ({label(row.word)})" if row.word and row.word != "ja" else ""
    if row.until is None:
        tense = "Kommer til at gælde" if row.since > on_day else "Gælder"
        return f"{tense} fra {danish_day(row.since)}{word}"
    return f"Gjaldt fra {danish_day(row.since)} til {danish_day(row.until)}{word}"


def _missed(row: Row, on_day: dt.date) -> str:
    return f"{_holds(row, on_day)}, og der er intet brev, der passer."


def _told(row: Row, on_day: dt.date) -> str:
    twice = f" Der er sendt {danish_number(row.letters)} breve, det seneste {_day(row.last_sent)}."
    return f"{_holds(row, on_day)}. Brev sendt {_day(row.first_sent)}.{twice if row.letters > 1 else ''}"


def _late(row: Row, on_day: dt.date) -> str:
    assert row.since and row.first_sent  # noqa: S101 - the state says so
    days = danish_count((row.first_sent - row.since).days, "dag", "dage")
    return f"{_told(row, on_day)} Det var {days} efter, at det begyndte at gælde."


def _wrongly(row: Row, on_day: dt.date) -> str:
    told_not = row.corrected and row.touch is not Touch.NOT and row.corrected == row.latest
    if told_not:
        return f"Fik {_day(row.corrected)} at vide, at det ikke gælder. {_holds(row, on_day) or 'Det gælder'}."
    sent = f"Brev sendt {_day(row.wrong_sent)}"
    if row.touch is Touch.NEW:
        return f"{sent} med en tekst, der ikke er rigtig for den dag. {_holds(row, on_day)}, så det rette brev mangler."
    if not row.has_benefit:
        return f"{sent}, men registeret kender ingen ydelse til borgeren fra den dag, reglen kom."
    return f"{sent}, men det gælder ikke for borgeren."


def _undecided(row: Row, on_day: dt.date) -> str:
    facts = in_a_row(label(name) for name in row.lacks)
    letter = f" Der er sendt et brev {_day(row.latest)}." if row.latest else ""
    if not facts:
        return f"Kan ikke afgøres: loven svarer ikke for en sag, der begyndte som denne.{letter}"
    return f"Kan ikke afgøres: mangler {facts}.{letter}"


def _corrected(row: Row, on_day: dt.date) -> str:
    return f"Forkert brev {_day(row.wrong_sent)}, rettet {_day(row.corrected)}."


def _needless(row: Row, on_day: dt.date) -> str:
    if row.touch is Touch.BEFORE:
        return f"Brev sendt {_day(row.latest)}. Det gjaldt også for borgeren før."
    if row.wrong_sent:
        return f"Brev sendt {_day(row.wrong_sent)}, men sagen sluttede, før det kom til at gælde."
    return f"Rettelse sendt {_day(row.latest)} uden et forkert brev forud."


def _day(day: dt.date | None) -> str:
    return danish_day(day) if day else ""
