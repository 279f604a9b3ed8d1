"""Totals and repeated amounts in running text that do not agree with their parts."""

from __future__ import annotations

from pejl.minutes.checks.check import ItemCheck

ITEM_CHECKS: tuple[ItemCheck, ...] = ()
