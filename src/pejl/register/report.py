"""What came of a delivery: accepted, quarantined with reasons, left out, and what changed against the last one.

A report holds counts and sentences, never a person's row. It is written beside the snapshot that the delivery made, or
under `refused/` where the delivery changed nothing.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from pejl.intake.faults import FaultKind


class Outcome(StrEnum):
    """What came of the delivery as a whole."""

    LOADED = "loaded"
    ALREADY_LOADED = "already_loaded"
    REFUSED = "refused"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class FaultCount(_Part):
    """How many rows had one kind of fault in one column. `sentence` is Danish, for the person who mends."""

    kind: FaultKind
    column: str
    rows: int
    sentence: str


class NumberHint(_Part):
    """In how many rows, `of` how many, the CPR number in a column fails a control that it may rightly fail.

    It decides nothing: no row is in quarantine for it. No hint is given of a column in which none fails.
    """

    column: str
    rows: int
    of: int
    sentence: str


class HiddenInFile(_Part):
    """What a workbook does not show on the screen and was read all the same: so many rows, and these columns."""

    file: str
    rows: int
    columns: tuple[str, ...] = ()
    sentence: str


class Jump(_Part):
    """A figure that moved more than deliveries usually do: a share of a code, a mean, a share of empty cells.

    `of` tells of how many rows it is a share, before and now; None where it is no share.
    """

    column: str
    what: str
    before: float
    now: float
    sentence: str
    of: tuple[int, int] | None = None


class Changes(_Part):
    """A table against the same table of the base: rows by key."""

    rows_before: int
    rows_now: int
    gone: int
    new: int
    changed: int
    jumps: tuple[Jump, ...] = ()


class TableReport(_Part):
    """One table of the delivery. `delivered` is accepted plus quarantined."""

    name: str
    delivered: int
    accepted: int
    quarantined: int
    faults: tuple[FaultCount, ...] = ()
    unknown_columns: tuple[str, ...] = ()
    left_out_columns: tuple[str, ...] = ()
    hints: tuple[NumberHint, ...] = ()
    hidden: tuple[HiddenInFile, ...] = ()
    changes: Changes | None = None


class Report(_Part):
    """The whole delivery. `snapshot` is empty where it was refused; `base` where there was no earlier snapshot."""

    schema_: Literal["pejl.delivery/1"] = Field("pejl.delivery/1", alias="schema")
    id: str
    source: str
    known: dt.date | None
    received: dt.datetime
    outcome: Outcome
    sentence: str
    snapshot: str = ""
    base: str = ""
    tables: tuple[TableReport, ...] = ()
