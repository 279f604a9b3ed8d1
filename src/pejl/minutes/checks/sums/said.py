"""Flags of sums in running text: how a claim is held against its parts, and what is said where it does not hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from pejl.calendar import rows
from pejl.minutes.checks.agreement import Agreement, Computed, added, agreement, worth_a_look
from pejl.minutes.checks.flag import LEAD_IN, Certainty, Flag, FlagKind
from pejl.minutes.checks.sums.figures import Figure, grain_of, written
from pejl.minutes.document import Lines

ROUNDING = " Forskellen er ikke større, end at den kan skyldes afrunding."


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a stated figure stands to the sum of others."""

    stated: Figure
    parts: tuple[tuple[int, Figure], ...]
    computed: Computed
    found: Agreement

    @property
    def off_by(self) -> Decimal:
        """How far the stated figure is from the computed one, as a part of the larger."""
        larger = max(abs(self.stated.value), abs(self.computed.value))
        return abs(self.stated.value - self.computed.value) / larger if larger else Decimal(0)

    @property
    def difference(self) -> Decimal:
        """How much the two differ."""
        return abs(self.stated.value - self.computed.value)

    @property
    def worth_a_look(self) -> bool:
        """Whether a reader should be told."""
        return worth_a_look(self.found, grain_of([self.stated, *(part for _, part in self.parts)]))


def held(stated: Figure, parts: Iterable[tuple[int, Figure]]) -> Outcome:
    """The stated figure held against its parts, each with its sign."""
    signed = tuple(parts)
    computed = added((sign, part.printed) for sign, part in signed)
    grain = grain_of([stated, *(part for _, part in signed)])
    return Outcome(stated, signed, computed, agreement(stated.printed, computed, grain))


def finest(figures: Iterable[Figure]) -> Figure:
    """The figure that is printed most finely: a computed value is written like it."""
    return min(figures, key=lambda figure: figure.step)


def sum_flag(rule: str, outcome: Outcome, sentence: str, certainty: Certainty, lines: list[Lines]) -> Flag:
    """The flag of an outcome; `sentence` is what is said after "Tjek dette: "."""
    rounding = outcome.found is Agreement.ROUNDING
    like = finest([outcome.stated, *(part for _, part in outcome.parts)])
    return Flag(
        kind=FlagKind.SUM,
        rule=rule,
        sentence=f"{LEAD_IN}{sentence[:1].upper()}{sentence[1:]}{ROUNDING if rounding else ''}",
        stated=outcome.stated.text,
        computed=written(outcome.computed.value, like),
        certainty=certainty,
        rounding=rounding,
        lines=lines,
    )


def in_a_row(figures: list[Figure]) -> str:
    """The figures as a sentence lists them: "191.633 kr., 2.299.601 kr. og 1.341.434 kr."."""
    return rows.in_a_row(figure.text for figure in figures)
