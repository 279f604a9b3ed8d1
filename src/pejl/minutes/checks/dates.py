"""Days that contradict each other, their weekday or their order."""

from __future__ import annotations

from pejl.minutes.checks import (
    meeting_days,
    no_such_day,
    period_ends,
    periods_backwards,
    same_event,
    way_ahead,
    weekdays,
)
from pejl.minutes.checks.check import DocumentCheck, ItemCheck

ITEM_CHECKS: tuple[ItemCheck, ...] = (
    same_event.same_event,
    weekdays.in_item,
    no_such_day.in_item,
    periods_backwards.in_item,
    period_ends.in_item,
    meeting_days.above_decision,
    way_ahead.told_in_text,
    way_ahead.in_order,
    way_ahead.not_past,
)
DOCUMENT_CHECKS: tuple[DocumentCheck, ...] = (weekdays.in_head, meeting_days.in_head)
