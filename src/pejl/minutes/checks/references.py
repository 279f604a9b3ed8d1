"""References whose target exists but does not fit: another number, a closed item, a day without a meeting."""

from __future__ import annotations

from collections.abc import Iterator

from pejl.minutes.checks.flag import Flag
from pejl.minutes.checks.known import Known
from pejl.minutes.document import Item, Minutes


def references(minutes: Minutes, item: Item, known: Known) -> Iterator[Flag]:
    """The item's references that do not fit what is known of their targets."""
    yield from ()
