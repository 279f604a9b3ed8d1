"""Which cases or people a rate is of: all that the text has counted, or some of them, or others.

A list of outcomes and a rate may stand close and be of different cases: "På kontanthjælpsområdet er omgørelsesprocenten
10", "i disse sager er den 22", "den svinger mellem 10 og 21". A rate that names cases of its own is held against a list
only where the words around the list name them too.
"""

from __future__ import annotations

import re

from pejl.minutes.checks.share.figures import Kind
from pejl.minutes.checks.share.labels import Labels, subjects
from pejl.minutes.checks.share.reading import END, Reading
from pejl.minutes.checks.share.wholes import tail
from pejl.minutes.stems import shared, stem

_OF_WHICH = re.compile(
    r"\b(?:på|for|i|om|efter|hos|blandt|ved|inden\sfor)\s((?:[^\W\d_]+\s){0,3}[^\W\d_]+)", re.IGNORECASE
)
_ONE_OF_SEVERAL = re.compile(r"\b(?:disse|sådanne|mellem|[^\W\d_]{0,40}procenter(?:ne)?|enkelte)\b", re.IGNORECASE)
_TURNS = re.compile(r"\b(?:mens|imens|hvorimod|men)\b", re.IGNORECASE)
_NAME_NO_CASES = """
udvalg udvalget udvalgets område området kommune kommunen kommunens ankestyrelsen klage klager klagerne klagesager
klagesagerne omgørelsesprocent omgørelsesprocenten omgjort omgjorte stadfæstet hjemvist ændret tilfælde tilfældene
baggrund perioden året stedet gang ligger lå giver betyder praksis fald stigning tråd forhold
"""
_OF_ALL = frozenset(stem(word) for word in _NAME_NO_CASES.split())
_NEARBY = 600
_HUNDRED = 100


def names_other_cases(reading: Reading, at: int, known: Labels) -> bool:
    """Whether a rate is of cases that the words `known` do not speak of, or one of several rates."""
    if _ONE_OF_SEVERAL.search(reading.clause_before(at)):
        return True
    spoken = f"{clause_of(reading, at)} {tail(reading, at)}"
    named = frozenset[str]().union(*(subjects(found[1]) for found in _OF_WHICH.finditer(spoken))) - _OF_ALL
    return bool(named - shared(named, known))


def said_before(reading: Reading, at: int) -> Labels:
    """What the words before a percentage's own sentence are about."""
    sentence = max(0, reading.skeleton.rfind(END, 0, reading.places[at]))
    return subjects(reading.skeleton[max(0, sentence - _NEARBY) : sentence])


def has_its_rest_beside(reading: Reading, at: int) -> bool:
    """Whether the percentage and one beside it in the sentence make a hundred.

    "72 pct. stadfæstet og 28 pct. omgjort" is right of some whole, and two slips are not to be thought of.
    """
    stated, neighbours = reading.figures[at], (one for one in (at - 1, at + 1) if 0 <= one < len(reading.figures))
    return any(
        reading.figures[one].kind is Kind.PERCENT
        and reading.figures[one].value + stated.value == _HUNDRED
        and not reading.stops_between(*sorted((one, at)))
        for one in neighbours
    )


def clause_of(reading: Reading, at: int) -> str:
    """The words of the sentence before a percentage, back over other figures, but not over "mens" and its like."""
    return _TURNS.split(reading.clause_before(at))[-1]
