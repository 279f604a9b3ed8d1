"""The Danish words for what the register holds: outcomes, kinds of columns, counts, cells and pseudonyms."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pejl.calendar.days import danish_day, short_day
from pejl.calendar.numbers import danish_number
from pejl.calendar.personal_numbers import masked

if TYPE_CHECKING:
    from pejl.intake.contract import Column
    from pejl.register.small_counts import Count

OUTCOMES = {"loaded": "Indlæst", "already_loaded": "Var indlæst", "refused": "Afvist"}
TONES = {"loaded": "badge-success", "already_loaded": "badge-info", "refused": "badge-error"}
# What a column's kind is called where the contract is told to those who deliver.
KINDS = {
    "person": "Borger: CPR-nummer, eget nummer eller pseudonym. Gemmes kun som pseudonym",
    "key": "Nummer fra kilden",
    "day": "Dag, fx 31-12-2025",
    "month": "Måned, fx 2025-12",
    "kroner": "Kroner med højst to decimaler, fx 1.234,56",
    "count": "Helt tal",
    "number": "Tal med højst fire decimaler",
    "code": "Et af ordene nedenfor",
    "name": "Kort navn på noget, der ikke er en borger",
    "flag": "Ja eller nej",
}
UNITS = {
    "year": "årstal",
    "years": "år",
    "children": "børn",
    "code": "kode",
    "hours": "timer",
    "hours a week": "timer om ugen",
    "weeks": "uger",
    "spells": "forløb",
    "scale": "trin på en skala",
    "kroner": "kr.",
}
MONTH, KRONER = "month", "kroner"
SHOWN = 8
"""How many signs of a pseudonym are shown where rows of several persons stand."""


def delivery_outcome(outcome: str) -> str:
    """Write "Indlæst" or "Afvist"."""
    return OUTCOMES[outcome]


def delivery_tone(outcome: str) -> str:
    """The badge class for what came of a delivery."""
    return TONES[outcome]


def column_kind(kind: str) -> str:
    """What a column holds, for those who deliver."""
    return KINDS[kind]


def unit_word(unit: str) -> str:
    """A unit in Danish; its own word where there is none."""
    return UNITS.get(unit, unit)


def count_word(count: Count) -> str:
    """A count as it may be told: "1.234", "ca. 1.230", "under 5"."""
    if count.exact:
        return danish_number(Decimal(count.least))
    return (
        f"under {danish_number(Decimal(count.most + 1))}"
        if count.few
        else f"ca. {danish_number(Decimal(count.nearest))}"
    )


def short_pseudonym(pseudonym: str) -> str:
    """The beginning of a pseudonym: enough to see that two rows are about the same person."""
    return f"{pseudonym[:SHOWN]}…" if len(pseudonym) > SHOWN else pseudonym


def short_id(number: str) -> str:
    """The beginning of a delivery's number."""
    return number[:12]


def cell_word(value: Any, column: Column) -> str:
    """A cell in Danish: words of codes, days, numbers, yes and no; what passes as a CPR number is hidden."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if isinstance(value, dt.date):
        return danish_day(value).partition(" ")[2] if column.kind == MONTH else short_day(value)
    if isinstance(value, int | Decimal):
        return _figure(Decimal(value), column)
    return column.allowed.get(value) or masked(str(value))


def _figure(value: Decimal, column: Column) -> str:
    """A number; years and official numbers without a mark between thousands, kroner with their decimals."""
    if column.unit in ("year", "code"):
        return f"{value:f}"
    if column.kind == KRONER:
        return danish_number(value, 2)
    return danish_number(value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize())
