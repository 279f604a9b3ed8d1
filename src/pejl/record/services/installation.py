"""What the services work with: one data folder, its archive, the reader of files and the search index."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from pejl import when_used
from pejl.home.folders import Home
from pejl.home.turn import PATIENCE
from pejl.minutes.document import Minutes
from pejl.minutes.municipality import municipality_named
from pejl.record.archive import Archive
from pejl.record.services.indexing import IndexHome
from pejl.record.services.search_folder import SearchFolder

if TYPE_CHECKING:
    from pejl.minutes import reader
else:
    reader = when_used.module("pejl.minutes.reader")

UNKNOWN_MUNICIPALITY = "Ukendt kommune"


def read_bytes(name: str, data: bytes) -> Minutes:
    """The document that a received file holds, as the reader of minutes reads it."""
    return reader.read_bytes(name, data)


@dataclass(frozen=True)
class Installation:
    """One data folder and how it is worked on. `municipality` is the installation's own, empty where it has none.

    `read` and `named` are there to be exchanged where another reader is tried on the same archive.
    """

    home: Home
    index: IndexHome
    municipality: str = ""
    patience: float = PATIENCE
    read: Callable[[str, bytes], Minutes] = field(default=read_bytes)
    named: Callable[[Minutes], str | None] = field(default=municipality_named)

    @property
    def archive(self) -> Archive:
        """The received files."""
        return Archive(self.home.archive)

    def municipality_of(self, minutes: Minutes, stated: str | None) -> str:
        """The municipality stated on arrival, else the one the document names, else the installation's own."""
        return stated or self.named(minutes) or self.municipality or UNKNOWN_MUNICIPALITY


def installation() -> Installation:
    """The installation that the settings name."""
    here: Home = settings.HOME
    return Installation(here, _search_folder(here.index), settings.MUNICIPALITY)


@cache
def _search_folder(folder: Path) -> SearchFolder:
    """One for each folder and process, so that the index is opened once and not for every file."""
    return SearchFolder(folder)
