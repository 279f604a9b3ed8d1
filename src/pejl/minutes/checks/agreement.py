"""Whether a printed figure agrees with what was computed of others: the one rule of rounding for sums.

A figure printed as 5,4 stands for anything from 5,35 to 5,45; whoever adds printed figures adds these halves too. What
the halves together can explain is a rounding difference, what they cannot is a real one. Of rounding differences only
those in whole kroner or øre are worth a reader's look (`Grain.KRONER`): figures in millions are rounded on purpose.
People and cases are not rounded at all (`Grain.COUNT`), so there every difference is real.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Grain(StrEnum):
    """How finely figures are printed: whole things, whole kroner or øre, or rounded to something coarser."""

    COUNT = "count"
    KRONER = "kroner"
    ROUNDED = "rounded"


class Agreement(StrEnum):
    """How a printed figure stands to a computed one."""

    AGREES = "agrees"
    ROUNDING = "rounding"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure as printed. `step` is what its last digit counts."""

    value: Decimal
    step: Decimal


@dataclass(frozen=True, slots=True)
class Computed:
    """What follows from printed figures: `slack` is how far their rounding can move it, `step` the coarsest of them."""

    value: Decimal
    slack: Decimal
    step: Decimal


def added(parts: Iterable[tuple[int, Printed]]) -> Computed:
    """The parts put together, each with its sign."""
    value = slack = step = Decimal(0)
    for sign, part in parts:
        value += part.value * sign
        slack += part.step / 2
        step = max(step, part.step)
    return Computed(value, slack, step)


def agreement(stated: Printed, computed: Computed, grain: Grain) -> Agreement:
    """How `stated` agrees with `computed`.

    A total in whole kroner beside parts with øre, rightly rounded, agrees; so does one with øre beside rounded parts.
    """
    difference = abs(stated.value - computed.value)
    if difference == 0:
        return Agreement.AGREES
    if grain is Grain.COUNT or difference > stated.step / 2 + computed.slack:
        return Agreement.DIFFERS
    return Agreement.ROUNDING if stated.step == computed.step else Agreement.AGREES


def worth_a_look(found: Agreement, grain: Grain) -> bool:
    """Whether a reader should be told: of real differences always, of rounding only in whole kroner or øre."""
    return found is Agreement.DIFFERS or (found is Agreement.ROUNDING and grain is Grain.KRONER)
