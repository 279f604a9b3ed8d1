"""What is asked of the log, as its address writes it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from django.http import QueryDict

from pejl.web.page.days import day_asked
from pejl.web.page.form import Form, page_asked, text_asked

LONGEST = 150
LAST_PAGE = 10_000


@dataclass(frozen=True)
class LogForm(Form):
    """Whom, by whom, and from which day on. A day that is none is left out, and the page says so."""

    FIELDS: ClassVar[dict[str, str]] = {"person": "person", "bruger": "user", "fra": "since", "side": "page"}

    person: str = ""
    user: str = ""
    since: dt.date | None = None

    @classmethod
    def of(cls, sent: QueryDict) -> LogForm:
        """Read what the address holds."""
        return cls(
            person=text_asked(sent.get("person", ""))[:LONGEST],
            user=text_asked(sent.get("bruger", ""))[:LONGEST],
            since=day_asked(sent, "fra"),
            page=page_asked(sent.get("side", ""), LAST_PAGE),
        )
