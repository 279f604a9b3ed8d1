"""Shares that do not follow from the figures beside them."""

from __future__ import annotations

from pejl.minutes.checks.check import ItemCheck

ITEM_CHECKS: tuple[ItemCheck, ...] = ()
