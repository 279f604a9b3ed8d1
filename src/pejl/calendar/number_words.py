"""Danish number words, read: "fem", "femogtyve", "halvtreds", "to hundrede og syvoghalvfems", "tredje".

Danish counts the tens from 50 to 90 in scores: *halvtreds* is two and a half scores (halvtredje-sinds-tyve), *tres*
three. The long forms still occur in older texts. Whether "en" is the number or the article only the caller can know.
"""

from __future__ import annotations

import re

_TO_NINETEEN = (
    *("nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni"),
    *("ti", "elleve", "tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten"),
)
_SMALL = {word: number for number, word in enumerate(_TO_NINETEEN)} | {"et": 1, "een": 1, "eet": 1}
_TENS = {
    "tyve": 20,
    "tredive": 30,
    "tredve": 30,
    "fyrre": 40,
    "fyrretyve": 40,
    "halvtreds": 50,
    "halvtredsindstyve": 50,
    "tres": 60,
    "tresindstyve": 60,
    "halvfjerds": 70,
    "halvfjerdsindstyve": 70,
    "firs": 80,
    "firsindstyve": 80,
    "halvfems": 90,
    "halvfemsindstyve": 90,
}
_UNITS = {word: number for word, number in _SMALL.items() if 1 <= number <= 9}
_TO_99 = _SMALL | _TENS | {f"{unit}og{ten}": n + tens for unit, n in _UNITS.items() for ten, tens in _TENS.items()}

_FIRST_ORDINALS = (
    *("første", "anden", "tredje", "fjerde", "femte", "sjette", "syvende", "ottende", "niende", "tiende"),
    *("ellevte", "tolvte", "trettende", "fjortende", "femtende", "sekstende", "syttende", "attende", "nittende"),
    "tyvende",
)
_ORDINALS = (
    {word: number for number, word in enumerate(_FIRST_ORDINALS, start=1)}
    | {"andet": 2, "andre": 2, "tredie": 3, "elvte": 11, "tredivte": 30, "enogtredivte": 31, "etogtredivte": 31}
    | {f"{unit}ogtyvende": 20 + number for unit, number in _UNITS.items()}
)

_JOINT = re.compile(r"(?<=\w)(?:\s{1,3}|-(?=og)|(?<=og)-)(?=\w)")
_HUNDREDS = re.compile(r"(?P<count>.*?)hundrede?(?:og(?=.))?(?P<below>.*)")
_THOUSANDS = re.compile(r"(?P<count>.*?)tusinde?(?:og(?=.))?(?P<below>.*)")


def parse_number_word(text: str) -> int | None:
    """The number that the whole text says in words, from 0 to 999,999; None for anything else.

    Capitals, accents ("én") and the space or "og" between hundreds and tens make no difference. A range such as
    "seks-syv" is two numbers, hence None.
    """
    return _below_million(_plain(text))


def parse_ordinal_word(text: str) -> int | None:
    """The place that the whole text says in words, from "første" (1) to "enogtredivte" (31); None for anything else."""
    return _ORDINALS.get(_plain(text))


def _plain(text: str) -> str:
    lowered = text.strip().casefold().replace("é", "e")
    return _JOINT.sub("", lowered)


def _below_million(word: str) -> int | None:
    match = _THOUSANDS.fullmatch(word)
    if match is None:
        return _below_thousand(word)
    return _composed(_below_thousand(match["count"] or "et"), 1000, _below_thousand(match["below"] or "nul"))


def _below_thousand(word: str) -> int | None:
    match = _HUNDREDS.fullmatch(word)
    if match is None:
        return _TO_99.get(word)
    return _composed(_UNITS.get(match["count"] or "et"), 100, _TO_99.get(match["below"] or "nul"))


def _composed(count: int | None, unit: int, below: int | None) -> int | None:
    return count * unit + below if count and below is not None else None
