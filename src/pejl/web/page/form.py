"""What a reader asks of a list, as its address writes it. The address is the only state there is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar
from urllib.parse import urlencode

LONGEST = 300
"""How many characters of a text or a slug are read."""


@dataclass(frozen=True)
class Form:
    """The question that all lists have in common: which page. `FIELDS` names each field as addresses do."""

    FIELDS: ClassVar[dict[str, str]]

    page: int = 1

    @property
    def narrowed(self) -> bool:
        """Whether anything is asked for but everything."""
        return self != type(self)(page=self.page)

    def address(self, **changes: object) -> str:
        """The query string of this question with changes, back on the first page unless the page is the change."""
        changed = replace(self, **{"page": 1, **changes})  # type: ignore[arg-type]
        return f"?{urlencode(changed.hidden())}"

    def hidden(self) -> list[tuple[str, str]]:
        """The question as fields of a form that sends it on: all but what is asked for anyway. Days are ISO days."""
        plain = type(self)()
        told = ((name, getattr(self, field), getattr(plain, field)) for name, field in self.FIELDS.items())
        return [(name, str(value)) for name, value, usual in told if value and value != usual]

    def leafing(self, pages: int, field: str = "page") -> dict[str, object]:
        """What the template `page/leafing.html` shows: where the pages before and after are; empty at an end.

        `field` is the field that holds the page, where an address has a page for each of several lists.
        """
        page: int = getattr(self, field)
        before = min(page - 1, pages)
        return {
            "page": page,
            "pages": pages,
            "previous_page": self.address(**{field: before}) if before else "",
            "next_page": self.address(**{field: page + 1}) if page < pages else "",
        }


def text_asked(text: str) -> str:
    """Words on one line, no longer than anybody asks."""
    return " ".join(text.replace("\x00", " ").split())[:LONGEST]


def slug_asked(text: str) -> str:
    """A slug, or nothing where the text is none."""
    plain = text.isascii() and all(sign.isalnum() or sign in "-_" for sign in text)
    return text if len(text) <= LONGEST and plain else ""


def year_asked(text: str) -> str:
    """A year of four digits, or nothing."""
    return text if len(text) == 4 and _whole(text) else ""


def number_asked(text: str) -> int | None:
    """A whole number from nought, or None where the text is none that anybody means."""
    return int(text) if _whole(text) and len(text) < 18 else None


def page_asked(text: str, last: int) -> int:
    """A page from 1 to `last`; the first where the text names none."""
    return min(max(int(text), 1), last) if _whole(text) and len(text) < 6 else 1


def _whole(text: str) -> bool:
    return text.isascii() and text.isdigit()
