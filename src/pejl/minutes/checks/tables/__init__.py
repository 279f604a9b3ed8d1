"""Totals and differences in tables, by row and by column."""

from __future__ import annotations

from pejl.minutes.checks.check import ItemCheck
from pejl.minutes.checks.tables.flags import sums_in_tables

ITEM_CHECKS: tuple[ItemCheck, ...] = (sums_in_tables,)
