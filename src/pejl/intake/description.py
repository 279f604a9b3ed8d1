"""Reads delivery.toml against a contract; every mistake in it is one sentence that says what to write instead."""

from __future__ import annotations

from pejl.intake.contract import Contract
from pejl.intake.described import Covers, DescribedColumn, DescribedTable, Description

__all__ = ["Covers", "DescribedColumn", "DescribedTable", "Description", "read_description"]


def read_description(written: bytes, contract: Contract) -> Description:
    """What a delivery says of itself. Raises `Refused` with a Danish sentence."""
    raise NotImplementedError
