"""A sentence cut into its clauses, told apart by the word that opens each.

Who promises what, and when, stands within one clause. "I januar, når projektet er gennemført, vil forvaltningen ..." is
one clause with another put into it: the part after it resumes the part before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Opening(StrEnum):
    """What a clause is for, by its opening word."""

    MAIN = "main"
    RESUMED = "resumed"
    THAT = "that"
    WHICH = "which"
    WHEN = "when"
    IF = "if"
    BECAUSE = "because"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Segment:
    """A clause at the characters from `start` to `end` of its sentence, its opening word included."""

    opening: Opening
    start: int
    end: int


_OPENINGS = {
    Opening.THAT: "at",
    Opening.WHICH: "som der hvor hvilket hvorefter hvoraf hvori",
    Opening.WHEN: "når inden før efter indtil",
    Opening.IF: "hvis såfremt medmindre",
    Opening.BECAUSE: "da fordi idet eftersom så",
    Opening.ASKED: "hvilke hvilken hvordan hvorledes hvorvidt hvem hvad om hvornår hvorfor",
    Opening.MAIN: "og men samt ligesom eller mens imens",
    Opening.RESUMED: """vil skal får kan bliver forelægges forelægger fremlægges præsenteres evalueres gennemføres
        orienteres modtager afholdes holdes vender genoptages gives træffes tages planlægges forventes forventer
        foreslår anbefaler indstiller""",
}
_BY_WORD = {word: opening for opening, words in _OPENINGS.items() for word in words.split()}
_WORDS = "|".join(sorted(_BY_WORD, key=len, reverse=True))
_CUT = re.compile(rf"[,;]\s+(?P<word>{_WORDS})(?![^\W_])|\s(?:og|men|samt)\s+(?P<at>at)\s|;\s", re.IGNORECASE)
_AT_WITHOUT_COMMA = re.compile(
    r"(?<=[^\W_])\s(?=at\s+(?:der|det|den|de|udvalget|byrådet|forvaltningen|administrationen)\s)", re.IGNORECASE
)
_FIRST = re.compile(r"[\s\"”“»(–-]*(\w+)(?:\s+(\w+))?")


def segments(sentence: str) -> list[Segment]:
    """The clauses of `sentence` in their order. They follow on each other and cover it."""
    cuts: list[tuple[int, Opening]] = [(0, _opening_of(sentence))]
    for match in _CUT.finditer(sentence):
        if match["word"]:
            cuts.append((match.start("word"), _opening(match["word"], sentence, match.end("word"))))
        elif match["at"]:
            cuts.append((match.start("at"), Opening.THAT))
        else:
            cuts.append((match.end(), Opening.MAIN))
    cuts += [(match.end(), Opening.THAT) for match in _AT_WITHOUT_COMMA.finditer(sentence)]
    cuts = sorted(dict(cuts).items())
    ends = [start for start, _ in cuts[1:]] + [len(sentence)]
    return [Segment(opening, start, end) for (start, opening), end in zip(cuts, ends, strict=True)]


def _opening_of(sentence: str) -> Opening:
    first = _FIRST.match(sentence)
    if first is None:
        return Opening.MAIN
    word, following = first[1].casefold(), (first[2] or "").casefold()
    if word == "så":
        return Opening.MAIN
    if word in {"efter", "før", "inden"} and following != "at":
        return Opening.MAIN
    found = _BY_WORD.get(word, Opening.MAIN)
    return found if found in {Opening.THAT, Opening.WHEN, Opening.IF, Opening.BECAUSE} else Opening.MAIN


def _opening(word: str, sentence: str, end: int) -> Opening:
    """What the word opens. "Efter" and "inden" open a clause only before "at" or a subject; "så snart" is "when"."""
    found = _BY_WORD[word.casefold()]
    following = _FIRST.match(sentence, end)
    next_word = following[1].casefold() if following else ""
    if word.casefold() == "så" and next_word == "snart":
        return Opening.WHEN
    if word.casefold() == "efter" and next_word != "at":
        return Opening.MAIN
    return found
