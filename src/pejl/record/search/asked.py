"""What a reader typed, as words and phrases to find and to leave out. Any text has a reading; none is an error.

kontanthjælp samtale        both words
"hurtigt i job"             these words together, in this order
-ungdom -"lov om aktiv"     without them
15.00.00-A00, 03.12.2025    as written: what has no space in it stands together
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pejl.record.search.word_lists import listed
from pejl.record.search.words import printed, spellings, words

_LOOKED_UP_AT_MOST = 3
_QUOTES = '"“”„‟«»'
_PIECE = re.compile(
    rf"(?P<minus>[-–−]?)(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)(?:[{_QUOTES}]|$)|(?P<chunk>[^\s{_QUOTES}]+))"
)


SMALL_WORDS = listed("small_words.txt")
"""Words that a plain question is asked with, and that no item is about."""


@dataclass(frozen=True)
class Wanted:
    """A word, or several that must stand together, as typed (`text`) and cut into lower-case words.

    `quoted` is true for what stood in quotation marks.
    """

    text: str
    words: tuple[str, ...]
    quoted: bool = False

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

    @property
    def is_plain(self) -> bool:
        """Whether it is words alone, as they come: nothing in quotation marks, and nothing to leave out."""
        return bool(self.wanted) and not self.unwanted and not any(one.quoted for one in self.wanted)

    @property
    def is_question(self) -> bool:
        """Whether it is put as a question or a sentence, and not as a word or two to look up."""
        small = sum(_is_small(one) for one in self.wanted)
        return self.is_plain and (len(self.wanted) - small > _LOOKED_UP_AT_MOST or small > 0 < len(self.wanted) - small)

    def without_small_words(self) -> Asked:
        """What is asked for when the words that only ask are left out. Small words alone are asked for as they are."""
        carrying = tuple(one for one in self.wanted if not _is_small(one))
        return replace(self, wanted=carrying) if carrying else self


def _is_small(wanted: Wanted) -> bool:
    return not wanted.quoted and not wanted.is_phrase and not SMALL_WORDS.isdisjoint(spellings(wanted.words[0]))


def read_asked(text: str) -> Asked:
    """Read what a reader typed. A quotation mark without its fellow reaches to the end; a lone minus says nothing."""
    wanted: dict[tuple[bool, tuple[str, ...]], Wanted] = {}
    unwanted: dict[tuple[bool, tuple[str, ...]], Wanted] = {}
    shown = printed(text)
    for piece in _PIECE.finditer(shown):
        inner = piece["chunk"] if piece["phrase"] is None else piece["phrase"]
        cut = tuple(words(inner))
        if cut:
            quoted = piece["phrase"] is not None
            (unwanted if piece["minus"] else wanted).setdefault((quoted, cut), Wanted(inner.strip(), cut, quoted))
    says_nothing = bool(shown.strip()) and not wanted and not unwanted
    return Asked(tuple(wanted.values()), tuple(unwanted.values()), says_nothing)
