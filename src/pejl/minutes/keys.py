"""When two names mean the same: bodies, cases and titles folded for comparison.

Keys are for comparing and are never shown. Folding goes only as far as is safe: a name that is folded too little
gives two pages where there should be one, which a reader sees; a name that is folded too much mixes two bodies, which
nobody sees.
"""

from __future__ import annotations

import re
import unicodedata

from pejl.minutes.case_number import parse_case_number

_WORDS = re.compile(r"[^\W_]+")
_KIND_OF_BODY = re.compile(
    r"(.*(?:udvalg|(?<!om)råd|nævn|bestyrelse|kommission|forsamling|komite|delegation))(?:et|en|n)?s?"
)


def body_key(name: str) -> str:
    """A body's name folded for comparison; empty where the name holds no letter or digit.

    Case, spaces, hyphens and other signs count for nothing, "&" is "og", and a word for a kind of body counts the
    same with and without its definite ending and its genitive s: "Byrådets" is "byråd". Other words keep their
    endings.
    """
    words = _WORDS.findall(_plain(name.replace("&", " og ")).replace("komité", "komite"))
    return " ".join(_indefinite(word) for word in words)


def case_key(number: str) -> str:
    """A case number folded for comparison: spaces and letter case count for nothing, every other sign counts.

    Case systems print the same four parts in different orders ("25-12-15.00.00-P20" is "15.00.00-P20-12-25"): a number
    that has all four is known by them with the year first, so that a case is one case on its way between bodies.
    """
    capitals = number.strip().upper()
    parts = parse_case_number(capitals)
    whole = parts is not None and parts.raw == capitals
    if parts and whole and parts.year and parts.serial and parts.subject and parts.facet:
        return f"{parts.year % 100:02d}-{parts.serial.lstrip('0') or '0'}-{parts.subject}-{parts.facet}"
    unspaced = unicodedata.normalize("NFC", "".join(number.split()))
    return unicodedata.normalize("NFC", unspaced.casefold().upper())


def item_key(title: str) -> str:
    """An item's title folded for comparison: only its letters and digits count."""
    return " ".join(_WORDS.findall(_plain(title)))


def _plain(text: str) -> str:
    """Letters without case and in one spelling, so that "Å" typed in two ways is one letter."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())


def _indefinite(word: str) -> str:
    """A word for a kind of body without definite ending and genitive: "udvalgets" is "udvalg"."""
    kind = _KIND_OF_BODY.fullmatch(word)
    return kind[1] if kind else word
