"""An installation of its own for each test, with a reader of built documents.

pytest may read this file before Django is set up, so what needs Django is imported by the fixtures themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pejl.home.folders import Home
from pejl.minutes.document import Minutes
from pejl.minutes.sources import Unreadable
from pejl.minutes.sources.unreadable import Words
from record import builders
from record.services.file_index import FileIndex

if TYPE_CHECKING:
    from pejl.record.services import Imported, Installation


def refusal(name: str) -> Unreadable:
    return Unreadable(name, Words("it is not minutes", "den er ikke et referat"))


@pytest.fixture
def index(tmp_path: Path) -> FileIndex:
    return FileIndex(tmp_path / "index")


@pytest.fixture
def here(tmp_path: Path, index: FileIndex) -> Installation:
    from pejl.record.services import Installation  # noqa: PLC0415

    return Installation(
        home=Home(tmp_path / "home"),
        index=index,
        municipality="Fjordby Kommune",
        patience=5,
        read=builders.reader(refusal),
        named=lambda _: None,
    )


@pytest.fixture
def take(here: Installation) -> Callable[..., Imported]:
    """Import a built document as a file."""
    from pejl.record.services import import_bytes  # noqa: PLC0415

    def import_document(document: Minutes, name: str = "referat.txt", municipality: str | None = None) -> Imported:
        return import_bytes(name, builders.as_file(document), municipality, at=here)

    return import_document
