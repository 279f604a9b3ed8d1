"""Pseudonyms: the same person the same word in every delivery, and no way back without the key.

A pseudonym is `p` and 26 characters: the first 128 bits of HMAC-SHA-256 (RFC 2104) over the number, in base32
(RFC 4648) in small letters. 128 bits keep two persons apart in any register; the key keeps a number from being found
by trying all of them. Numbers are read here and nowhere else, and leave only as pseudonyms.
"""

from __future__ import annotations

import base64
import hmac
import re
from collections.abc import Callable
from enum import StrEnum

import pyarrow as pa

from pejl.calendar.cpr import birth_day, ten_digits
from pejl.intake.cells.read import Spellings
from pejl.intake.faults import FaultKind
from pejl.intake.key import Key

PSEUDONYM = re.compile(r"p[a-z2-7]{26}\Z")
"""The form of every pseudonym."""

BITS = 128
REMEMBERED = 1_000_000
"""How many persons are remembered at most while a delivery is read; beyond that they are computed again."""


class Identifier(StrEnum):
    """What a delivery names persons by."""

    CPR = "cpr"
    OWN = "own"
    """Numbers that the source made itself. They mean something together with the source's name only."""
    PSEUDONYM = "pseudonym"
    """Pseudonyms of this installation, as an export of quarantined rows has them."""


class Pseudonyms:
    """Turns what a delivery names persons by into pseudonyms. One object serves one delivery."""

    def __init__(self, key: Key, source: str) -> None:
        self.key = key
        self._source = " ".join(source.split()).casefold()
        self._read = {
            each: Spellings(lambda written, each=each: self.one(written, each), pa.string(), REMEMBERED)  # type: ignore[misc]
            for each in Identifier
        }

    def of(self, written: pa.StringArray, identifier: Identifier) -> tuple[pa.StringArray, list[tuple[int, FaultKind]]]:
        """The pseudonyms, null where there is none, and the places of what is no person with what is wrong there.

        Empty text is null and no fault: whether a person may be missing is for the contract to say.
        """
        cells = self._read[identifier].cells(written)
        return cells.values, cells.wrong

    def one(self, written: str, identifier: Identifier) -> str | FaultKind:
        """The pseudonym of one number, or what is wrong with it."""
        return _READERS[identifier](self, written)

    def _of_cpr(self, written: str) -> str | FaultKind:
        digits = ten_digits(written)
        if digits is None:
            return FaultKind.NO_PERSON
        return FaultKind.NO_SUCH_DAY_IN_CPR if birth_day(digits) is None else self._pseudonym(f"cpr:{digits}")

    def _of_own(self, written: str) -> str | FaultKind:
        return self._pseudonym(f"own:{self._source}:{written.strip()}")

    def _as_it_is(self, written: str) -> str | FaultKind:
        return written if PSEUDONYM.match(written) else FaultKind.NO_PERSON

    def _pseudonym(self, number: str) -> str:
        digest = hmac.digest(self.key.secret, number.encode(), "sha256")[: BITS // 8]
        return "p" + base64.b32encode(digest).decode("ascii").rstrip("=").lower()


_READERS: dict[Identifier, Callable[[Pseudonyms, str], str | FaultKind]] = {
    Identifier.CPR: Pseudonyms._of_cpr,
    Identifier.OWN: Pseudonyms._of_own,
    Identifier.PSEUDONYM: Pseudonyms._as_it_is,
}
