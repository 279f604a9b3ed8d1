"""Sentences of a decision, told apart without stopping at "Ad. 1-5", "pkt. 3", "jf." or "10.30"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pejl.minutes.lines import Line

_END = re.compile(r"[.!?](?:[”\"'*)]+)?\s+(?=[A-ZÆØÅ0-9\"”«“(])")
_NOT_AN_END = re.compile(
    r"(?:^|[\s(])(?:ad|pkt|nr|jf|ca|kr|mio|mia|mil|bl\.a|f\.eks|fx|stk|kap|kl|d|dvs|evt|inkl|ekskl|mv|m\.fl|pr|vedr|"
    r"stedef|stedf|suppl|[A-ZÆØÅ])\.$|^(?:ad\.?|pkt\.?|punkt|at-punkt)?\s*\d{1,2}(?:[\s,–-]|og|samt|\d)*\.$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Statement:
    """One sentence of a decision and the line it stands on."""

    text: str
    line: int


def statements(lines: Iterable[Line]) -> Iterator[Statement]:
    """The sentences of `lines`, in order. A sentence never spans lines: minutes break a decision by lines."""
    for line in lines:
        if not line.blank:
            yield from (Statement(sentence, line.number) for sentence in sentences(line.text))


def sentences(text: str) -> list[str]:
    """The sentences of one line of text.

    >>> sentences("Ad 1. Tiltrådt. Ad 2. anbefales.")
    ['Ad 1. Tiltrådt.', 'Ad 2. anbefales.']
    """
    found, start = [], 0
    for end in _END.finditer(text):
        if _NOT_AN_END.search(text[start : end.start() + 1]):
            continue
        if text[start : end.start()].count("(") > text[start : end.start()].count(")"):
            continue
        found.append(text[start : end.end()].strip())
        start = end.end()
    if rest := text[start:].strip():
        found.append(rest)
    return found
