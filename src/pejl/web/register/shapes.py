"""What the API answers with about the register: deliveries, their reports, and the contract. No row of anybody."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from pejl.web.page.shapes import Listing, Resource, Shape


class RowCount(Shape):
    """A number of rows as it may be told. It lies between the two; equal, they are the number itself. Of citizens' rows
    one to four are not told apart, and numbers of a whole table are rounded to the nearest ten."""

    least: int = Field(ge=0)
    most: int = Field(ge=0)


class DeliveryEntry(Resource):
    """One delivery and what came of it."""

    id: str
    source: str = Field(description="Who delivered; of a refused delivery, the name of its file or folder.")
    known: dt.date | None = Field(description="The day up to which the source knew things.")
    received: dt.datetime
    outcome: Literal["loaded", "already_loaded", "refused"]
    snapshot: str | None = Field(description="The snapshot that it made.")
    base: str | None = Field(description="The snapshot that it was compared with.")
    accepted: RowCount
    quarantined: RowCount


class DeliveryListing(Listing):
    """All deliveries, refused ones too, the latest first."""

    results: list[DeliveryEntry]


class DeliveryFault(Shape):
    """One kind of fault in one column, and how many rows have it."""

    kind: str
    column: str | None = Field(description="The contract's column; null where the row as a whole is faulty.")
    rows: RowCount
    sentence: str = Field(description="What is wrong and what to do, in Danish.")


class DeliveryHint(Shape):
    """What somebody may look at in one column. No row is in quarantine for it."""

    column: str = Field(description="The contract's column.")
    rows: RowCount
    of: RowCount = Field(description="The rows that were looked at.")
    sentence: str = Field(description="What it means, in Danish.")


class DeliveryHidden(Shape):
    """What a workbook does not show on the screen. It was read as all else."""

    file: str
    rows: RowCount
    columns: list[str] = Field(description="The source's names of hidden columns that were read.")
    sentence: str = Field(description="What it means, in Danish.")


class DeliveryChanges(Shape):
    """A table against the same table of the base."""

    rows_before: RowCount
    rows_now: RowCount
    gone: RowCount
    new: RowCount
    changed: RowCount
    jumps: list[str] = Field(description="Figures that moved more than they do, in Danish.")


class DeliveredTable(Shape):
    """One table of a delivery."""

    name: str
    delivered: RowCount
    accepted: RowCount
    quarantined: RowCount
    faults: list[DeliveryFault]
    unknown_columns: list[str] = Field(description="Columns that the contract has not; they are not kept.")
    left_out_columns: list[str]
    hints: list[DeliveryHint]
    hidden: list[DeliveryHidden]
    changes: DeliveryChanges | None


class DeliveryResource(DeliveryEntry):
    """A delivery with its report."""

    reason: str | None = Field(description="Why it was refused, in Danish.")
    tables: list[DeliveredTable]


class AllowedWord(Shape):
    """A word that a column may hold, and its Danish meaning."""

    word: str
    meaning: str


class ContractColumn(Shape):
    """One column that may be delivered."""

    name: str
    title: str = Field(description="Its Danish name.")
    kind: str
    meaning: str
    required: bool
    unit: str | None
    source: str | None = Field(description="The field of the national data hub or statistics whose meaning is meant.")
    allowed: list[AllowedWord]


class ContractTable(Shape):
    """One table that may be delivered."""

    page: str = Field(description="The same on the site.")
    name: str
    title: str
    meaning: str
    key: list[str]
    spell: list[str] | None = Field(description="The columns of the first and the last day of what a row describes.")
    moment: str | None = Field(description="The column of the one day of what a row describes.")
    columns: list[ContractColumn]


class ContractResource(Resource):
    """What may be delivered."""

    name: str
    version: str
    data_package: str = Field(description="The same as a Data Package descriptor.")
    tables: list[ContractTable]
