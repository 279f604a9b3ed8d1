"""Words as the search sees them: cut at everything that is not a letter or a digit, lower case, stemmed as Danish.

The index and the query must cut and stem alike, so both come here, and the index's own analyzers do the cutting.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from pejl.minutes.stems import stem

PLAIN: TextAnalyzer = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.lowercase()).build()
"""Words in lower case, otherwise as written."""

SPACED: TextAnalyzer = TextAnalyzerBuilder(Tokenizer.whitespace()).build()
"""Words that are already as they should be, with spaces between."""

BETWEEN_CELLS = "\t"
"""Stands between the cells of a table's row in an indexed text: it parts words as a blank does."""

_SOFT = re.compile("[\u00ad\ufeff]")
_UNPRINTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_SPELLINGS_AT_MOST = 8
_SHORTEST_WITH_ENDING = 3


def printed(text: str) -> str:
    """The text as one Unicode writing (å is one letter), without soft hyphens and control characters."""
    return unicodedata.normalize("NFC", _UNPRINTED.sub(" ", _SOFT.sub("", text)))


def words(text: str) -> list[str]:
    """The words of a text in lower case, in order, repeated as often as they stand."""
    return PLAIN.analyze(text)


def spellings(word: str) -> tuple[str, ...]:
    """The word with each "aa" also as "å" and the other way round: Aabenraa is Åbenrå."""
    pieces: list[tuple[str, ...]] = []
    rest = word
    while rest:
        if rest.startswith("aa"):
            pieces.append(("aa", "å"))
            rest = rest[2:]
        elif rest[0] == "å":
            pieces.append(("å", "aa"))
            rest = rest[1:]
        else:
            pieces.append((rest[0],))
            rest = rest[1:]
    written_two_ways = sum(len(piece) == 2 for piece in pieces)
    if 2**written_two_ways > _SPELLINGS_AT_MOST:
        return tuple(dict.fromkeys((word, word.replace("aa", "å"), word.replace("å", "aa"))))
    return tuple("".join(choice) for choice in product(*pieces))


def kin(stem_: str) -> tuple[str, ...]:
    """Stems of the same word that the stemmer keeps apart: Danish drops an e (center/centret, regel/regler), and a verb
    that ends in å has an r in the present (foreslår/foreslået)."""
    if len(stem_) >= 5 and stem_.endswith("tr"):
        return (stem_[:-1],)
    if len(stem_) >= 4 and stem_.endswith("mr"):
        return (stem_[:-1],)
    if len(stem_) >= 4 and stem_[-1] == "l" and stem_[-2] in "bdfgkpt":
        return (stem_[:-1] + "el", stem_[:-1] + stem_[-2] + "el")
    if len(stem_) >= 5 and stem_.endswith("el"):
        base = stem_[:-2]
        return (base + "l", base[:-1] + "l") if base[-1] == base[-2] else (base + "l",)
    if len(stem_) >= 4 and stem_.endswith("t"):
        return (stem_ + "r",)
    if len(stem_) >= 5 and stem_.endswith("år"):
        return (stem_[:-1],)
    if len(stem_) >= 4 and stem_.endswith("å"):
        return (stem_ + "r",)
    if len(stem_) >= 3 and stem_.endswith("m"):
        return (stem_ + "r",)
    return ()


@lru_cache(maxsize=4096)
def stems_meant(word: str) -> tuple[str, ...]:
    """Every stem under which a word typed by a reader may stand in the index, the likeliest first.

    Only what the index holds is of use; the caller leaves the others out.
    """
    found: dict[str, None] = {}
    for spelling in spellings(word):
        own = stem(spelling)
        for one in (own, *kin(own), *_taken_for_endings(spelling, own)):
            found.setdefault(one)
    return tuple(found)


def _taken_for_endings(word: str, own: str) -> Iterator[str]:
    """Stems that differ because the stemmer takes a word's own end for an ending, but leaves it where another follows:
    indsats/indsatsen, budget/budgettet, virksomhed/virksomhederne."""
    if len(word) > _SHORTEST_WITH_ENDING:
        yield word
    if len(own) > _SHORTEST_WITH_ENDING:
        yield stem(own)
    base, hed, ending = word.rpartition("hed")
    if base and ending in ("en", "er", "ens", "ers", "s"):
        yield base + hed
