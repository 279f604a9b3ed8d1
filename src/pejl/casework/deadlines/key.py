"""What a deadline is called in acts and addresses: its duty, its person and the day from which its clock runs.

The name stays when the register is loaded anew and when the law moves the last day, so that what people recorded about
a deadline is found again.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import dataclass

from pejl.register.hidden_persons import KEY_SIGNS

BEFORE = "deadline:"
"""What every subject of an act on a deadline begins with."""

_FORM = re.compile(r"deadline:([a-z][a-z0-9_]{0,79}):(p[a-z2-7]{26}):([0-9]{4}-[0-9]{2}-[0-9]{2})\Z")


@dataclass(frozen=True, slots=True)
class DeadlineKey:
    """Names one row of the table of deadlines. `str()` is the subject of acts on it."""

    duty: str
    person: str
    starts: dt.date

    def __str__(self) -> str:
        return f"{BEFORE}{self.duty}:{self.person}:{self.starts.isoformat()}"


def hidden_key(key: DeadlineKey, secret: str) -> str:
    """The key under a secret: it tells nothing to whoever lacks that, and is the same each time.

    `worklists.opened.Opened.row_hidden` reckons the same over columns.
    """
    return hashlib.sha256(f"{secret}{key}".encode()).hexdigest()[:KEY_SIGNS]


def key_named(written: str) -> DeadlineKey | None:
    """The key that a subject writes, or None where it writes none: then there can be no such deadline."""
    found = _FORM.match(written.strip())
    if found is None:
        return None
    try:
        return DeadlineKey(found.group(1), found.group(2), dt.date.fromisoformat(found.group(3)))
    except ValueError:
        return None
