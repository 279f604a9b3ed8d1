"""The legal basis on which sensitive attributes are kept for tests of unequal treatment; without one, none are."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from pejl.screening.fairness.attributes import ALL, OTHER, UNKNOWN

LONGEST_DAYS = 730
"""For how long it can be allowed at a time: a test is done and over."""
_WORD = re.compile(r"[a-zæøå0-9][a-zæøå0-9_ -]{0,39}\Z")


class NotAllowed(ValueError):
    """Nobody has allowed it, or not this, or it ran out. `str()` says what, in Danish."""


@dataclass(frozen=True)
class Basis:
    """What was allowed: under which law, which attributes, until when, and by whom."""

    number: int
    law: str
    attributes: tuple[str, ...]
    until: dt.date
    who: str
    at: dt.datetime

    def covers(self, attribute: str, day: dt.date) -> bool:
        """Whether an attribute may be kept and used on a day."""
        return day <= self.until and attribute in self.attributes


def plain_word(written: str) -> str:
    """An attribute or a value as it is kept: small letters. Raises `NotAllowed` for what cannot be one."""
    word = " ".join(written.split()).casefold()
    if not _WORD.match(word) or word in (ALL, OTHER, UNKNOWN) or sum(sign.isdigit() for sign in word) > 4:
        raise NotAllowed("Et kendetegn og en værdi er korte ord med højst fire cifre, fx »oprindelse« og »gruppe 1«.")
    return word
