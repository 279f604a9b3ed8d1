"""Gaps and doubles in the numbers of items, points and attachments; contents that differ from the items."""

from __future__ import annotations

from pejl.minutes.checks import attachment_numbers, clause_numbers, contents_list, item_numbers
from pejl.minutes.checks.check import DocumentCheck, ItemCheck

ITEM_CHECKS: tuple[ItemCheck, ...] = (
    clause_numbers.points,
    attachment_numbers.attachment_list,
    attachment_numbers.attachments_not_listed,
)
DOCUMENT_CHECKS: tuple[DocumentCheck, ...] = (item_numbers.run_of_items, contents_list.contents_and_items)
