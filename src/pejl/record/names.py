"""How a name becomes part of an address. When two names mean the same is told by `pejl.minutes.keys`."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

_LETTERS = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "þ": "th", "ð": "d"}
)


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


def address_in_day(day: str, place: int) -> str:
    """A meeting's address by its place among the meetings of the day: "2025-03-12", then "2025-03-12-2"."""
    return day if place == 1 else f"{day}-{place}"


def line_anchor(line: int) -> str:
    """The place on an item's page of what was read from the source line: the page's anchors and the index's agree."""
    return f"linje-{line}"
