"""The JSON of an export as a tree, and its values by name, whatever stands where something else was expected."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pejl.minutes.sources.limits import megabytes
from pejl.minutes.sources.plain import decode
from pejl.minutes.sources.unreadable import Refusal, Words
from pejl.minutes.sources.zip_parts import LARGEST_PART

_DAMAGED = Words(
    "the JSON is damaged or ends too early: fetch it again",
    "JSON'en er beskadiget eller slutter for tidligt: hent den igen",
)
_TOO_DEEP = Words(
    "its JSON lies too deep within itself, which no export does",
    "dens JSON ligger for dybt inde i sig selv, og det gør ingen eksport",
)
_TOO_LARGE = Words(
    f"it is larger than {megabytes(LARGEST_PART)}, which is the limit",
    f"den fylder mere end {megabytes(LARGEST_PART)}, som er grænsen",
)

Object = Mapping[str, Any]


def parse_json(data: bytes) -> Any:
    """The value that the bytes hold."""
    if len(data) > LARGEST_PART:
        raise Refusal(_TOO_LARGE)
    try:
        return json.loads(decode(data).replace("\0", ""))
    except RecursionError as error:
        raise Refusal(_TOO_DEEP) from error
    except ValueError as error:
        raise Refusal(_DAMAGED) from error


def object_in(value: Any, name: str) -> Object:
    """The object under `name`; an empty one where there is none."""
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}


def objects_in(value: Any, name: str) -> Iterator[Object]:
    """The objects of the list under `name`."""
    found = value.get(name) if isinstance(value, dict) else None
    yield from (each for each in found if isinstance(each, dict)) if isinstance(found, list) else ()


def text_in(value: Any, *names: str) -> str:
    """The first text or whole number that stands under one of the names, stripped; empty where there is none."""
    for name in names:
        found = value.get(name) if isinstance(value, dict) else None
        if isinstance(found, str) and found.strip():
            return found.strip()
        if isinstance(found, int) and not isinstance(found, bool):
            return str(found)
    return ""


def is_true(value: Any, name: str) -> bool:
    """Whether the flag under `name` is set. One that is missing, null or anything else is not."""
    return isinstance(value, dict) and value.get(name) is True


def whole_in(value: Any, name: str) -> int | None:
    """The whole number under `name`; None where there is none, or one larger than any count."""
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, int) and not isinstance(found, bool) and abs(found) < 10**9 else None
