"""Places in a list, as opaque text: where a page begins, or how far a reader of the change feed has come.

What a cursor says is nobody's business but ours. One that was changed by hand, or made by something else, is refused
with a sentence.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

LONGEST = 1500
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


class Unusable(ValueError):
    """The text is no cursor of ours."""


@dataclass(frozen=True, order=True)
class Place:
    """A place in a list that is ordered by a moment and then by path: just after the thing that stands there."""

    moment: dt.datetime
    path: str


@dataclass(frozen=True)
class Reached:
    """How far a reader of the change feed has come. `standing` names what the past looked like then."""

    place: Place
    standing: str


def place_text(place: Place, beginning: str = "") -> str:
    """The place as text, short because it stands in addresses: `beginning`, which all paths of a list share, is left
    out."""
    return _packed([str(_micros(place.moment)), place.path.removeprefix(beginning)])


def place_of(text: str, beginning: str = "") -> Place:
    """The place that the text names. Raises `Unusable`."""
    moment, path = _unpacked(text, 2)
    if not (moment.isascii() and moment.isdigit()) or "\0" in path:
        raise Unusable
    try:
        return Place(_EPOCH + dt.timedelta(microseconds=int(moment)), beginning + path)
    except OverflowError as error:
        raise Unusable from error


def reached_text(reached: Reached) -> str:
    """How far the reader has come, as text."""
    return _packed([str(_micros(reached.place.moment)), reached.place.path, reached.standing])


def reached_of(text: str) -> Reached:
    """How far the reader has come. Raises `Unusable`."""
    moment, path, standing = _unpacked(text, 3)
    return Reached(place_of(_packed([moment, path])), standing)


def _micros(moment: dt.datetime) -> int:
    return (moment - _EPOCH) // dt.timedelta(microseconds=1)


def _packed(parts: list[str]) -> str:
    return base64.urlsafe_b64encode(json.dumps(parts, separators=(",", ":")).encode()).decode().rstrip("=")


def _unpacked(text: str, length: int) -> list[str]:
    if len(text) > LONGEST or not text.isascii():
        raise Unusable
    try:
        parts: Any = json.loads(base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True))
    except (binascii.Error, ValueError) as error:
        raise Unusable from error
    if not isinstance(parts, list) or len(parts) != length or not all(isinstance(part, str) for part in parts):
        raise Unusable
    return parts
