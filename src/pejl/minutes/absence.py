"""Who was absent, as decisions and heads put it: "Der var afbud fra X", "Fraværende: X (V)", "X og Y var fraværende".

"Følgende deltog ikke i behandlingen af punktet:" followed by nothing means that nobody was absent.
"""

from __future__ import annotations

import re

from pejl.minutes.people import Named, read_people, says_nobody

_LABEL = re.compile(
    r"^(?:Fraværende(?: ved punktet| under punktet| medlemmer)?|Afbud(?:/Fraværende)?|Fravær|Ikke til stede|Ikke mødt|"
    r"Følgende deltog ikke(?: i behandlingen af punktet| i sagens behandling| i punktets behandling)?)"
    r"\s*(?::\s*(?P<rest>.*)|\s*)$",
    re.IGNORECASE,
)
_PARTIAL = r"(?:(?:erklærede|meldte|erklærer|melder)\s+sig|var|er|blev\s+erklæret)\s+(?:for\s+)?inhabile?\b"
_SENTENCES = [
    re.compile(r"\bafbud\s+fra\s+(?P<who>.+?)(?=\s+(?:til|under|ved|på|i)\s+|\.\s|\.?$)", re.IGNORECASE),
    re.compile(r"\bmeldt\s+afbud\s*:?\s*(?P<who>.+?)\.?$", re.IGNORECASE),
    re.compile(r"^(?P<who>.+?)\s+(?:havde\s+)?(?:meldt|sendt)\s+afbud\b", re.IGNORECASE),
    re.compile(r"^(?P<who>.+?)\s+(?:var|er)\s+(?:ikke\s+til\s+stede|fraværende)\b", re.IGNORECASE),
    re.compile(
        rf"^(?P<who>.{{1,200}}?)\s+{_PARTIAL}.{{0,200}}?\b(?:deltog\s+ikke|forlod|gik\s+uden\s?for)\b", re.IGNORECASE
    ),
    re.compile(r"^(?P<who>.+?)\s+deltog\s+(?:derfor\s+)?ikke\b(?!\s+i\s+afstemning)", re.IGNORECASE),
    re.compile(r"\bdeltog\s+(?P<who>[A-ZÆØÅ].{3,80}?)\s+ikke\b(?!\s+i\s+afstemning)"),
    re.compile(r"^Fraværende\s+(?:var\s+)?:?\s*(?P<who>[A-ZÆØÅ].+?)\.?$"),
]


def absence_label(text: str) -> str | None:
    """What stands after a label for absence: "" when nothing does, None when the text bears no such label."""
    label = _LABEL.match(text.strip())
    return (label["rest"] or "").strip() if label else None


def absent_in_sentence(sentence: str) -> list[Named]:
    """The persons that a sentence says were absent; empty where it says nothing of absence."""
    if (rest := absence_label(sentence)) is not None:
        return [] if says_nobody(rest) else read_people(rest)
    for pattern in _SENTENCES:
        if (found := pattern.search(sentence)) and (people := read_people(found["who"])):
            return people
    return []


def speaks_of_absence(sentence: str) -> bool:
    """Whether a sentence is about who was not there, and so says nothing of what was decided."""
    return absence_label(sentence) is not None or bool(absent_in_sentence(sentence))
