"""Reasons that people choose among: few and fixed, some of which say nothing without words of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pejl.calendar.written_words import one_line


class SaysTooLittle(ValueError):
    """A reason that says nothing without words of one's own, and there were none. `str()` says so, in Danish."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason by its word, with its sentence. `told` says that somebody must also write what is meant by it."""

    word: str
    danish: str
    told: bool = False
    cites: str = ""


def reason_named(word: str, among: Sequence[Reason]) -> Reason | None:
    """The reason of that word, None where it is none of these."""
    return next((each for each in among if each.word == word), None)


def in_words(reason: Reason, why: str) -> str:
    """What is kept of a reason: what was written, on one line and without numbers, or else its sentence."""
    written = one_line(why)
    if reason.told and not written:
        raise SaysTooLittle(f"»{reason.danish}« siger ikke nok i sig selv. Skriv med få ord, hvad der er grunden.")
    return written or f"{reason.danish}{f' ({reason.cites})' if reason.cites else ''}"
