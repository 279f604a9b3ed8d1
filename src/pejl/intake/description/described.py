"""What a delivery says of itself in its delivery.toml, once it is known to make sense."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pejl.intake.cells.days import DayOrder
from pejl.intake.contract import Table
from pejl.intake.pseudonym import Identifier


class Covers(StrEnum):
    """What the rows of a table are, compared with what was delivered before."""

    ALL = "all"
    """The table anew: what is not in it is gone."""
    ADDITIONS = "additions"
    """Rows that are added; a row with a key that is known replaces the one that was there."""


@dataclass(frozen=True)
class DescribedColumn:
    """Where a column of the contract comes from. `values` translates the source's words to the contract's.

    `identifier` tells what a person or a key is written as; a key with one is kept as a pseudonym, None keeps it as it
    is.
    """

    source_name: str
    values: Mapping[str, str] = field(default_factory=dict)
    identifier: Identifier | None = None


@dataclass(frozen=True)
class DescribedTable:
    """One table of a delivery. What is None is found by looking at the files.

    `columns` has an entry for each column of the contract that a source column may fill: those that the description
    maps, and those that come under the contract's own name. An entry does not say that the file has the column.
    `header` is the line (the first is 1) or the sheet's row where the names of the columns stand.
    """

    table: Table
    files: tuple[str, ...]
    covers: Covers = Covers.ALL
    encoding: str | None = None
    delimiter: str | None = None
    decimal: str | None = None
    days: DayOrder | None = None
    sheet: str | None = None
    header: int | None = None
    left_out: tuple[str, ...] = ()
    columns: Mapping[str, DescribedColumn] = field(default_factory=dict)


@dataclass(frozen=True)
class Description:
    """A delivery: who delivers, the day up to which the source knew things, and the tables.

    `mends` is the id of the delivery whose quarantined rows these are, "" otherwise.
    """

    source: str
    known: dt.date
    mends: str
    tables: tuple[DescribedTable, ...]
