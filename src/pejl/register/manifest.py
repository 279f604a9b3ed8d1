"""What a snapshot is made of: its tables, where each came from, and how it is known to be whole."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class TableEntry(_Part):
    """One table of a snapshot. `delivery` is the one that brought it, which may be older than the snapshot."""

    name: str
    rows: int
    sha256: str
    delivery: str


class SourceFile(_Part):
    """A file as it was delivered. The file itself is not kept."""

    name: str
    sha256: str
    size: int


class Manifest(_Part):
    """A snapshot. `known` is the day up to which its newest delivery knew; `key` the fingerprint of the key of its
    pseudonyms, never the key; `deliveries` all that it holds, the oldest first."""

    schema_: Literal["pejl.snapshot/1"] = Field("pejl.snapshot/1", alias="schema")
    id: str
    known: dt.date
    contract: str
    contract_version: str
    delivery: str
    source: str
    base: str = ""
    key: str
    files: tuple[SourceFile, ...]
    deliveries: tuple[str, ...]
    tables: tuple[TableEntry, ...]
    forgotten: tuple[str, ...] = ()
    """Numbers of the acts by which rows were forgotten; whom they were about is not told."""
