"""Which files a person means who names files and folders."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from pejl.minutes.exports import deliveries

OF_THE_FOLDER = frozenset({"readme", "læsmig", "license", "licence", "changelog"})
"""Names, without their ending, of files that tell of the folder they lie in and not of a meeting."""

ENDINGS = frozenset({".txt", ".text", ".md", ".markdown", ".pdf", ".docx", ".html", ".htm", ".json", ".xml", ".zip"})
"""Endings by which a file in a folder is taken for minutes. A file that is itself named is always taken."""


def files_meant(paths: Iterable[Path]) -> Iterator[Path]:
    """Each file once, in the order named; a folder gives the files below it with a known ending, by path.

    Files and folders whose names begin with a dot are left out of a folder, and so is what tells of the folder itself
    ("README.md"), and what only belongs to an export of a case system: its content beside a manifest, its attachments.
    A path that does not exist is passed on as it is: whoever opens it says so.
    """
    seen: set[str] = set()
    for path in paths:
        for file in _below(path) if path.is_dir() else [path]:
            place = os.path.realpath(file)  # also of a link that leads back to itself
            if place not in seen:
                seen.add(place)
                yield file


def _below(folder: Path) -> list[Path]:
    files = sorted(
        file
        for file in folder.rglob("*")
        if file.suffix.lower() in ENDINGS
        and file.stem.casefold() not in OF_THE_FOLDER
        and file.is_file()
        and not any(part.startswith(".") for part in file.relative_to(folder).parts)
    )
    return deliveries(files)
