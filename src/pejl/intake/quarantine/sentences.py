"""What each kind of fault is called in Danish, and what to do about it: the one place that reports, exports and pages
take it from.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from pejl.calendar.numbers import danish_number
from pejl.intake.contract import AtMost, Column, Kind, NotBefore, Table
from pejl.intake.faults import FaultKind

WHOLE_ROW = "Rækken"
"""What a fault is about that lies in no single column."""

_SENTENCES: Mapping[FaultKind, str] = MappingProxyType(
    {
        FaultKind.MISSING: "{label} er tom, men skal være udfyldt. Udfyld den.",
        FaultKind.NO_DAY: "{label} er ikke en dag, der findes. Skriv dagen som 31-12-2025.",
        FaultKind.NO_NUMBER: "{label} er ikke et tal. Skriv det som 1.234,56, uden andre tegn.",
        FaultKind.NO_WHOLE_NUMBER: "{label} skal være et helt tal. Skriv det uden decimaler.",
        FaultKind.TOO_MANY_DECIMALS: "{label} har flere decimaler end de {places}, der kan gemmes. Afrund tallet.",
        FaultKind.NOT_ALLOWED: (
            "{label} er ikke et af de ord, som kontrakten har. Ret ordet, eller oversæt det med values i delivery.toml."
        ),
        FaultKind.TOO_SMALL: "{label} er mindre end {least}. Ret tallet.",
        FaultKind.TOO_LARGE: "{label} er større end {most}. Ret tallet.",
        FaultKind.TOO_LONG: "{label} er længere end {longest} tegn. Forkort teksten; fri tekst må ikke leveres.",
        FaultKind.NO_FLAG: "{label} er hverken ja eller nej. Skriv ja eller nej.",
        FaultKind.NO_PERSON: (
            "{label} er ikke et nummer af den slags, som leverancen siger, at borgere står med. Ret nummeret i kilden."
        ),
        FaultKind.NO_SUCH_DAY_IN_CPR: (
            "{label} begynder ikke med en dag, der findes, og er derfor ikke et CPR-nummer. Ret nummeret i kilden."
        ),
        FaultKind.CPR_IN_OTHER_COLUMN: (
            "{label} holder et CPR-nummer, som ikke må stå der, og det er skjult. Skriv feltet uden nummeret."
        ),
        FaultKind.ENDS_BEFORE_START: "{label} ligger før {earlier}. Ret den af de to dage, der er forkert.",
        FaultKind.OTHER_COLUMN_NEEDED: "{label} mangler, men skal være udfyldt i en række som denne. Udfyld den.",
        FaultKind.PART_LARGER_THAN_WHOLE: "{label} er større end {whole}, som den er en del af. Ret det forkerte tal.",
        FaultKind.KEY_TWICE: (
            "{label} står i flere rækker, men må kun stå i én. Behold den rigtige række, og slet de andre."
        ),
        FaultKind.NOT_FOUND: (
            "{label} henviser til noget, der ikke er leveret. Levér det, som der henvises til, eller ret henvisningen."
        ),
        FaultKind.WRONG_NUMBER_OF_CELLS: (
            "{label} har ikke lige så mange felter, som der er kolonner. Se efter et skilletegn, et linjeskift eller "
            "et anførselstegn inde i et felt, og ret det i kilden."
        ),
        FaultKind.UNREADABLE_BYTES: (
            "{label} holder noget, der ikke kan læses: tegn i en anden kodning eller en formel, der er gået i stykker "
            "(#REF!). Ret det i kilden, og gem filen på ny."
        ),
    }
)


def sentence(kind: FaultKind, table: Table, column: str) -> str:
    """What is wrong and what to do, with the column's Danish name. `column` is "" for what is wrong with a row whole.

    A fault of a key that several columns make names them all.
    """
    found = table.find(column)
    label = f"»{found.danish}«" if found else _key_label(table) if kind is FaultKind.KEY_TWICE else WHOLE_ROW
    return _SENTENCES[kind].format(label=label, **_bounds(found), **_others(table, column))


def _key_label(table: Table) -> str:
    names = [f"»{table.column(name).danish}«" for name in table.key]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + f" og {names[-1]} tilsammen"


def _bounds(column: Column | None) -> dict[str, str]:
    """How small, large, long and exact a value of the column may be."""
    if column is None:
        return {"least": "tilladt", "most": "tilladt", "longest": "tilladt", "places": "decimaler"}
    return {
        "least": "tilladt" if column.least is None else _figure(column, column.least),
        "most": "tilladt" if column.most is None else _figure(column, column.most),
        "longest": str(column.longest),
        "places": "to" if column.kind is Kind.KRONER else "fire",
    }


def _figure(column: Column, bound: Decimal) -> str:
    """A bound as it is read: years and official numbers without a full stop between thousands."""
    return f"{bound:f}" if column.unit in ("year", "code") else danish_number(bound)


def _others(table: Table, column: str) -> dict[str, str]:
    """The columns that rules hold this one against."""
    earlier = [rule.earlier for rule in table.rules if isinstance(rule, NotBefore) and rule.later == column]
    whole = [rule.whole for rule in table.rules if isinstance(rule, AtMost) and rule.part == column]
    return {
        "earlier": _either([table.column(name).danish for name in earlier]) or "den dag, den skal følge efter",
        "whole": _either([table.column(name).danish for name in whole]) or "det tal",
    }


def _either(labels: list[str]) -> str:
    return " eller ".join(f"»{label}«" for label in labels)
