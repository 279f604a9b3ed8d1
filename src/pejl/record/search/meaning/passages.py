"""An item cut into passages, each long enough to be about something, with the item's title before it.

A heading or an entry of a list alone says little, and a point is made from each passage as from a text by itself. So
short paragraphs go together with those that follow them, and a long one is cut.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from pejl.record.search.words import BETWEEN_CELLS

LONG_ENOUGH = 120
"""How many signs a passage has at least, where the item has so many: measured, see the decision on meaning."""

_LONGEST = 1_000
_PIECES_AT_MOST = 8
_PASSAGES_AT_MOST = 400


@dataclass(frozen=True)
class Passage:
    """A stretch of an item, and the text of it that is read.

    `paragraph` is where to look for it: the longest of the paragraphs that it holds, counted from 0. `begins` is where
    in that paragraph it begins, which is 0 unless a long paragraph was cut.
    """

    text: str
    paragraph: int = 0
    begins: int = 0

    @property
    def hash(self) -> bytes:
        """What tells this text from others: a passage that has not changed is not read again."""
        return hashlib.sha256(self.text.encode()).digest()[:16]


def passages(title: str, paragraphs: Sequence[str]) -> list[Passage]:
    """The passages of an item, in order; of an endless item the first. An item without text is its title."""
    found = (
        Passage(f"{title}. {piece}", max(places, key=lambda place: len(paragraphs[place])), begins)
        for places in _together(paragraphs)
        for begins, piece in _pieces(" ".join(paragraphs[place] for place in places).replace(BETWEEN_CELLS, " "))
    )
    return list(islice(found, _PASSAGES_AT_MOST)) or [Passage(title)]


def _together(paragraphs: Sequence[str]) -> Iterator[list[int]]:
    """The places of paragraphs that follow each other, until there is enough of them."""
    held: list[int] = []
    signs = 0
    for place, text in enumerate(paragraphs):
        held.append(place)
        signs += len(text)
        if signs >= LONG_ENOUGH:
            yield held
            held, signs = [], 0
    if held:
        yield held


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """A text in pieces that are not too long, cut between words, and where each begins; of an endless one the first."""
    begins = 0
    for _ in range(_PIECES_AT_MOST):
        end = len(text)
        if end - begins > _LONGEST:
            end = text.rfind(" ", begins + _LONGEST // 2, begins + _LONGEST)
            end = end if end > 0 else begins + _LONGEST
        yield begins, text[begins:end]
        begins = end
        if begins >= len(text):
            return
