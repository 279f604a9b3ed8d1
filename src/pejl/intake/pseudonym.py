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
import pyarrow.compute as pc

from pejl.calendar.cpr import birth_day, ten_digits
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
        self._seen: dict[Identifier, dict[str, str | FaultKind]] = {each: {} for each in Identifier}

    def of(self, written: pa.StringArray, identifier: Identifier) -> tuple[pa.StringArray, list[tuple[int, FaultKind]]]:
        """The pseudonyms, null where there is none, and the places of what is no person with what is wrong there.

        Empty text is null and no fault: whether a person may be missing is for the contract to say.
        """
        encoded = pc.dictionary_encode(written)
        results = [self.one(text, identifier) if text else None for text in encoded.dictionary.to_pylist()]
        values = pa.array([result if _is_word(result) else None for result in results], pa.string())
        wrong = {place: result for place, result in enumerate(results) if isinstance(result, FaultKind)}
        return pc.take(values, encoded.indices), _places(encoded.indices, wrong) if wrong else []

    def one(self, written: str, identifier: Identifier) -> str | FaultKind:
        """The pseudonym of one number, or what is wrong with it."""
        seen = self._seen[identifier]
        if written not in seen:
            if len(seen) >= REMEMBERED:
                seen.clear()
            seen[written] = _READERS[identifier](self, written)
        return seen[written]

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


def _is_word(result: str | FaultKind | None) -> bool:
    """Whether the result is a pseudonym. A kind of fault is a string too, so its type decides."""
    return result is not None and not isinstance(result, FaultKind)


def _places(indices: pa.Array, wrong: dict[int, FaultKind]) -> list[tuple[int, FaultKind]]:
    """The rows whose number is one of the wrong ones."""
    found = pc.is_in(indices, value_set=pa.array(list(wrong), indices.type))
    rows = pc.indices_nonzero(found).to_pylist()
    return [(row, wrong[indices[row].as_py()]) for row in rows]
