"""Verbs of informing: letters recorded, all of a selection or none, and one that does not count withdrawn."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from pejl.acts.services import Unsigned, record_act
from pejl.casework.informing.letter import Letter
from pejl.casework.informing.queries import letter_numbered
from pejl.casework.informing.verbs import Verb

__all__ = ["NoLetter", "Unsigned", "record_letters", "withdraw_letter"]


class NoLetter(ValueError):
    """There is no such letter, or it was withdrawn before. `str()` says so in Danish."""


@transaction.atomic
def record_letters(letters: Iterable[Letter], *, who: str, via: str) -> int:
    """Record that these letters were sent, each as an act; `via` tells where they come from. Returns how many."""
    recorded = 0
    for letter in letters:
        record_act(Verb.SENT, letter.subject, who=who, detail=_detail(letter, via))
        recorded += 1
    return recorded


@transaction.atomic
def withdraw_letter(number: int, *, who: str, why: str) -> Letter:
    """Record that a letter does not count after all. Raises `NoLetter`, and `Unsigned` without a reason."""
    letter = letter_numbered(number)
    if letter is None:
        raise NoLetter(f"Der er intet brev med nummer {number}, som tæller.")
    record_act(Verb.WITHDRAWN, letter.subject, who=who, why=why, detail={"letter": number})
    return letter


def _detail(letter: Letter, via: str) -> dict[str, str | None]:
    right = (letter.right_from, letter.right_until)
    since, until = (day.isoformat() if day else None for day in right)
    return {
        "sent": letter.sent.isoformat(),
        "kind": letter.kind.value,
        "template": letter.template,
        "version": letter.version,
        "hash": letter.hash,
        "right_from": since,
        "right_until": until,
        "via": via,
    }
