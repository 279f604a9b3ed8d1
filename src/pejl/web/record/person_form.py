"""Which pages of a member's lists a reader asks for, as the address writes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.http import QueryDict

from pejl.record.queries.people import Asked
from pejl.web.page.form import Form, page_asked

LAST_PAGE = 2000
PER_PAGE = 50


@dataclass(frozen=True)
class PersonForm(Form):
    """A page for each list, so that leafing through one leaves the others where they are."""

    FIELDS: ClassVar[dict[str, str]] = {
        "stemmer": "votes",
        "enstemmige": "derived",
        "moeder": "attendances",
        "fravaer": "absences",
    }

    votes: int = 1
    derived: int = 1
    attendances: int = 1
    absences: int = 1

    @classmethod
    def of(cls, sent: QueryDict) -> PersonForm:
        """Read what the address holds."""
        return cls(**{field: page_asked(sent.get(name, ""), LAST_PAGE) for name, field in cls.FIELDS.items()})

    def asked(self) -> Asked:
        """The form as the query takes it."""
        offsets = {field: (getattr(self, field) - 1) * PER_PAGE for field in self.FIELDS.values()}
        return Asked(limit=PER_PAGE, **offsets)
