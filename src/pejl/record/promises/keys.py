"""What a promise is known by: the same after the record is derived anew, so that what people did to it holds."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from pejl.minutes.keys import item_key

LENGTH = 16
"""Characters of a key. A record of a million promises has two with one key once in many thousand."""

SUBJECT = "promise:"
"""How the subject of an act on a promise begins; its key follows."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a promise was made: address of the municipality, key of the body, day of the meeting, mark of the item."""

    municipality: str
    body: str
    day: str
    item: str


def promise_key(place: Place, sentence: str, ordinal: int, occurrence: int = 1) -> str:
    """The key of the `ordinal`th promise of that sentence in the item, and of its `occurrence`th time, both from 1.

    Of the sentence only letters and digits count, so that a corrected comma changes nothing.
    """
    told = "\n".join((place.municipality, place.body, place.day, place.item, item_key(sentence), str(ordinal)))
    if occurrence > 1:
        told += f"\n{occurrence}"
    return hashlib.sha256(told.encode()).hexdigest()[:LENGTH]


def subject(key: str) -> str:
    """What an act on the promise with this key is done to."""
    return SUBJECT + key
