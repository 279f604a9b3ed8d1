"""Whom a key stands for on the pages of worklists: somebody with a benefit, or somebody who got a letter."""

from __future__ import annotations

from collections.abc import Iterable

from pejl.casework.informing.letter import Letter
from pejl.register.hidden_persons import hidden_person, person_hidden
from pejl.register.snapshot import Snapshot


def citizen_hidden(snapshot: Snapshot, key: str, secret: str, letters: Iterable[Letter]) -> str:
    """The person of which `hidden_person` made the key, among those with benefits and those with letters, else ""."""
    others = (letter.person for letter in letters if hidden_person(letter.person, secret) == key)
    return person_hidden(snapshot, key, secret, "benefit_spells") or next(others, "")
