"""Flags of shares, in the words of the house: what follows from the figures, and what the text says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from pejl.calendar.numbers import danish_number, danish_percent
from pejl.minutes.checks.flag import LEAD_IN, Certainty, Flag, FlagKind, full_stop
from pejl.minutes.checks.share.figures import Figure, Kind
from pejl.minutes.document import Lines

_MOST_DECIMALS = 6
ONLY_ROUNDING = " Forskellen er ikke større end en afrunding."


@dataclass(frozen=True)
class Judged:
    """The percentages, by their places, that a rule has understood, and its flag where they do not fit."""

    percents: frozenset[int]
    flag: Flag | None = None


def share_flag(
    rule: str,
    sentence: str,
    stated: str,
    computed: str,
    lines: Iterable[Lines],
    certainty: Certainty,
    *,
    rounding: bool = False,
) -> Flag:
    """A flag of a share. A difference that rounding explains is told as such, and is no more than possible."""
    return Flag(
        kind=FlagKind.SHARE,
        rule=rule,
        sentence=f"{LEAD_IN}{sentence}{ONLY_ROUNDING if rounding else ''}",
        stated=stated,
        computed=computed,
        certainty=Certainty.POSSIBLE if rounding else certainty,
        rounding=rounding,
        lines=list(lines),
    )


def misfit(rule: str, told: str, value: Fraction, stated: Figure, lines: Iterable[Lines], certainty: Certainty) -> Flag:
    """A flag that `told` ("20 af 164 afgørelser") comes to another value than the text states."""
    computed = percent_text(value, stated.step)
    return share_flag(
        rule,
        f"{told} er {computed}, men teksten siger {full_stop(stated_text(stated))}",
        stated_text(stated),
        computed,
        lines,
        certainty,
        rounding=is_only_rounding(value, stated),
    )


def is_only_rounding(value: Fraction, stated: Figure) -> bool:
    """Whether the percentage was rounded, only the wrong way: 12.8 as 12."""
    return stated.blur is None and stated.kind is Kind.PERCENT and abs(value - abs(stated.value)) < stated.step


def percent_text(value: Fraction, step: Fraction) -> str:
    """A computed number of hundredths, with one decimal or as many as a figure has whose last digit is worth `step`."""
    decimals = 1
    while step < Fraction(1, 10**decimals) and decimals < _MOST_DECIMALS:
        decimals += 1
    scaled = value * 10**decimals
    if value.denominator == 1:
        decimals = 0
    written = Fraction(int(scaled + (Fraction(1, 2) if scaled >= 0 else Fraction(-1, 2))), 10**decimals)
    text = danish_percent(float(written) if decimals else int(value), decimals)
    return text.replace(",0 pct.", " pct.") if decimals == 1 else text


def number_text(value: Fraction) -> str:
    """A count as Danish text writes it."""
    return danish_number(int(value)) if value.denominator == 1 else danish_number(float(value))


def stated_text(figure: Figure) -> str:
    """A figure as the text has it, without the stop of its sentence."""
    text = figure.text.strip().rstrip(".")
    if figure.kind is Kind.FRACTION:
        return text[:1].lower() + text[1:]
    return f"{text}." if text.endswith(("pct", "kr")) else text
