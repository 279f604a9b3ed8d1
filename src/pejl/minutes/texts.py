"""Every text of a document, wherever it stands: read in one walk, or changed in one walk.

What is asked of all texts alike (that none holds a certain thing, or that a thing is hidden in all) must not depend on
someone remembering each field: a field that the schema gains is walked too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any, TypeVar

from pejl.minutes.document import Lines, Part

NO_TEXT = frozenset({"sha256", "media_type", "family", "schema_"})
"""Fields that hold a name from a fixed set or a sum of bytes: nobody wrote them."""

P = TypeVar("P", bound=Part)


def texts_of(part: Part, lines: Lines | None = None) -> Iterator[tuple[str, Lines | None]]:
    """The texts of a part and of all parts inside it, each with the lines of the innermost part that tells its own."""
    own = _lines_of(part) or lines
    for name, value in part:
        if name not in NO_TEXT:
            yield from _texts(value, own)


def with_texts(part: P, change: Callable[[str], str]) -> P:
    """The part with `change` made to every text; the very same part where nothing changes."""
    changed = {
        name: new for name, value in part if name not in NO_TEXT and (new := _changed(value, change)) is not value
    }
    return part.model_copy(update=changed) if changed else part


def _lines_of(part: Part) -> Lines | None:
    lines, line = getattr(part, "lines", None), getattr(part, "line", None)
    if isinstance(lines, Lines):
        return lines
    return Lines(first=line, last=line) if isinstance(line, int) else None


def _texts(value: Any, lines: Lines | None) -> Iterator[tuple[str, Lines | None]]:
    match value:
        case Enum():
            return
        case str():
            yield value, lines
        case Part():
            yield from texts_of(value, lines)
        case list():
            for each in value:
                yield from _texts(each, lines)
        case dict():
            for key, each in value.items():
                yield from _texts(key, lines)
                yield from _texts(each, lines)


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    """The value with its texts changed; the very same value where nothing changes."""
    match value:
        case Enum():
            return value
        case str():
            new: Any = change(value)
            return value if new == value else new
        case Part():
            return with_texts(value, change)
        case list():
            new = [_changed(each, change) for each in value]
            return value if all(one is other for one, other in zip(value, new, strict=True)) else new
        case dict():
            new = {_changed(key, change): _changed(each, change) for key, each in value.items()}
            return value if new == value else new
    return value
