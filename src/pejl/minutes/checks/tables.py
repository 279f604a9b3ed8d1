"""Totals and differences in tables, by row and by column."""

from __future__ import annotations

from pejl.minutes.checks.check import ItemCheck

ITEM_CHECKS: tuple[ItemCheck, ...] = ()
