"""What is asked of the log, as its address writes it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from django.http import QueryDict

from pejl.web.page.form import Form, page_asked, text_asked

LONGEST = 150
LAST_PAGE = 10_000


@dataclass(frozen=True)
class LogForm(Form):
    """Whom, by whom, and from which day on. A day that is none is left out."""

    FIELDS: ClassVar[dict[str, str]] = {"person": "person", "bruger": "user", "fra": "since", "side": "page"}

    person: str = ""
    user: str = ""
    since: str = ""

    @classmethod
    def of(cls, sent: QueryDict) -> LogForm:
        """Read what the address holds."""
        return cls(
            person=text_asked(sent.get("person", ""))[:LONGEST],
            user=text_asked(sent.get("bruger", ""))[:LONGEST],
            since=_day(sent.get("fra", "")),
            page=page_asked(sent.get("side", ""), LAST_PAGE),
        )

    @property
    def first_day(self) -> dt.date | None:
        """The day from which on looks are asked for."""
        return dt.date.fromisoformat(self.since) if self.since else None


def _day(text: str) -> str:
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return ""
    return day.isoformat() if 1900 <= day.year <= 2200 else ""
