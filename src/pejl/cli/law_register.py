"""What the commands of `pejl law` that count over the register ask alike, and how they tell counts and kroner."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from pejl.calendar.numbers import danish_amount, danish_number
from pejl.cli.console import UNUSABLE, remark
from pejl.cli.law_outcomes import said as law_said
from pejl.cli.register_outcomes import said as register_said
from pejl.home.folders import home
from pejl.law.refusals import Refusal
from pejl.register.register import Register
from pejl.register.small_counts import Count

EXAMPLE = "--scenario fjordby supposes invented amounts, for the example municipality only."


@contextmanager
def register_opened() -> Iterator[Register]:
    """The register of the installation. What cannot be answered ends the command with a sentence."""
    with register_said(), law_said():
        try:
            yield Register(home())
        except Refusal as refused:
            remark(str(refused))
            remark(EXAMPLE)
            raise typer.Exit(UNUSABLE) from refused


def many(count: Count) -> str:
    """A count as it may be told: "ca. 50", "færre end 5", "0"."""
    if count.exact:
        return danish_number(count.least)
    return "færre end 5" if count.few else f"ca. {danish_number(count.nearest)}"


def kroner(value: float | None) -> str:
    """Whole kroner with a sign that is seen; "ukendt" where nobody can say."""
    return "ukendt" if value is None else danish_amount(round(value), 0)
