"""What is asked of the log, as its address writes it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

LONGEST = 150
LAST_PAGE = 10_000


@dataclass(frozen=True)
class LogForm:
    """Whom, by whom, and from which day on. A day that is none is left out."""

    person: str = ""
    user: str = ""
    since: str = ""
    page: int = 1

    @classmethod
    def of(cls, sent: QueryDict) -> LogForm:
        """Read what the address holds."""
        page = sent.get("side", "")
        return cls(
            person=_words(sent.get("person", "")),
            user=_words(sent.get("bruger", "")),
            since=_day(sent.get("fra", "")),
            page=min(max(int(page), 1), LAST_PAGE) if page.isascii() and page.isdigit() and len(page) < 6 else 1,
        )

    @property
    def narrowed(self) -> bool:
        """Whether less than everything is asked for."""
        return bool(self.person or self.user or self.since)

    @property
    def first_day(self) -> dt.date | None:
        """The day from which on looks are asked for."""
        return dt.date.fromisoformat(self.since) if self.since else None

    def address(self, page: int) -> str:
        """The query string of the same question on that page."""
        told = {"person": self.person, "bruger": self.user, "fra": self.since, "side": page if page > 1 else ""}
        return f"?{urlencode({name: value for name, value in told.items() if value})}"


def _words(text: str) -> str:
    return " ".join(text.replace("\x00", " ").split())[:LONGEST]


def _day(text: str) -> str:
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return ""
    return day.isoformat() if 1900 <= day.year <= 2200 else ""
