"""Lines of the site's log: without personal numbers, which people type into addresses and forms; without whole
pseudonyms, which stand in addresses of the API: who is looked at is in the log of looks and nowhere else; and without
the links by which citizens answer questions: whoever read one there could answer in their place."""

from __future__ import annotations

import logging
import re

from pejl.calendar.stray_numbers import without_numbers

_PSEUDONYM = re.compile(r"(?<![a-z0-9])(p[a-z2-7]{5})[a-z2-7]{21}(?![a-z0-9])")
_LINK = re.compile(r"""(spoergsmaal/+)[^/\s"'?]+""", re.IGNORECASE)
"""Also in an address that somebody wrote wrong: it is no page, and its line in the log is of the same link."""


class WithoutNumbers(logging.Formatter):
    """A line, and the trace under it, with the mask for every number that passes as a personal number, with the
    beginning of every pseudonym in its place, and with nothing of a citizen's link."""

    def format(self, record: logging.LogRecord) -> str:
        """Write the line."""
        written = _LINK.sub(r"\1…", _PSEUDONYM.sub(r"\1…", super().format(record)))
        return "\n".join(map(without_numbers, written.split("\n")))
