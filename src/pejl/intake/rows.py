"""The rows of a delivered file, whatever kind of file it is."""

from __future__ import annotations

from collections.abc import Iterator

from pejl.intake.delivered import DeliveredFile
from pejl.intake.described import DescribedTable
from pejl.intake.raw import RawBatch

__all__ = ["RawBatch", "read_rows"]


def read_rows(file: DeliveredFile, described: DescribedTable) -> Iterator[RawBatch]:
    """The rows of one file as a stream of batches. Raises `Refused` with a Danish sentence."""
    raise NotImplementedError
