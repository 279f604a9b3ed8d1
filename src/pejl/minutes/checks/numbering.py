"""Gaps and doubles in the numbers of items, clauses and attachments; contents that differ from the items."""

from __future__ import annotations

from pejl.minutes.checks.check import DocumentCheck, ItemCheck

ITEM_CHECKS: tuple[ItemCheck, ...] = ()
DOCUMENT_CHECKS: tuple[DocumentCheck, ...] = ()
