"""Counts in Danish text: bare numbers that say how many, in figures or in words.

A count is a number of something: "31 sager", "fem forslag", "i alt 2.000". What only looks like one is left out: money,
percentages, days, clock times, years, ranges ("18-29 år"), ordinals ("1. rate") and the numbers by which things are
called ("punkt 5 og 6", "bilag 2", "§ 34"). "En" and "et" are articles here, "én" and "ét" are counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from pejl.calendar.amounts import find_amounts, find_percents
from pejl.calendar.days import find_days, find_days_without_year
from pejl.calendar.number_words import parse_number_word
from pejl.calendar.numbers import UNSIGNED, parse_number


@dataclass(frozen=True, slots=True)
class FoundCount:
    """A count in running text: `text` is the characters from `start` to `end`."""

    value: Decimal
    start: int
    end: int
    text: str


_FIGURES = re.compile(rf"(?<![^\W_])(?<![0-9][.,/:])(?<![-–§/#])(?:{UNSIGNED})(?![^\W_])(?![.,/:][0-9])")
_WORD = re.compile(r"[^\W\d_]{2,40}")
_NEXT_WORD = re.compile(r"(?:\s|-)[^\W\d_]{2,40}")
_LONGEST_WORDS = 5

_RANGE = re.compile(r"\s?[-–—]\s?[0-9]")
_AFTER_A_RANGE = re.compile(r"[0-9]\s?[-–—]\s?\Z")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_ORDINAL = re.compile(r"\.\s[a-zæøå]|-[^\W\d_]")
_CALLED_BY = re.compile(
    r"(?<![^\W_])(?:(?:ad|art|dok|kap|kl|nr|pkt|s|stk|uge)\.?|§§?|(?:afsnit|artikel|bilag|budgetnote|etape|fase|figur|"
    r"gruppe|kapitel|klasse|konto|linje|litra|lov|løntrin|model|niveau|note|nummer|punkt(?:et|er|erne)?|ramme|"
    r"scenari[eo]|side(?:r|rne)?|slide|spor|spørgsmål|tabel|trin|version))\s{0,2}\Z",
    re.IGNORECASE,
)
_AND_ALSO = re.compile(r"(?:,|\s(?:og|samt|til))\s")
_REACH = 40
_WIDEST_BRACKET = 200
_LONGEST_LIST = 20


def find_counts(text: str) -> list[FoundCount]:
    """All counts in running text, in their order."""
    taken = _Spans(_other_figures(text))
    found = sorted((*_in_figures(text), *_in_words(text)), key=lambda one: one.start)
    kept: list[FoundCount] = []
    called_until = -1
    for each in found:
        before = text[max(0, each.start - _REACH) : each.start]
        if _CALLED_BY.search(before) or (
            0 <= each.start - called_until <= _REACH and _AND_ALSO.fullmatch(text, called_until, each.start)
        ):
            called_until = each.end
        elif not taken.covers(each.start) and not _is_no_count(each, text, before):
            kept.append(each)
    return kept


def _other_figures(text: str) -> Iterator[tuple[int, int]]:
    for finder in (find_amounts, find_percents, find_days, find_days_without_year):
        yield from ((each.start, each.end) for each in finder(text))


class _Spans:
    """Stretches of a text, asked from left to right."""

    def __init__(self, spans: Iterator[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._at = 0
        self._reached = 0

    def covers(self, place: int) -> bool:
        while self._at < len(self._spans) and self._spans[self._at][0] <= place:
            self._reached = max(self._reached, self._spans[self._at][1])
            self._at += 1
        return place < self._reached


def _in_figures(text: str) -> Iterator[FoundCount]:
    for match in _FIGURES.finditer(text):
        value = parse_number(match.group())
        if value is not None:
            yield FoundCount(value, match.start(), match.end(), match.group())


def _in_words(text: str) -> Iterator[FoundCount]:
    reached = 0
    for match in _WORD.finditer(text):
        if match.start() < reached or match.group().casefold() in ("en", "et") or not _is_number(match.group()):
            continue
        reached, value = _longest(text, match.start(), match.end())
        yield FoundCount(Decimal(value), match.start(), reached, text[match.start() : reached])


def _longest(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the number that begins with a number word ends, and what it is: "to hundrede og fem" is one number."""
    ends = [end]
    while len(ends) < _LONGEST_WORDS and (match := _NEXT_WORD.match(text, ends[-1])):
        ends.append(match.end())
    readings = ((stop, parse_number_word(text[start:stop])) for stop in reversed(ends))
    return next((stop, value) for stop, value in readings if value is not None)


@lru_cache(maxsize=65536)
def _is_number(word: str) -> bool:
    return parse_number_word(word) is not None


def _is_no_count(found: FoundCount, text: str, before: str) -> bool:
    after = text[found.end : found.end + 4]
    if found.text[0].isalpha():
        return before.endswith("-") or after.startswith("-")
    if after.startswith(")") and _is_mark_of_a_list(found, text):
        return True
    return bool(
        _YEAR.fullmatch(found.text) or _RANGE.match(after) or _AFTER_A_RANGE.search(before) or _ORDINAL.match(after)
    )


def _is_mark_of_a_list(found: FoundCount, text: str) -> bool:
    """Whether the bracket after the number was never opened: "1) stadfæstelse, 2) ændring"."""
    before = text[max(0, found.start - _WIDEST_BRACKET) : found.start]
    return found.value <= _LONGEST_LIST and before.rfind("(") <= before.rfind(")")
