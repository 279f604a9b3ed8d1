"""What a parameter of the API can be, whichever room it asks: the word of an address, a text, a day."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any

from pydantic import BeforeValidator

SLUG = "^[-a-zA-Z0-9_]+$"
"""The words of addresses."""

TEXT = r"^[^\x00]*$"
"""Any text but the null sign, which no database takes."""


def _as_iso(text: Any) -> Any:
    """Only a day as ISO writes it is a day; a bare number, which Pydantic takes for seconds since 1970, is not."""
    if isinstance(text, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise ValueError("it must be a day such as 2025-03-12")
    return text


IsoDay = Annotated[dt.date, BeforeValidator(_as_iso)]
