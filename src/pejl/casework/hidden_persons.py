"""A person by a key that tells nothing, as pages name those whom they do not show: a hash under a reader's secret."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import ibis

from pejl.casework.deadlines.key import KEY_SIGNS
from pejl.casework.informing.letter import Letter
from pejl.register.snapshot import Snapshot

_BEFORE = "person:"


def hidden_person(person: str, secret: str) -> str:
    """The key of the person under the secret."""
    return hashlib.sha256(f"{secret}{_BEFORE}{person}".encode()).hexdigest()[:KEY_SIGNS]


def person_hidden(snapshot: Snapshot, key: str, secret: str, letters: Iterable[Letter]) -> str:
    """The person of which `hidden_person` made the key, among those with benefits and those with letters, else ""."""
    persons = snapshot.table("benefit_spells").select("person").distinct()
    named = (ibis.literal(f"{secret}{_BEFORE}") + persons.person).hexdigest("sha256").substr(0, KEY_SIGNS)
    found = persons.filter(named == key).to_pyarrow().column("person").to_pylist()
    others = (letter.person for letter in letters if hidden_person(letter.person, secret) == key)
    return str(found[0]) if found else next(others, "")
