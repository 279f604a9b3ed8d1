"""Votes against attendance and membership."""

from __future__ import annotations

from pejl.minutes.checks.check import DocumentCheck, ItemCheck

ITEM_CHECKS: tuple[ItemCheck, ...] = ()
DOCUMENT_CHECKS: tuple[DocumentCheck, ...] = ()
