"""A delivery's report as those may read it who see no rows: counts that give nobody away, and jumps in words."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pejl.calendar.numbers import danish_number
from pejl.intake.contract import Table
from pejl.register.contract import CONTRACT
from pejl.register.report import Changes, FaultCount, HiddenInFile, Jump, NumberHint, Report, TableReport
from pejl.register.small_counts import FEW, Count, as_it_is, as_they_are, rounded, side_by_side, together

NOT_SHARES = ("rows", "mean")
"""What a jump may be of that is no share of the rows; see `register.changes`."""


@dataclass(frozen=True)
class ToldFault:
    """One kind of fault in one column, and in how many rows. `label` is the column's Danish name, "" for whole rows."""

    kind: str
    column: str
    label: str
    rows: Count
    sentence: str


@dataclass(frozen=True)
class ToldHint:
    """What somebody may look at in one column: so many rows of so many. It is no fault of any of them."""

    column: str
    label: str
    rows: Count
    of: Count
    sentence: str


@dataclass(frozen=True)
class ToldHidden:
    """What a workbook does not show and was read all the same."""

    file: str
    rows: Count
    columns: tuple[str, ...]
    sentence: str


@dataclass(frozen=True)
class ToldChanges:
    """A table against the same table before. `jumps` are sentences."""

    rows_before: Count
    rows_now: Count
    gone: Count
    new: Count
    changed: Count
    jumps: tuple[str, ...]


@dataclass(frozen=True)
class ToldTable:
    """One table of a delivery. `danish` is the contract's word for it."""

    name: str
    danish: str
    delivered: Count
    accepted: Count
    quarantined: Count
    faults: tuple[ToldFault, ...]
    unknown_columns: tuple[str, ...]
    left_out_columns: tuple[str, ...]
    hints: tuple[ToldHint, ...]
    hidden: tuple[ToldHidden, ...]
    changes: ToldChanges | None


@dataclass(frozen=True)
class Told:
    """A delivery as a whole. `report` has what hides nobody: who, when, which snapshot."""

    report: Report
    tables: tuple[ToldTable, ...]
    accepted: Count
    quarantined: Count
    jumps: int

    @property
    def unknown_columns(self) -> int:
        """How many columns nobody asked for."""
        return sum(len(table.unknown_columns) for table in self.tables)


def told(report: Report) -> Told:
    """The report with nothing in it that gives anybody away."""
    order = {table.name: place for place, table in enumerate(CONTRACT.tables)}
    reported = sorted(report.tables, key=lambda each: order.get(each.name, len(order)))
    tables = tuple(_table(each) for each in reported)
    return Told(
        report=report,
        tables=tables,
        accepted=together(each.accepted for each in tables),
        quarantined=together(each.quarantined for each in tables),
        jumps=sum(len(table.changes.jumps) for table in tables if table.changes),
    )


def rows_told(name: str, rows: int) -> Count:
    """How many rows a table has, as it may be told."""
    return rounded(rows) if _of_citizens(CONTRACT.find(name)) else as_it_is(rows)


def danish_name(name: str) -> str:
    """The Danish word for a table; its own name where the contract no longer has it."""
    table = CONTRACT.find(name)
    return table.danish if table else name


def _table(each: TableReport) -> ToldTable:
    table = CONTRACT.find(each.name)
    citizens = _of_citizens(table)
    whole, beside = (rounded, side_by_side) if citizens else (as_it_is, as_they_are)
    counts = beside(fault.rows for fault in each.faults)
    faults = tuple(_fault(fault, table, count) for fault, count in zip(each.faults, counts, strict=True))
    return ToldTable(
        name=each.name,
        danish=table.danish if table else each.name,
        delivered=whole(each.delivered),
        accepted=whole(each.accepted),
        quarantined=whole(each.quarantined),
        faults=faults,
        unknown_columns=each.unknown_columns,
        left_out_columns=each.left_out_columns,
        hints=tuple(_hint(hint, table) for hint in each.hints),
        hidden=tuple(_hidden(hidden, whole(hidden.rows)) for hidden in each.hidden),
        changes=_changes(each.changes, table) if each.changes else None,
    )


def _fault(fault: FaultCount, table: Table | None, rows: Count) -> ToldFault:
    return ToldFault(fault.kind.value, fault.column, _label(fault.column, table), rows, fault.sentence)


def _hint(hint: NumberHint, table: Table | None) -> ToldHint:
    """The hint, its numbers rounded whatever the table is: they are of citizens."""
    return ToldHint(hint.column, _label(hint.column, table), rounded(hint.rows), rounded(hint.of), hint.sentence)


def _hidden(hidden: HiddenInFile, rows: Count) -> ToldHidden:
    return ToldHidden(hidden.file, rows, hidden.columns, hidden.sentence)


def _label(name: str, table: Table | None) -> str:
    column = table.find(name) if table else None
    return column.danish if column else name


def _changes(changes: Changes, table: Table | None) -> ToldChanges:
    citizens = _of_citizens(table)
    whole, beside = (rounded, side_by_side) if citizens else (as_it_is, as_they_are)
    new, gone = beside((changes.new, changes.gone))
    return ToldChanges(
        rows_before=whole(changes.rows_before),
        rows_now=whole(changes.rows_now),
        gone=gone,
        new=new,
        changed=whole(changes.changed),
        jumps=tuple(_jump(each, changes, table) if citizens else each.sentence for each in changes.jumps),
    )


def _jump(jump: Jump, changes: Changes, table: Table | None) -> str:
    """The jump in words; without its figures where they tell of a few."""
    if jump.what == "rows":
        before, now = (danish_number(Decimal(rounded(int(each)).nearest)) for each in (jump.before, jump.now))
        return f"Tabellen gik fra omkring {before} til omkring {now} rækker."
    rows = jump.of or (changes.rows_before, changes.rows_now)
    sides = ((jump.before, rows[0]), (jump.now, rows[1]))
    if jump.what not in NOT_SHARES and any(_of_few(share, rows) for share, rows in sides):
        label = (
            next((f"»{column.danish}«" for column in table.columns if column.name == jump.column), "") if table else ""
        )
        return f"Fordelingen i {label or jump.column} er flyttet. Tallene vises ikke, fordi de handler om under {FEW}."
    return jump.sentence


def _of_few(share: float, rows: int) -> bool:
    """Whether a share of the rows, or the rest of them, is of fewer than may be told."""
    return 0 < share * rows < FEW or 0 < (1 - share) * rows < FEW


def _of_citizens(table: Table | None) -> bool:
    """Whether rows of the table are of citizens; of one that is not known any more, that is taken to be so."""
    return table is None or table.person is not None
