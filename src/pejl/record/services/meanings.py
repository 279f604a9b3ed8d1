"""Reading what the open items mean, after the search index is written: slowly, in the background of nothing else.

An extra; see `pejl.record.search.meaning`. What there is to read follows from the index, so no row remembers anything,
and an interruption leaves only work to do. Nobody waits for it: no turn is held meanwhile, and what is not read yet is
found by its words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings

from pejl.record.search import IndexBroken, IndexBusy, SearchIndex
from pejl.record.services.installation import Installation, installation


@dataclass(frozen=True, slots=True)
class Meant:
    """How many items were read for their meaning, and how many are left to the next time."""

    read: int = 0
    left: int = 0


def catch_up_meanings(
    on_progress: Callable[[int, int], None] | None = None,
    stop: Callable[[], bool] = lambda: False,
    *,
    at: Installation | None = None,
) -> Meant:
    """Read the meanings of all that the search index holds and nobody has read, until `stop` says that it is enough.

    Nothing is done where the extra is not installed or is switched off, where there is no index, and where another
    process is at it already.
    """
    here = at or installation()
    if not settings.BY_MEANING:
        return Meant()
    try:
        read, left = SearchIndex.open(here.home.index).read_meanings(on_progress, stop)
    except (IndexBroken, IndexBusy):
        return Meant()
    return Meant(read, left)
