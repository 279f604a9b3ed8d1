"""What a reader asks of the waiting list, as its address writes it. It never names a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.http import QueryDict

from pejl.screening.assessments.waiting import Why
from pejl.web.casework.list_form import EVERYONE, OWN
from pejl.web.page.form import Form, page_asked

LAST_PAGE = 10_000


@dataclass(frozen=True)
class WaitingForm(Form):
    """Which of those who wait: whose (`mine` or `alle`, "" for what is usual), and for which reason."""

    FIELDS: ClassVar[dict[str, str]] = {"hvem": "whose", "hvorfor": "why", "side": "page"}

    whose: str = ""
    why: str = ""

    @classmethod
    def of(cls, sent: QueryDict) -> WaitingForm:
        """The question in an address."""
        whose, why = sent.get("hvem", ""), sent.get("hvorfor", "")
        return cls(
            page=page_asked(sent.get("side", ""), LAST_PAGE),
            whose=whose if whose in (OWN, EVERYONE) else "",
            why=why if why in set(Why) else "",
        )

    def only_own(self, own: str) -> bool:
        """Whether only one's own are shown: usual for a caseworker, and for nobody else."""
        return bool(own) and (self.whose or OWN) == OWN
