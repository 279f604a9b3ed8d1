"""What is found by what it means, not by its words: passages of the open items as points, and questions beside them.

An extra: it needs the packages of `pejl[semantic]`. Where these are not installed, or the machine cannot run them,
there is no folder of meanings and search goes by words alone. This is the only door to it; `docs/search.md` tells how
it works.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from tantivy import Searcher

from pejl.record.search.meaning.near import Meanings, Near
from pejl.record.search.place import Place
from pejl.record.search.shapes import IndexBusy

try:
    from pejl.record.search.meaning import keeping, reading
    from pejl.record.search.meaning.meanings import KeptMeanings
except ImportError as error:
    MISSING = f"The packages of the extra `semantic` are not installed: {error}."
else:
    MISSING = ""

FORMAT = 1
"""The number of the layout and of the way in which items are cut into passages. Others are made anew."""

__all__ = ["Meanings", "Near", "bring_in_step", "forget", "opened", "why_not"]


def why_not() -> str:
    """Why nothing can be found by its meaning here, as a sentence; empty where it can."""
    return MISSING or reading.why_not()


def opened(folder: Path) -> Meanings | None:
    """The meanings in a folder, whether or not there are any yet; None where this installation cannot read them."""
    if why_not() or not (reader := reading.reader()):
        return None
    return KeptMeanings(_place(folder, reader.name), reader)


def bring_in_step(
    folder: Path,
    searcher: Callable[[], Searcher],
    told: Callable[[int, int], None] | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> tuple[int, int]:
    """Let the meanings in the folder be those of the index that is searched, until `stop` says that it is enough.

    Returns how many items were read and how many are left. Where meanings cannot be read, those that are there from
    when they could are removed.

    Raises:
        IndexBusy: somebody else is at it.
    """
    if why_not() or not (reader := reading.reader()):
        shutil.rmtree(folder, ignore_errors=True)
        return 0, 0
    return keeping.bring_in_step(_place(folder, reader.name), searcher, reader, told, stop)


def forget(folder: Path, searcher: Callable[[], Searcher]) -> None:
    """Drop the meanings of what is no longer in the index that is searched. Nothing is read, so it is soon done.

    Meanings that cannot be written anew without what is gone are removed altogether: they can be read again.
    """
    if not folder.is_dir():
        return
    if why_not() or not (reader := reading.reader()):
        shutil.rmtree(folder, ignore_errors=True)
        return
    try:
        keeping.forget(_place(folder, reader.name), searcher)
    except IndexBusy:
        return  # whoever reads forgets before it is done
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)


def _place(folder: Path, model: str) -> Place:
    return Place(folder, f"{FORMAT}, {model}")
