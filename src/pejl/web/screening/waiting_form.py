"""What a reader asks of the waiting list, as its address writes it. It never names a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.http import QueryDict

from pejl.screening.assessments.waiting import Why
from pejl.web.page.form import Form, page_asked

LAST_PAGE = 10_000


@dataclass(frozen=True)
class WaitingForm(Form):
    """Which of those who wait: all, or those who wait for one reason."""

    FIELDS: ClassVar[dict[str, str]] = {"hvorfor": "why", "side": "page"}

    why: str = ""

    @classmethod
    def of(cls, sent: QueryDict) -> WaitingForm:
        """The question in an address."""
        why = sent.get("hvorfor", "")
        return cls(page=page_asked(sent.get("side", ""), LAST_PAGE), why=why if why in set(Why) else "")
