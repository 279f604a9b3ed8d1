"""What a reader asks of the page of promises, as its address writes it. The address is the only state there is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict

from pejl.minutes.promises.promise import PromiseKind
from pejl.record.promises.state import State
from pejl.record.queries.promises import Asked

LONGEST = 300
LAST_PAGE = 2000
FIELDS = {
    "q": "text",
    "kommune": "municipality",
    "udvalg": "body",
    "slags": "kind",
    "tilstand": "state",
    "dag": "day",
    "side": "page",
}


@dataclass(frozen=True)
class PromiseForm:
    """The words and the filters. Values that mean nothing (a day that is none) are left out."""

    text: str = ""
    municipality: str = ""
    body: str = ""
    kind: str = ""
    state: str = ""
    day: str = ""
    page: int = 1

    @classmethod
    def of(cls, sent: QueryDict) -> PromiseForm:
        """Read what the address holds."""
        kind, state, page = sent.get("slags", ""), sent.get("tilstand", ""), sent.get("side", "")
        return cls(
            text=" ".join(sent.get("q", "").replace("\x00", " ").split())[:LONGEST],
            municipality=_slug(sent.get("kommune", "")),
            body=_slug(sent.get("udvalg", "")),
            kind=kind if kind in set(PromiseKind) else "",
            state=state if state in set(State) else "",
            day=_day(sent.get("dag", "")),
            page=min(max(int(page), 1), LAST_PAGE) if page.isascii() and page.isdigit() and len(page) < 6 else 1,
        )

    def asked(self, today: dt.date, states: tuple[State, ...] = ()) -> Asked:
        """The form as the query takes it, as of its day or today; of `states` where the form names none."""
        return Asked(
            as_of=dt.date.fromisoformat(self.day) if self.day else today,
            municipality=self.municipality or None,
            body=self.body or None,
            kind=self.kind or None,
            states=(State(self.state),) if self.state else states,
            text=self.text,
        )

    @property
    def narrowed(self) -> bool:
        """Whether anything is asked for but everything today."""
        return self != PromiseForm(page=self.page)

    def address(self, **changes: object) -> str:
        """The query string of this question with changes, back on the first page unless the page is the change."""
        changed = replace(self, **{"page": 1, **changes})  # type: ignore[arg-type]
        told = {name: getattr(changed, field) for name, field in FIELDS.items()}
        kept = {name: value for name, value in told.items() if value and (name, value) != ("side", 1)}
        return f"?{urlencode(kept)}" if kept else "?"


def _slug(text: str) -> str:
    return text if len(text) <= LONGEST and all(sign.isalnum() or sign in "-_" for sign in text) else ""


def _day(text: str) -> str:
    """An ISO day, or nothing. Days beyond what a deadline can be are none."""
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return ""
    return day.isoformat() if 1900 <= day.year <= 2200 else ""
