"""What is asked of the rows in quarantine, as the address writes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.http import QueryDict

from pejl.web.page.form import Form, page_asked

LONGEST = 120
LAST_PAGE = 100_000


@dataclass(frozen=True)
class QuarantineForm(Form):
    """Which reason, "" for all of them."""

    FIELDS: ClassVar[dict[str, str]] = {"grund": "reason", "side": "page"}

    reason: str = ""

    @classmethod
    def of(cls, sent: QueryDict) -> QuarantineForm:
        """Read what the address holds."""
        return cls(reason=sent.get("grund", "")[:LONGEST], page=page_asked(sent.get("side", ""), LAST_PAGE))
