"""How often something comes again, as Danish text says it: "årligt", "hvert halve år", "to gange om året".

Only what comes again after whole months is read here: a quarter, half a year, a year, several years. Whether the words
tell of a duty, of an amount ("10 mio. kr. årligt") or of a habit, only the caller can know.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pejl.calendar.number_words import parse_number_word, parse_ordinal_word


@dataclass(frozen=True, slots=True)
class FoundRecurrence:
    """Something that comes again each `months` months, at the characters from `start` to `end`.

    `part` names the part of the year that the words themselves bind it to ("foråret" of "hvert forår"), None where they
    bind it to none.
    """

    months: int
    start: int
    end: int
    text: str
    part: str | None = None


_TIMES_A_YEAR = (
    r"(?P<times>[1-4]|en|én|een|et|to|tre|fire)\s{1,3}gange?\s{1,3}(?:om\s{1,3}året|årligt|årlig|pr\.?\s{1,3}år)"
)
_ADVERB = r"(?P<adverb>halvårs?ligt?|halvårs?lige|halvårsvist?|kvartalsvist?|kvartalsvise|kvartårligt?|årligt?|årlige)"
_EVERY = r"(?:hvert|hver)\s{1,3}(?:(?P<ordinal>anden|andet|tredje|fjerde|femte|sjette)\s{1,3})?"
_RECURRENCE = re.compile(
    rf"(?<![^\W_])(?:{_TIMES_A_YEAR}|{_EVERY}(?P<unit>halve\s{{1,3}}år|halvår|kalenderår|år|kvartal|måned)"
    rf"|hvert?\s{{1,3}}(?P<season>forår|sommer|efterår|vinter)|{_ADVERB})(?![^\W_])",
    re.IGNORECASE,
)
_UNITS = {"halve": 6, "halvår": 6, "kalenderår": 12, "år": 12, "kvartal": 3, "måned": 1}
_DEFINITE = {"forår": "foråret", "sommer": "sommeren", "efterår": "efteråret", "vinter": "vinteren"}


def find_recurrences(text: str) -> list[FoundRecurrence]:
    """Everything in running text that says how often something comes again, in its order."""
    found = []
    for match in _RECURRENCE.finditer(text):
        months = _months(match)
        if months:
            season = match["season"]
            part = _DEFINITE[season.casefold()] if season else None
            found.append(FoundRecurrence(months, match.start(), match.end(), match.group(), part))
    return found


def _months(match: re.Match[str]) -> int | None:
    """The months between two times; None where the words give no whole number of months."""
    if times := match["times"]:
        number = int(times) if times.isdigit() else parse_number_word(times)
        return 12 // number if number else None
    if unit := match["unit"]:
        nth = parse_ordinal_word(match["ordinal"]) if match["ordinal"] else 1
        return _UNITS[unit.split()[0].casefold()] * (nth or 1)
    if match["season"]:
        return 12
    adverb = match["adverb"].casefold()
    return 6 if adverb.startswith("halv") else 3 if adverb.startswith("kvart") else 12
