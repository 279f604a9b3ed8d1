"""A person by a key that tells nothing, as pages name those whom they do not show: a hash under a reader's secret.

Rooms that list persons use it for their rows; who may ask what a key stands for is the site's affair (`web/`).
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from pejl import when_used

if TYPE_CHECKING:
    import ibis

    from pejl.register.snapshot import Snapshot
else:
    ibis = when_used.module("ibis")

KEY_SIGNS = 32
"""How many signs of the hash a hidden key has: enough that no two rows share one, too few to continue it to another."""

_BEFORE = "person:"


def hidden_person(person: str, secret: str) -> str:
    """The key of the person under the secret."""
    return hashlib.sha256(f"{secret}{_BEFORE}{person}".encode()).hexdigest()[:KEY_SIGNS]


def person_hidden(snapshot: Snapshot, key: str, secret: str, table: str) -> str:
    """The person of which `hidden_person` made the key, among those in the table, else ""."""
    persons = snapshot.table(table).select("person").distinct()
    named = (ibis.literal(f"{secret}{_BEFORE}") + persons.person).hexdigest("sha256").substr(0, KEY_SIGNS)
    found = persons.filter(named == key).to_pyarrow().column("person").to_pylist()
    return str(found[0]) if found else ""
