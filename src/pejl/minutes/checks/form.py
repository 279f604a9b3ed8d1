"""What the form of a case lacks: financing, an onward route, silence under a closed item; CPR numbers."""

from __future__ import annotations

from pejl.minutes.checks.check import DocumentCheck, ItemCheck

ITEM_CHECKS: tuple[ItemCheck, ...] = ()
DOCUMENT_CHECKS: tuple[DocumentCheck, ...] = ()
