"""Amounts of money and percentages, found in Danish text.

The text itself must say that a number is money ("kr.", "kroner", "500,-") or hundredths ("pct.", "procent", "%"). A
number that Danish can read in two ways ("4.5 mio. kr.") is left out, as is a unit that only looks like an amount
("i 1.000 kr." above a table). In a range ("5-7 mio. kr.") only the end that carries the unit is an amount.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from pejl.calendar.number_words import parse_number_word
from pejl.calendar.numbers import MINUS_SIGNS, UNSIGNED, parse_number

_SCALES = {
    "mio": 1_000_000,
    "mill": 1_000_000,
    "mil": 1_000_000,
    "million": 1_000_000,
    "millioner": 1_000_000,
    "mia": 1_000_000_000,
    "milliard": 1_000_000_000,
    "milliarder": 1_000_000_000,
    "t": 1_000,
    "tusind": 1_000,
    "tusinde": 1_000,
}


@dataclass(frozen=True, slots=True)
class FoundAmount:
    """An amount in running text: `kroner` is its value, `text` the characters from `start` to `end`.

    `step` is what its last printed digit counts: 100,000 kroner in "5,4 mio. kr.", 1 in "191.633 kr.". The amount that
    was rounded to it lies within half a step.
    """

    kroner: Decimal
    start: int
    end: int
    text: str
    step: Decimal


@dataclass(frozen=True, slots=True)
class FoundPercent:
    """A percentage in running text: `value` is 38.8 for "38,8 pct.".

    `points` tells that the text says percentage points: a difference between two percentages, not a share of anything.
    """

    value: Decimal
    start: int
    end: int
    text: str
    points: bool = False


_GAP = r"\s{0,2}"
# A dash is a minus only right before the digits and with nothing right before itself: not in "5-7" or "sparet – 5".
_FIGURES = rf"(?:(?<![^\W_])(?:[{MINUS_SIGNS}]|minus\s))?(?<![^\W_])(?<![0-9][.,/:])(?:{UNSIGNED}|[0-9]{{0,15}}[½¼¾])"
_WORDS = r"(?<![^\W_])[a-zæøåé]{2,40}(?:\s[a-zæøåé]{2,40}){0,3}?"
_SCALE = r"(?:mio|mill|mil|mia|millioner|million|milliarder|milliard|tusinde|tusind|t)"
_KRONER = r"(?:kroner|kr|dkk)(?![^\W_])\.?"
_ENDS = r"(?![0-9]|[.,][0-9])"

_AMOUNTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # 5,4 mio. kr. · 191.633 kr. · 5 t.kr. · 3 mio.kr · 500 kroner
        rf"(?P<number>{_FIGURES}){_GAP}(?:(?P<scale>{_SCALE})\.?{_GAP})?{_KRONER}",
        # to mio. kr. · fem hundrede kroner
        rf"(?P<number>{_WORDS})\s(?:(?P<scale>{_SCALE})\.?{_GAP})?{_KRONER}",
        # kr. 500,- · kr. 1.234,50 · DKK 5,4 mio.
        rf"(?<![^\W_])(?:kr\.?|dkk){_GAP}(?P<number>{_FIGURES}){_ENDS}(?:,-)?(?:{_GAP}(?P<scale>{_SCALE})(?![^\W_])\.?)?",
        # 500,-
        rf"(?P<number>{_FIGURES})(?P<scale>),-(?![0-9])",
    )
)
_AMOUNT_WITHOUT_KRONER = re.compile(rf"(?P<number>{_FIGURES}|{_WORDS}){_GAP}(?P<scale>{_SCALE})\.?", re.IGNORECASE)
# What every amount and every percentage holds: the cheap question, asked first of the many texts without any.
_SAYS_MONEY = re.compile(r"(?:kr|dkk)(?![^\W\d_])|kroner|,-", re.IGNORECASE)
_SAYS_PERCENT = re.compile(r"pct|procent|%", re.IGNORECASE)
_UNIT = re.compile(
    rf"(?<![^\W_])(?<![.,][0-9]{{3}})(?<![.,][0-9]{{3}}\s)(?:(?P<thousands>1\.?000)\s?|(?P<scale>{_SCALE})\.?\s?)?(?:kroner|kr|dkk)(?![^\W_])",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    rf"""(?P<number>{_FIGURES}|{_WORDS}(?=\s)){_GAP}
         (?:(?:pct|procent)(?P<points>[.]?[ ]?-?points?)?(?![^\W_])[.]?|%(?P<points_2>-?[ ]?points?(?![^\W_]))?)""",
    re.IGNORECASE | re.VERBOSE,
)

_UNIT_BEFORE = re.compile(r"(?:[0-9]|\b(?:mio|mill|mil|mia|t))\.?\s*\Z", re.IGNORECASE)
_UNIT_OF_A_TABLE = re.compile(r"(?:\bi\s|\()\Z", re.IGNORECASE)
_LOOKS_LIKE_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def parse_amount(text: str) -> Decimal | None:
    """The kroner that the whole text says, or None where it says none.

    Here "5,4 mio." without "kr." is money, since the caller asks for money; a bare number is not.
    """
    stripped = text.strip().rstrip(";:").rstrip()
    for pattern in (*_AMOUNTS, _AMOUNT_WITHOUT_KRONER):
        match = pattern.fullmatch(stripped)
        if match:
            size = _value(match["number"])
            return None if size is None else _scaled(size, match["scale"])
    return None


def find_amounts(text: str) -> list[FoundAmount]:
    """All amounts in running text, in their order."""
    if not _SAYS_MONEY.search(text):
        return []
    found = []
    for match in (match for pattern in _AMOUNTS for match in pattern.finditer(text)):
        start, size = _start_and_value(match)
        if size is not None and not _is_only_a_unit(match, text):
            printed = text[start : match.end()]
            found.append(
                FoundAmount(_scaled(size, match["scale"]), start, match.end(), printed, _step(size, match["scale"]))
            )
    kept: list[FoundAmount] = []
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def unit_in_kroner(text: str) -> Decimal | None:
    """What a number under the heading `text` counts in kroner: 1,000,000 under "Mio. kr.", 1,000 under "i 1.000 kr.".

    None where the heading names no kroner, or names two units ("kr. og mio. kr.").

    >>> unit_in_kroner("Forbrug 2025, mio. kr."), unit_in_kroner("Udgift i kr."), unit_in_kroner("Antal")
    (Decimal('1000000'), Decimal('1'), None)
    """
    units = {
        Decimal(1000) if match["thousands"] else Decimal(_SCALES[match["scale"].casefold()] if match["scale"] else 1)
        for match in _UNIT.finditer(text)
    }
    return units.pop() if len(units) == 1 else None


def find_percents(text: str) -> list[FoundPercent]:
    """All percentages in running text, in their order."""
    if not _SAYS_PERCENT.search(text):
        return []
    found = []
    for match in _PERCENT.finditer(text):
        start, value = _start_and_value(match)
        if value is not None:
            points = bool(match["points"] or match["points_2"])
            found.append(FoundPercent(value, start, match.end(), text[start : match.end()], points))
    return found


def _start_and_value(match: re.Match[str]) -> tuple[int, Decimal | None]:
    """Where the amount really starts and how much it is: the pattern also takes in words before the number."""
    start, written = match.start(), match["number"]
    if not written[0].isalpha() or written.casefold().startswith("minus"):
        return start, _value(written)
    words = list(re.finditer(r"\S+", written))
    for word in words:
        value = parse_number_word(written[word.start() :])
        if value is not None:
            return match.start("number") + word.start(), Decimal(value)
    return start, None


def _value(written: str) -> Decimal | None:
    figures = re.sub(r"^minus\s", "-", written, flags=re.IGNORECASE)
    number = parse_number(figures)
    if number is not None:
        return number
    word = parse_number_word(written)
    return None if word is None else Decimal(word)


def _scaled(size: Decimal, scale: str | None) -> Decimal:
    kroner = size * _SCALES[scale.casefold()] if scale else size
    return kroner.quantize(Decimal(1)) if kroner == kroner.to_integral_value() else kroner.normalize()


def _step(size: Decimal, scale: str | None) -> Decimal:
    last_digit = Decimal(1).scaleb(min(0, int(size.as_tuple().exponent)))
    return last_digit * (_SCALES[scale.casefold()] if scale else 1)


def _is_only_a_unit(match: re.Match[str], text: str) -> bool:
    """Whether "kr." belongs to what stands before it, or the number is the unit of a table or the year of a heading."""
    before = text[max(0, match.start() - 8) : match.start()]
    if match.start("number") > match.start():
        undotted_year = _LOOKS_LIKE_YEAR.fullmatch(match["number"]) and not match.group().endswith(",-")
        return bool(_UNIT_BEFORE.search(before)) or (bool(undotted_year) and not match["scale"])
    return match["number"] == "1.000" and not match["scale"] and bool(_UNIT_OF_A_TABLE.search(before))
