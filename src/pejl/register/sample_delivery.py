"""A delivery.toml to begin with: two tables, and each way in which a source can differ from the contract."""

from __future__ import annotations

from pejl.intake.contract import Column, Kind, Table
from pejl.register.contract import CONTRACT

TABLES = ("persons", "benefit_spells")
HEAD = """\
# Hvem der leverer, og den dag, som oplysningerne går til og med.
[delivery]
source = "Fagsystemet"
known = 2025-12-31
"""


def sample() -> str:
    """The file. It is read as it stands, and says beside each column of the contract what it is."""
    return "\n".join([HEAD, *(_table(CONTRACT.table(name)) for name in TABLES)])


def _table(table: Table) -> str:
    lines = [
        f"# {table.danish}. Tabeller, der ikke er med, bliver, som de var sidst.",
        "[[table]]",
        f'name = "{table.name}"',
        f'files = ["{table.danish.lower()}-*.csv"]',
        'left_out = ["Navn", "Adresse"]   # kolonner, som ikke skal med',
        "",
        "[table.columns]",
        *(_column(column) for column in table.columns),
        "",
    ]
    return "\n".join(lines)


def _column(column: Column) -> str:
    need = "" if column.required else ", må mangle"
    if column.kind is Kind.PERSON:
        return f'{column.name} = {{ from = "CPR", identifier = "cpr" }}   # bliver til et pseudonym, mens filen læses'
    if column.allowed:
        word, meaning = next(iter(column.allowed.items()))
        return f'{column.name} = {{ from = "{column.danish}", values = {{ "{meaning}" = "{word}" }} }}{_said(need)}'
    return f'{column.name} = "{column.danish}"{_said(need)}'


def _said(need: str) -> str:
    return f"   # {need.removeprefix(', ')}" if need else ""
