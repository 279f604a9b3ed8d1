"""What a token may be given, and what it gives."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from pejl.access.purposes import Purpose
from pejl.access.rights import (
    CASEWORK_PERSON,
    CASEWORK_TIMELINESS,
    REGISTER_COUNTS,
    REGISTER_PERSON,
    SCREENING_COUNTS,
    SCREENING_DECIDE,
    SCREENING_LIST,
    SCREENING_PERSON,
    Right,
)

GIVEABLE = (
    SCREENING_PERSON,
    SCREENING_LIST,
    SCREENING_DECIDE,
    SCREENING_COUNTS,
    CASEWORK_PERSON,
    CASEWORK_TIMELINESS,
    REGISTER_PERSON,
    REGISTER_COUNTS,
)
"""The rights that a system may have. It may ask and be told. Of what people must answer for by name it may pass on what
a caseworker holds before the advice is shown (`screening_decide`), and no more: the API has no operation for it."""

LONGEST_DAYS = 400
"""For how many days a token may last: it is made anew about once a year, or it is forgotten who has it."""


@dataclass(frozen=True)
class Holder:
    """A token as the API meets it: the system's name, what it may do, and the only purpose that it may state."""

    name: str
    username: str
    rights: frozenset[Right]
    purpose: Purpose


class NoSuchRight(ValueError):
    """A name that is no right, or one that no token may have. `str()` says which may be given."""


def giveable(name: str) -> Right:
    """The right of that name, where a token may have it; a hyphen will do for the underscore."""
    wanted = name.strip().casefold().replace("-", "_")
    for right in GIVEABLE:
        if right.name == wanted:
            return right
    names = ", ".join(right.name for right in GIVEABLE)
    raise NoSuchRight(f"A token cannot have the right {name!r}. It can have: {names}.")


def hash_of(secret: str) -> str:
    """What is kept of a token. It has 256 bits of chance, so it needs no salt and no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()
