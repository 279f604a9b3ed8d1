"""Totals, differences and repeated amounts in running text that do not agree with the figures beside them."""

from __future__ import annotations

from pejl.minutes.checks.check import ItemCheck
from pejl.minutes.checks.sums.flags import sums_in_text

ITEM_CHECKS: tuple[ItemCheck, ...] = (sums_in_text,)
