"""Numbers as Danish text writes them: full stops between thousands, a comma before the decimals.

"1.234,50" is a Danish number and "1,234.50" is not: what could be read in two ways is refused with None, never guessed.
Values are `Decimal`, so that kroner and øre stay what the text says.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal

from pejl.calendar.number_words import parse_number_word, parse_ordinal_word

__all__ = [
    "danish_amount",
    "danish_count",
    "danish_number",
    "danish_percent",
    "parse_number",
    "parse_number_word",
    "parse_ordinal_word",
]

MINUS_SIGNS = "-−‑–"
"""Hyphen, minus, no-break hyphen and dash: all are typed for a minus."""

THOUSANDS_SPACES = " \u00a0\u202f"
"""Plain, no-break and narrow no-break space, which some texts put between thousands."""

_IN_THOUSANDS = rf"[1-9][0-9]{{0,2}}(?:(?:\.[0-9]{{3}}){{1,4}}|(?:[{THOUSANDS_SPACES}][0-9]{{3}}){{1,4}})"
UNSIGNED = rf"(?:{_IN_THOUSANDS}|[0-9]{{1,15}})(?:,[0-9]{{1,15}})?"
"""Pattern for the digits of a Danish number, without sign and fraction sign: fifteen before the comma at the most."""

_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_NUMBER = re.compile(
    rf"(?P<sign>[{MINUS_SIGNS}+]\s?)?(?:(?P<digits>{UNSIGNED})|(?P<whole>[0-9]{{0,15}})(?P<fraction>[½¼¾]))"
)

Value = int | float | Decimal


def parse_number(text: str) -> Decimal | None:
    """The number that the whole text is, or None where it is none or could be read in two ways.

    Read: "1.234,56", "5.194.370", "38,8", "−3,0", "1 234", "2½". Refused: "1,234.50", "3.54", "0.500", "1.23.456".
    """
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    if match["fraction"]:
        size = Decimal(match["whole"] or 0) + _FRACTIONS[match["fraction"]]
    else:
        size = Decimal(re.sub(rf"[.{THOUSANDS_SPACES}]", "", match["digits"]).replace(",", "."))
    negative = bool(match["sign"]) and match["sign"][0] in MINUS_SIGNS
    return -size if negative and size else size


def danish_number(value: Value, decimals: int | None = None) -> str:
    """The number as Danish text writes it: "5.194.370", "3,54".

    With `decimals` it is rounded half away from zero, as people round; without, every decimal it has is written.
    """
    exact = _exact(value)
    if decimals is not None:
        exact = _rounded(exact, decimals)
    whole, _, fraction = format(exact, ",f").partition(".")
    written = whole.replace(",", ".") + (f",{fraction}" if fraction else "")
    return written.removeprefix("-") if exact == 0 else written


def danish_count(value: int, one: str, many: str) -> str:
    """How many of something: "1 dag", "1.200 dage", from the words for one of it and for several."""
    return f"{danish_number(value)} {one if value == 1 else many}"


def danish_amount(value: Value, decimals: int | None = None) -> str:
    """Kroner as Danish text writes them: "5.194.370 kr."; with øre where there are any, unless `decimals` says."""
    if decimals is None:
        exact = _exact(value)
        decimals = 0 if exact == exact.to_integral_value() else 2
    return f"{danish_number(value, decimals)} kr."


def danish_percent(value: Value, decimals: int | None = None) -> str:
    """A number of hundredths as Danish text writes it: 38.8 becomes "38,8 pct."."""
    return f"{danish_number(value, decimals)} pct."


def _exact(value: Value) -> Decimal:
    """The value to the last decimal that it is written with: 0.1 is a tenth, not the nearest binary fraction."""
    exact = Decimal(str(value)) if isinstance(value, float) else Decimal(value)
    if not exact.is_finite():
        raise ValueError(f"{value} is no number that can be written in figures.")
    return exact


def _rounded(exact: Decimal, decimals: int) -> Decimal:
    if decimals < 0:
        raise ValueError(f"A number cannot be written with {decimals} decimals.")
    room = Context(prec=max(1, exact.adjusted() + decimals + 2))
    return exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP, context=room)
