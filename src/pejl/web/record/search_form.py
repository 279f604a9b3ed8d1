"""What a reader asks of the search page, as its address writes it. The address is the only state there is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict

from pejl.minutes.document import Outcome
from pejl.record.search import Query

LONGEST = 300
LAST_PAGE = 500
FIELDS = {
    "q": "text",
    "kommune": "municipality",
    "udvalg": "body",
    "aar": "year",
    "udfald": "outcome",
    "emne": "subject",
    "side": "page",
}


@dataclass(frozen=True)
class SearchForm:
    """The words and the filters. Values that mean nothing (a year that is no number) are left out."""

    text: str = ""
    municipality: str = ""
    body: str = ""
    year: str = ""
    outcome: str = ""
    subject: str = ""
    page: int = 1

    @classmethod
    def of(cls, sent: QueryDict) -> SearchForm:
        """Read what the address holds."""
        year, outcome, page = sent.get("aar", ""), sent.get("udfald", ""), sent.get("side", "")
        return cls(
            text=" ".join(sent.get("q", "").replace("\x00", " ").split())[:LONGEST],
            municipality=sent.get("kommune", "")[:LONGEST],
            body=sent.get("udvalg", "")[:LONGEST],
            year=year if _whole(year) and len(year) == 4 else "",
            outcome=outcome if outcome in set(Outcome) else "",
            subject=sent.get("emne", "")[:LONGEST],
            page=min(max(int(page), 1), LAST_PAGE) if _whole(page) and len(page) < 6 else 1,
        )

    def query(self) -> Query:
        """The form as the search takes it."""
        return Query(
            text=self.text,
            municipality=self.municipality or None,
            body=self.body or None,
            year=int(self.year) if self.year else None,
            outcome=self.outcome or None,
            subject=self.subject or None,
            page=self.page,
        )

    @property
    def narrowed(self) -> bool:
        """Whether any filter is set."""
        return self != SearchForm(text=self.text, page=self.page)

    def address(self, **changes: object) -> str:
        """The query string of this search with changes, back on the first page unless the page is the change."""
        changed = replace(self, **{"page": 1, **changes})  # type: ignore[arg-type]
        told = {name: getattr(changed, field) for name, field in FIELDS.items()}
        return "?" + urlencode({name: value for name, value in told.items() if value and (name, value) != ("side", 1)})


def _whole(text: str) -> bool:
    return text.isascii() and text.isdigit()
