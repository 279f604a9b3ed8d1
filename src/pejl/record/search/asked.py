"""What a reader typed, as words and phrases to find and to leave out. Any text has a reading; none is an error.

kontanthjælp samtale        both words
"hurtigt i job"             these words together, in this order
-ungdom -"lov om aktiv"     without them
15.00.00-A00, 03.12.2025    as written: what has no space in it stands together
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pejl.record.search.words import printed, words

_QUOTES = '"“”„‟«»'
_PIECE = re.compile(
    rf"(?P<minus>[-–−]?)(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)(?:[{_QUOTES}]|$)|(?P<chunk>[^\s{_QUOTES}]+))"
)


@dataclass(frozen=True)
class Wanted:
    """A word, or several that must stand together, as typed (`text`) and cut into lower-case words."""

    text: str
    words: tuple[str, ...]

    @property
    def is_phrase(self) -> bool:
        """Whether more than one word must stand together."""
        return len(self.words) > 1


@dataclass(frozen=True)
class Asked:
    """A query text, read. `says_nothing` is true where there is text but no word in it: "???" finds nothing, whereas
    no text at all asks for everything."""

    wanted: tuple[Wanted, ...]
    unwanted: tuple[Wanted, ...] = ()
    says_nothing: bool = False


def read_asked(text: str) -> Asked:
    """Read what a reader typed. A quotation mark without its fellow reaches to the end; a lone minus says nothing."""
    wanted: dict[tuple[str, ...], Wanted] = {}
    unwanted: dict[tuple[str, ...], Wanted] = {}
    shown = printed(text)
    for piece in _PIECE.finditer(shown):
        inner = piece["chunk"] if piece["phrase"] is None else piece["phrase"]
        cut = tuple(words(inner))
        if cut:
            (unwanted if piece["minus"] else wanted).setdefault(cut, Wanted(inner.strip(), cut))
    says_nothing = bool(shown.strip()) and not wanted and not unwanted
    return Asked(tuple(wanted.values()), tuple(unwanted.values()), says_nothing)
