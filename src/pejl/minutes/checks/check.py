"""What a check is: a function from a document, or from one of its items, to flags."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pejl.minutes.checks.flag import Flag
from pejl.minutes.document import Item, Minutes

ItemCheck = Callable[[Minutes, Item], Iterable[Flag]]
"""Looks at one open item. It leaves `Flag.item` and `Flag.place` alone: whoever runs it fills them in."""

DocumentCheck = Callable[[Minutes], Iterable[Flag]]
"""Looks at the document as a whole, closed items included."""
