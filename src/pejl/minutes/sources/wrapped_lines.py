"""Lines that were broken only for want of room, put together again. No sign of theirs is lost or added but a space."""

from __future__ import annotations

import re
from collections.abc import Iterable

# "Beskæftigelses- og Integrationsudvalget": the hyphen stands for a word to come, so a space belongs after it.
_SHARED_LAST_PART = re.compile(r"(?:og|eller|samt|hhv\.|henholdsvis|til|mv\.|m\.v\.)\b")


def join(first: str, second: str) -> str:
    """The second line behind the first.

    A hyphen at the line's end is kept as printed, since nothing tells whether it belongs to the word ("AI-baseret") or
    to the line; a small letter follows it at once, unless the hyphen stands for a part that comes later.
    """
    if not first or not second:
        return first or second
    broken_word = (
        first.endswith("-") and first[-2:-1].isalpha() and second[0].islower() and not _SHARED_LAST_PART.match(second)
    )
    return f"{first}{second}" if broken_word else f"{first} {second}"


def joined(lines: Iterable[str]) -> str:
    """All lines as one."""
    whole = ""
    for line in lines:
        whole = join(whole, line)
    return whole
