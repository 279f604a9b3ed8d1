"""What is asked of a worklist, as the address writes it. No person is ever named in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from django.http import QueryDict

from pejl.casework.marks import MarkKind
from pejl.casework.worklists.asked import Narrowed
from pejl.casework.worklists.lists import DAYS, FEW_DAYS
from pejl.web.page.days import day_asked
from pejl.web.page.form import Form, page_asked, text_asked

OWN, EVERYONE = "mine", "alle"
LAST_PAGE = 99_999


@dataclass(frozen=True)
class ListForm(Form):
    """Whose rows (`mine` or `alle`, "" for what is usual), and which of them."""

    FIELDS: ClassVar[dict[str, str]] = {
        "hvem": "whose",
        "enhed": "unit",
        "team": "team",
        "sagsbehandler": "caseworker",
        "gruppe": "target_group",
        "pligt": "duty",
        "maerke": "mark",
        "lov": "ended",
        "dage": "days",
        "side": "page",
    }

    whose: str = ""
    unit: str = ""
    team: str = ""
    caseworker: str = ""
    target_group: str = ""
    duty: str = ""
    mark: str = ""
    ended: dt.date | None = None
    days: int = FEW_DAYS

    @classmethod
    def of(cls, sent: QueryDict) -> ListForm:
        """Read what the address holds; what is no choice is left out."""
        text = {field: text_asked(sent.get(name, "")) for name, field in cls.FIELDS.items() if field not in _NO_TEXT}
        whose = sent.get("hvem", "")
        return cls(
            **text,
            whose=whose if whose in (OWN, EVERYONE) else "",
            mark=sent.get("maerke", "") if sent.get("maerke", "") in set(MarkKind) else "",
            ended=day_asked(sent, "lov"),
            days=next((days for days in DAYS if sent.get("dage") == str(days)), FEW_DAYS),
            page=page_asked(sent.get("side", ""), LAST_PAGE),
        )

    def whose_rows(self, own: str) -> str:
        """Whose rows are shown: one's own, where the reader is a caseworker and has not asked for all."""
        return (self.whose or OWN) if own else EVERYONE

    def narrowed_for(self, own: str) -> Narrowed:
        """The question to the table. `own` is the reader's number as a caseworker."""
        mine = self.whose_rows(own) == OWN
        return Narrowed(
            unit=self.unit,
            team=self.team,
            caseworker=own if mine else self.caseworker,
            target_group=self.target_group,
            duty=self.duty,
            mark=MarkKind(self.mark) if self.mark else None,
            ended=self.ended,
            days=self.days,
        )

    @property
    def refined(self) -> bool:
        """Whether rows are narrowed down by more than whose they are."""
        return self != ListForm(whose=self.whose, page=self.page)


_NO_TEXT = {"whose", "mark", "ended", "days", "page"}
