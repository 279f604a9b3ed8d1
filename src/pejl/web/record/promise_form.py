"""What a reader asks of the page of promises, as its address writes it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import ClassVar

from django.http import QueryDict

from pejl.minutes.promises.promise import PromiseKind
from pejl.record.promises.state import State
from pejl.record.queries.promises import Asked
from pejl.web.page.days import day_asked
from pejl.web.page.form import Form, page_asked, slug_asked, text_asked

LAST_PAGE = 2000


@dataclass(frozen=True)
class PromiseForm(Form):
    """The words and the filters. Values that mean nothing (a day that is none) are left out."""

    FIELDS: ClassVar[dict[str, str]] = {
        "q": "text",
        "kommune": "municipality",
        "udvalg": "body",
        "slags": "kind",
        "tilstand": "state",
        "dag": "day",
        "side": "page",
    }

    text: str = ""
    municipality: str = ""
    body: str = ""
    kind: str = ""
    state: str = ""
    day: dt.date | None = None

    @classmethod
    def of(cls, sent: QueryDict) -> PromiseForm:
        """Read what the address holds."""
        kind, state = sent.get("slags", ""), sent.get("tilstand", "")
        return cls(
            text=text_asked(sent.get("q", "")),
            municipality=slug_asked(sent.get("kommune", "")),
            body=slug_asked(sent.get("udvalg", "")),
            kind=kind if kind in set(PromiseKind) else "",
            state=state if state in set(State) else "",
            day=day_asked(sent, "dag"),
            page=page_asked(sent.get("side", ""), LAST_PAGE),
        )

    @property
    def refined(self) -> bool:
        """Whether the form's own fields ask for anything. States are chosen outside of it."""
        return replace(self, state="").narrowed

    def asked(self, today: dt.date, states: tuple[State, ...] = ()) -> Asked:
        """The form as the query takes it, as of its day or today; of `states` where the form names none."""
        return Asked(
            as_of=self.day or today,
            municipality=self.municipality or None,
            body=self.body or None,
            kind=self.kind or None,
            states=(State(self.state),) if self.state else states,
            text=self.text,
        )
