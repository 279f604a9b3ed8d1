"""The words that blur a number in Danish text, and which way: "ca. 550", "knap 7 pct.", "godt 10 mio. kr.", "over 350".

A blurred number says no more than that the real one lies near it, just below, just above, or on one side of it. How far
"near" is, only the one who compares numbers can say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Blur(StrEnum):
    """Where the real number lies, seen from the one that is printed."""

    ABOUT = "about"
    JUST_BELOW = "just below"
    JUST_ABOVE = "just above"
    AT_MOST = "at most"
    AT_LEAST = "at least"


@dataclass(frozen=True, slots=True)
class FoundHedge:
    """Words before a number that blur it; they begin at `start`."""

    blur: Blur
    start: int


_WORDS = {
    Blur.JUST_BELOW: r"knapt?|næsten|nær|(?:lige|lidt|en\s(?:smule|anelse))\sunder|tæt\spå|op\simod|op\smod|"
    r"(?:lidt|en\s(?:smule|anelse))\s(?:færre|mindre)\send",
    Blur.JUST_ABOVE: r"godt(?:\sog\svel)?|(?:lige|lidt|en\s(?:smule|anelse))\sover|"
    r"(?:lidt|en\s(?:smule|anelse))\s(?:flere|mere)\send",
    Blur.AT_MOST: r"under|(?:færre|lavere|mindre)\send|højst|højest|højeste|maks\.?|maksimalt|op\stil|ikke\sover",
    Blur.AT_LEAST: r"over|(?:flere|højere|mere)\send|mindst|minimum|ikke\sunder",
    Blur.ABOUT: r"anslået|c\.?a\.|ca|cirka|estimeret|omkring|omtrent|rundt\sregnet|skønsmæssigt|nogenlunde|"
    r"i\somegnen\saf|i\sstørrelsesordenen",
}
_BEFORE = tuple(
    (blur, re.compile(rf"(?<![^\W_])(?:{words})\s{{0,2}}(?:de\s|på\s|i\salt\s)?\Z", re.IGNORECASE))
    for blur, words in _WORDS.items()
)
_REACH = 30


def hedge_before(text: str, start: int) -> FoundHedge | None:
    """The words right before `start` that blur the number there, or None where it stands unblurred.

    >>> hedge_before("Det svarer til knap 7 pct.", 20)
    FoundHedge(blur=<Blur.JUST_BELOW: 'just below'>, start=15)
    """
    offset = max(0, start - _REACH)
    before = text[offset:start]
    for blur, pattern in _BEFORE:
        if found := pattern.search(before):
            return FoundHedge(blur, offset + found.start())
    return None
