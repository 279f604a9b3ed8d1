"""What a meeting's agenda announced, as the checks of its minutes need it."""

from __future__ import annotations

from typing import Any

from pejl.minutes.checks.opened_since import Agenda, announced
from pejl.minutes.document import Item, Kind, Minutes
from pejl.record.models import Document

ANNOUNCED = ("number", "label", "title", "case_number", "closed", "lines")
"""What of an item is read: an agenda is large, and this is asked for with every item of the minutes."""


def agenda_beside(minutes: Minutes, meeting: int) -> Agenda:
    """The items of the current agenda of the meeting, by its primary key, that these are the minutes of.

    Nothing where the record has no agenda of it, or where the document is an agenda itself.
    """
    if minutes.kind is not Kind.MINUTES:
        return ()
    agendas = Document.objects.filter(meeting=meeting, kind=Kind.AGENDA.value, current=True).order_by()
    items: list[dict[str, Any]] = agendas.values_list("content__items", flat=True).first() or []
    told = ({name: item[name] for name in ANNOUNCED if name in item} for item in items)
    return announced(Item.model_validate(each) for each in told)
