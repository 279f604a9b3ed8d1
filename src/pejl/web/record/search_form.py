"""What a reader asks of the search page, as its address writes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.http import QueryDict

from pejl.minutes.document import Outcome
from pejl.record.search import Query
from pejl.web.page.form import LONGEST, Form, page_asked, text_asked, year_asked

LAST_PAGE = 500


@dataclass(frozen=True)
class SearchForm(Form):
    """The words and the filters. Values that mean nothing (a year that is no number) are left out."""

    FIELDS: ClassVar[dict[str, str]] = {
        "q": "text",
        "kommune": "municipality",
        "udvalg": "body",
        "aar": "year",
        "udfald": "outcome",
        "emne": "subject",
        "side": "page",
    }

    text: str = ""
    municipality: str = ""
    body: str = ""
    year: str = ""
    outcome: str = ""
    subject: str = ""

    @classmethod
    def of(cls, sent: QueryDict) -> SearchForm:
        """Read what the address holds."""
        outcome = sent.get("udfald", "")
        return cls(
            text=text_asked(sent.get("q", "")),
            municipality=sent.get("kommune", "")[:LONGEST],
            body=sent.get("udvalg", "")[:LONGEST],
            year=year_asked(sent.get("aar", "")),
            outcome=outcome if outcome in set(Outcome) else "",
            subject=sent.get("emne", "")[:LONGEST],
            page=page_asked(sent.get("side", ""), LAST_PAGE),
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
