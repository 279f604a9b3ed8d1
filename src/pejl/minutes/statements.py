"""Sentences of a decision, told apart without stopping at "Ad. 1-5", "pkt. 3", "jf." or "10.30"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pejl.minutes.abbreviations import ABBREVIATED, LONGEST_ABBREVIATION
from pejl.minutes.lines import Line, split_mark

_LONGEST = 20_000
"""No paragraph of a decision is this long; what lies beyond is kept in the decision's text and not interpreted."""

_STOPS = (".", ":", "!", "?", ";", "”", '"')
_STARTS_ANEW = re.compile(r"^(?:For|Imod|Mod|Undlod|Hverken|Blankt?|Ad|Fraværende|Afbud)\b")
_FULL_LINE = 70
"""A line this long was broken by the page, not by the writer."""

_END = re.compile(r"[.!?](?:[”\"'*)]+)?\s+(?=[A-ZÆØÅ0-9\"”«“(])")
_ABBREVIATED = re.compile(rf"(?:^|[\s(])(?:{ABBREVIATED}|[A-ZÆØÅ])\.$", re.IGNORECASE)
_ONLY_NUMBERS = re.compile(r"^(?:ad\.?|pkt\.?|punkt|at-punkt)?\s*\d{1,2}(?:[\s,–-]|og|samt|\d)*\.$", re.IGNORECASE)
_AMOUNT = re.compile(
    r"[0-9]\s?(?:(?:mio|mia|mill?|t|tusinde?|million(?:er)?|milliard(?:er)?)\.?\s?)?kr\.$|[0-9]\s?mi[oa]\.$"
)
_NEW_WORD = re.compile(r"(?!Kr\b)[A-ZÆØÅ](?:[a-zæøå]|\s)")
"""A word that begins a sentence: "Midlerne", "I"; not "DUT-midler" or "Kr."."""
_LONGEST_NUMBERS, _LONGEST_AMOUNT = 60, 24


@dataclass(frozen=True)
class Statement:
    """One sentence of a decision and the line it stands on."""

    text: str
    line: int


def statements(lines: Iterable[Line]) -> Iterator[Statement]:
    """The sentences of `lines`, in order. Minutes break a decision by lines, so a sentence ends where its line does,
    but for lines that are full and run on, and for points that go on with "at".
    """
    for number, text in _paragraphs(lines):
        yield from (Statement(sentence, number) for sentence in sentences(text[:_LONGEST]))


def _paragraphs(lines: Iterable[Line]) -> Iterator[tuple[int, str]]:
    """The texts of `lines` with the number of the line that each begins on."""
    number, parts, last = 0, list[str](), ""
    after_blank = False
    for line in lines:
        if line.blank:
            after_blank = True
            continue
        if parts and (point := _goes_on(last, line, after_blank)):
            parts.append(point)
        else:
            if parts:
                yield number, " ".join(parts)
            number, parts = line.number, [line.text]
        last, after_blank = line.text, False
    if parts:
        yield number, " ".join(parts)


def _goes_on(before: str, line: Line, after_blank: bool) -> str | None:
    """The line's text where it goes on with the one before it, else None."""
    mark, text = split_mark(line)
    if before.endswith(_STOPS):
        return text if before.endswith(":") and text.startswith("at ") else None
    if text.startswith("at "):
        return text
    if after_blank or mark or _STARTS_ANEW.match(line.text):
        return None
    if before.endswith((",", " og", " samt")):
        return line.text
    return line.text if len(before) >= _FULL_LINE or line.text[:1].islower() else None


def sentences(text: str) -> list[str]:
    """The sentences of one line of text.

    >>> sentences("Ad 1. Tiltrådt. Ad 2. anbefales.")
    ['Ad 1. Tiltrådt.', 'Ad 2. anbefales.']
    >>> sentences("Der gives 4,2 mio. kr. Udvalget fordeler kr. 500.")
    ['Der gives 4,2 mio. kr.', 'Udvalget fordeler kr. 500.']
    """
    found: list[str] = []
    start = counted = depth = 0
    for end in _END.finditer(text):
        stop = end.start() + 1
        depth += text.count("(", counted, stop) - text.count(")", counted, stop)
        counted = stop
        tail = text[max(start, stop - LONGEST_ABBREVIATION) : stop]
        numbers = stop - start < _LONGEST_NUMBERS and _ONLY_NUMBERS.match(text[start:stop])
        if depth > 0 or numbers or (_ABBREVIATED.search(tail) and not _ends_in_amount(text, start, end)):
            continue
        found.append(text[start : end.end()].strip())
        start, depth = end.end(), 0
        counted = start
    if rest := text[start:].strip():
        found.append(rest)
    return found


def _ends_in_amount(text: str, start: int, end: re.Match[str]) -> bool:
    """Whether the stop belongs to an amount that ends its sentence: "... på 4,2 mio. kr. Udvalget ..."."""
    stop = end.start() + 1
    told = text[max(start, stop - _LONGEST_AMOUNT) : stop]
    return bool(_NEW_WORD.match(text, end.end()) and _AMOUNT.search(told))
