"""What a reader asks of the page of money, as its address writes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.http import QueryDict

from pejl.record.queries.money import Asked
from pejl.web.page.form import Form, page_asked, slug_asked, year_asked

LAST_PAGE = 2000


@dataclass(frozen=True)
class MoneyForm(Form):
    """The filters. Values that mean nothing (a year that is no number) are left out."""

    FIELDS: ClassVar[dict[str, str]] = {"kommune": "municipality", "udvalg": "body", "aar": "year", "side": "page"}

    municipality: str = ""
    body: str = ""
    year: str = ""

    @classmethod
    def of(cls, sent: QueryDict) -> MoneyForm:
        """Read what the address holds."""
        return cls(
            municipality=slug_asked(sent.get("kommune", "")),
            body=slug_asked(sent.get("udvalg", "")),
            year=year_asked(sent.get("aar", "")),
            page=page_asked(sent.get("side", ""), LAST_PAGE),
        )

    def asked(self) -> Asked:
        """The form as the query takes it."""
        return Asked(self.municipality or None, self.body or None, int(self.year) if self.year else None)
