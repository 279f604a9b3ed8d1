"""Whether an item is closed to the public: by its title, by the group it stands in, or by a mark on a line of its own.

When in doubt a line that says "closed" is believed: text that is hidden can be shown later, text that leaked cannot be
taken back.
"""

from __future__ import annotations

import re

from pejl.minutes.case_number import is_case_line
from pejl.minutes.groups import is_group_heading

_BEFORE = re.compile(
    r"^\(lukket\)\s*(?=\S)|^lukket(?:\s+(?:punkt|sag|dagsordenspunkt))?\s*[:–-]\s*(?=\S)", re.IGNORECASE
)
_AFTER = re.compile(
    r"\s*[-–]?\s*\(?(?:for\s+)?lukkede\s+døre\)?$"
    r"|\s*[-–]?\s*\((?:lukket(?:\s+(?:punkt|sag|dagsordenspunkt))?|fortrolig)\)$"
    r"|\s+[-–]\s*lukket(?:\s+(?:punkt|sag|dagsordenspunkt))?$",
    re.IGNORECASE,
)
_NOTHING_ELSE = re.compile(r"^\(?(?:lukket|fortrolig)(?:\s+(?:punkt|sag|dagsordenspunkt))?\)?\.?$", re.IGNORECASE)
_LINE = re.compile(r"^(?:Lukket|Fortrolig|Lukket (?:punkt|sag))\b|(?:\s{2,}|\t|\s)Lukket(?:\s+punkt)?$")
_GROUP = re.compile(r"^(?:[A-E]\.\s+)?lukke(?:t|de)\b", re.IGNORECASE)
_NUMBERED = re.compile(
    r"^(?:(?:(?:dagsordens)?punkt|pkt\.?|sag(?:\s+nr\.?)?|nr\.?)\s*)?(?P<number>\d{1,4})\s*[.:)–-]*\s+(?P<title>\S.*)$",
    re.IGNORECASE,
)
_LONGEST_TITLE = 250


def title_and_openness(printed: str) -> tuple[str, bool]:
    """A title as published, without the words that close it, and whether they were there. A title that is nothing but
    such words is left as it is.

    >>> title_and_openness("Lukket: Køb af areal")
    ('Køb af areal', True)
    """
    title = printed.strip()
    if _NOTHING_ELSE.match(title):
        return title, True
    bare = _AFTER.sub("", _BEFORE.sub("", title)).strip()
    return bare, bare != title


def closes_group(heading: str) -> bool:
    """Whether a group's heading closes the items under it ("LUKKEDE SAGER")."""
    return is_group_heading(heading) and bool(_GROUP.match(heading))


def is_closing_line(text: str) -> bool:
    """Whether a line under a title says that the item is closed ("Sagsnr.: 12/34567   Lukket")."""
    return bool(_LINE.search(text))


def numbered_title(text: str) -> tuple[int, str] | None:
    """Number and title of a line that looks like an item's first, whatever the layout; None for any other line."""
    found = _NUMBERED.match(text) if len(text) <= _LONGEST_TITLE else None
    return (int(found["number"]), found["title"].strip()) if found else None


def closed_title(text: str) -> tuple[int | None, str] | None:
    """Number and title of a line that begins a closed item by its own words; None for any other line."""
    numbered = numbered_title(text)
    if numbered and title_and_openness(numbered[1])[1]:
        return numbered
    if len(text) > _LONGEST_TITLE or not _BEFORE.match(text) or is_case_line(text):
        return None  # "Lukket - 15.00.00-P20-1-25" stands under a title
    return None, text
