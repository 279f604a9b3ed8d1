"""What a reader asks of the page of money, as its address writes it. The address is the only state there is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict

from pejl.record.queries.money import Asked

LONGEST = 200
LAST_PAGE = 2000
FIELDS = {"kommune": "municipality", "udvalg": "body", "aar": "year", "side": "page"}


@dataclass(frozen=True)
class MoneyForm:
    """The filters. Values that mean nothing (a year that is no number) are left out."""

    municipality: str = ""
    body: str = ""
    year: str = ""
    page: int = 1

    @classmethod
    def of(cls, sent: QueryDict) -> MoneyForm:
        """Read what the address holds."""
        year, page = sent.get("aar", ""), sent.get("side", "")
        return cls(
            municipality=_slug(sent.get("kommune", "")),
            body=_slug(sent.get("udvalg", "")),
            year=year if _whole(year) and len(year) == 4 else "",
            page=min(max(int(page), 1), LAST_PAGE) if _whole(page) and len(page) < 6 else 1,
        )

    def asked(self) -> Asked:
        """The form as the query takes it."""
        return Asked(self.municipality or None, self.body or None, int(self.year) if self.year else None)

    @property
    def narrowed(self) -> bool:
        """Whether any filter is set."""
        return self != MoneyForm(page=self.page)

    def address(self, **changes: object) -> str:
        """The query string of this question with changes, back on the first page unless the page is the change."""
        changed = replace(self, **{"page": 1, **changes})  # type: ignore[arg-type]
        told = {name: getattr(changed, field) for name, field in FIELDS.items()}
        kept = {name: value for name, value in told.items() if value and (name, value) != ("side", 1)}
        return f"?{urlencode(kept)}" if kept else "?"


def _slug(text: str) -> str:
    plain = text.isascii() and all(sign.isalnum() or sign in "-_" for sign in text)
    return text if len(text) <= LONGEST and plain else ""


def _whole(text: str) -> bool:
    return text.isascii() and text.isdigit()
