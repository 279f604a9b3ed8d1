"""When two names mean the same, and how a name becomes part of an address.

Keys are for comparing and are never shown. Folding goes only as far as is safe: a name that is folded too little
gives two pages where there should be one, which a reader sees; a name that is folded too much mixes two bodies, which
nobody sees.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from pejl.minutes.case_number import parse_case_number

_WORDS = re.compile(r"[^\W_]+")
_KIND_OF_BODY = re.compile(
    r"(.*(?:udvalg|(?<!om)råd|nævn|bestyrelse|kommission|forsamling|komite|delegation))(?:et|en|n)?s?"
)
_LETTERS = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "þ": "th", "ð": "d"}
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


def spaced(name: str) -> str:
    """A name on one line with single spaces, otherwise as printed. "Å" typed in two ways is one letter."""
    return unicodedata.normalize("NFC", " ".join(name.split()))


def slug(text: str) -> str:
    """The text as part of an address: small letters a-z, digits and single hyphens. Empty where it has none."""
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", text).lower().translate(_LETTERS))
    ascii_only = letters.translate(_LETTERS).encode("ascii", "ignore").decode("ascii")
    return "-".join(re.findall(r"[a-z0-9]+", ascii_only))


def address(text: str, longest: int) -> str:
    """The text's slug, never empty and at most `longest` signs: a cut or empty one ends in a mark of the whole text."""
    whole = slug(text)
    if whole and len(whole) <= longest:
        return whole
    return marked_address(text, longest)


def marked_address(text: str, longest: int) -> str:
    """The text's slug with eight signs that tell this text from others with the same slug."""
    mark = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    stem = slug(text)[: longest - len(mark) - 1].rstrip("-")
    return f"{stem}-{mark}" if stem else mark


def item_addresses(labels: Iterable[str]) -> list[str]:
    """An address for each item of a meeting: "punkt-3" from its printed label, else "plads-4" from its place.

    A label that comes again gets its place added, so that all addresses of a meeting differ.
    """
    taken: set[str] = set()
    addresses: list[str] = []
    for place, label in enumerate(labels, start=1):
        wanted = f"punkt-{address(label, 20)}" if slug(label) else f"plads-{place}"
        chosen, extra = wanted, place
        while chosen in taken:
            chosen = f"{wanted}-plads-{extra}"
            extra += 1
        taken.add(chosen)
        addresses.append(chosen)
    return addresses


def line_anchor(line: int) -> str:
    """The place on an item's page of what was read from the source line: the page's anchors and the index's agree."""
    return f"linje-{line}"


def _plain(text: str) -> str:
    """Letters without case and in one spelling, so that "Å" typed in two ways is one letter."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())


def _indefinite(word: str) -> str:
    """A word for a kind of body without definite ending and genitive: "udvalgets" is "udvalg"."""
    kind = _KIND_OF_BODY.fullmatch(word)
    return kind[1] if kind else word
