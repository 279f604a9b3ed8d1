"""What the form of a case lacks: financing, an onward route, silence under a closed item; CPR numbers."""

from __future__ import annotations

from pejl.minutes.checks import appropriations, closed_text, personal_data
from pejl.minutes.checks.check import DocumentCheck, ItemCheck

ITEM_CHECKS: tuple[ItemCheck, ...] = (appropriations.financing, appropriations.onward_route, personal_data.in_item)
DOCUMENT_CHECKS: tuple[DocumentCheck, ...] = (closed_text.text_under_closed, personal_data.beside_the_items)
