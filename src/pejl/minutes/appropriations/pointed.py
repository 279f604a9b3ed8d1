"""Appropriations that a clause leaves to a table: "fordelt som i tabellen", "de økonomiske konsekvenser"."""

from __future__ import annotations

import re
from decimal import Decimal

from pejl.minutes.appropriations.appropriation import Appropriation, AppropriationKind, MoneySource, Side
from pejl.minutes.appropriations.details import frame_and_purpose, recipient_of
from pejl.minutes.appropriations.wording import kind_of
from pejl.minutes.bodies import is_body
from pejl.minutes.checks.sums.amounts import InTable, Stated, stated
from pejl.minutes.checks.tables.labels import LineRole, is_income, line_role, year_of
from pejl.minutes.document import Clause, Item

_BY_TABLE = re.compile(
    r"\b(?:tabel(?:len)?|oversigt(?:en)?|skema(?:et)?|nedenfor|nedenstående|sagsfremstillingen)\b", re.IGNORECASE
)
_CONSEQUENCES = re.compile(
    r"\b(?:økonomiske\skonsekvenser|udgifter(?:ne)?\sog\sindtægter(?:ne)?)\b.*\b(?:indarbejdes|godkendes|bevilges)\b",
    re.IGNORECASE | re.DOTALL,
)
_A_FEW_KRONER = 2


def by_bodies(item: Item, clause: Clause, asked: list[Appropriation]) -> list[Appropriation]:
    """What the clause asks for; its one amount told by the bodies of the table that it points at, if there is one."""
    if len(asked) == 1 and _BY_TABLE.search(clause.text) and item.tables:
        return _by_bodies(stated(item), asked[0]) or asked
    return asked


def _by_bodies(found: Stated, line: Appropriation) -> list[Appropriation]:
    """The amount told body by body, where a column of the table has it as the total of its bodies."""
    for column in _columns(found.cells):
        bodies = [cell for cell in column if is_body(cell.grid.rows[cell.row])]
        if len(bodies) > 1 and sum(cell.printed.value for cell in bodies) == line.amount:
            return [
                line.model_copy(
                    update={
                        "amount": _whole(cell.printed.value),
                        "text": cell.text,
                        "to_body": cell.grid.rows[cell.row].strip(),
                        "from_table": True,
                        "lines": cell.lines,
                    }
                )
                for cell in bodies
            ]
    return []


def _columns(cells: list[InTable]) -> list[list[InTable]]:
    columns: dict[tuple[int, int], list[InTable]] = {}
    for cell in cells:
        columns.setdefault((id(cell.grid), cell.column), []).append(cell)
    return list(columns.values())


def consequences(item: Item, place: int, clause: Clause) -> list[Appropriation]:
    """The costs and incomes of the one table with years, where the clause asks for them without an amount."""
    if not item.tables or not _CONSEQUENCES.search(clause.text):
        return []
    cells = [cell for cell in stated(item).cells if _is_told_by_year(cell)]
    if len({id(cell.grid) for cell in cells}) != 1:
        return []
    totals = {
        side: sum((_value(cell) for cell in cells if cell.side == side), Decimal(0)) for side in ("cost", "income")
    }
    balanced = totals["income"] > 0 and abs(totals["cost"] - totals["income"]) <= _A_FEW_KRONER
    frame, _ = frame_and_purpose(clause.text)
    return [
        Appropriation(
            item=item.number,
            place=place,
            clause=clause.number or None,
            kind=kind_of(clause.text) or AppropriationKind.ALLOCATION,
            side=Side.INCOME if cell.side == "income" else Side.EXPENDITURE,
            amount=_value(cell),
            text=cell.text,
            years=[year],
            period=str(year),
            to_body=recipient_of("", clause.text),
            frame=frame,
            purpose=cell.grid.rows[cell.row].strip(),
            source=MoneySource.GRANT if balanced else MoneySource.UNKNOWN,
            balanced=balanced,
            repeats=balanced and cell.side == "income",
            from_table=True,
            lines=cell.lines,
        )
        for cell in cells
        if (year := year_of(cell.grid.columns[cell.column]))
    ]


def _is_told_by_year(cell: InTable) -> bool:
    part = line_role(cell.grid.rows[cell.row]) is LineRole.PART
    return part and bool(cell.side) and bool(cell.printed.value) and bool(year_of(cell.grid.columns[cell.column]))


def _value(cell: InTable) -> Decimal:
    """The amount; an income that is printed below nought is still an amount that comes in."""
    income = is_income(cell.grid.rows[cell.row])
    return _whole(abs(cell.printed.value) if income else cell.printed.value)


def _whole(amount: Decimal) -> Decimal:
    """Kroner without needless decimals."""
    return amount.quantize(Decimal(1)) if amount == amount.to_integral_value() else amount.normalize()
