"""Days that contradict each other, their weekday or their order."""

from __future__ import annotations

from pejl.minutes.checks.check import ItemCheck

ITEM_CHECKS: tuple[ItemCheck, ...] = ()
