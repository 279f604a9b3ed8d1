"""A delivery, opened: a folder or a zip, read as streams and never unpacked or written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pejl.intake.contract import Contract
from pejl.intake.delivered import DeliveredFile
from pejl.intake.described import DescribedTable, Description


@dataclass(frozen=True)
class OpenDelivery:
    """A delivery whose description makes sense and whose files are there.

    `id` is the SHA-256 over the description and the name and hash of every file that a table names: the same content
    has the same id as a folder and as a zip. `left_out_files` are files that no table names.
    """

    id: str
    description: Description
    left_out_files: tuple[str, ...]

    def files(self, table: DescribedTable) -> list[DeliveredFile]:
        """The files of one table, in the order of their names; never none."""
        raise NotImplementedError


@contextmanager
def opened(path: Path, contract: Contract) -> Iterator[OpenDelivery]:
    """Open a delivery. Raises `Refused` with a Danish sentence."""
    raise NotImplementedError
    yield
