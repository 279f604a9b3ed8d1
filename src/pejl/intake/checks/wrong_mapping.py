"""When it is the delivery that is wrong and not its rows: a column that is not there, or that fails in most rows.

Quarantine is for the rows that somebody has to mend. A file where most rows have the same fault in the same column has
been described wrongly, and mending the description mends them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pejl.intake.description.described import DescribedColumn, DescribedTable
from pejl.intake.faults import Fault, FaultKind, Refused
from pejl.intake.quarantine.quarantined import QuarantinedRow
from pejl.intake.quarantine.sentences import sentence
from pejl.intake.rows.headings import plain, shown

SOME_ROWS = 20
"""A file with fewer rows is too small to tell that its description is wrong."""


def refuse_missing_columns(file: str, names: Sequence[str], described: DescribedTable) -> None:
    """Raise `Refused` where a file has no column for what the contract requires."""
    there = {plain(name) for name in names}
    for column in described.table.columns:
        source = described.columns.get(column.name, DescribedColumn(column.name)).source_name
        if column.required and plain(source) not in there:
            seen = ", ".join(f"»{shown(name)}«" for name in names[:30])
            raise Refused(
                f"{file}: der er ingen kolonne »{source}«, og tabellen {described.table.name} skal have "
                f"»{column.danish}« ({column.name}). Filens kolonner er {seen}. Skriv den rigtige under "
                f'[table.columns] i delivery.toml: {column.name} = "…". Intet er indlæst.'
            )


class FaultsOfFile:
    """Counts the faults of one file, to see at its end whether they are of its rows or of its description."""

    def __init__(self, file: str, described: DescribedTable) -> None:
        self._file = file
        self._described = described
        self._rows = 0
        self._first: dict[tuple[FaultKind, str], tuple[int, Fault]] = {}
        self.counts: dict[tuple[FaultKind, str], int] = {}
        """In how many rows each kind of fault stands in each column."""

    def count(self, rows: int, quarantined: Iterable[QuarantinedRow]) -> None:
        """So many rows were read, of which these went to quarantine."""
        self._rows += rows
        for row in quarantined:
            for fault in {(each.kind, each.column): each for each in row.faults}.values():
                what = (fault.kind, fault.column)
                self.counts[what] = self.counts.get(what, 0) + 1
                self._first.setdefault(what, (row.line, fault))

    def refuse_where_most_fail(self) -> None:
        """Raise `Refused` where more than half the rows have one and the same fault."""
        if self._rows < SOME_ROWS:
            return
        for what, count in sorted(self.counts.items(), key=lambda each: -each[1]):
            if count * 2 > self._rows:
                raise Refused(self._said(what[0], what[1], count))

    def _said(self, kind: FaultKind, column: str, count: int) -> str:
        line, fault = self._first[kind, column]
        source = self._described.columns.get(column, DescribedColumn(column)).source_name
        where = f"kolonnen »{shown(source)}«" if column else "rækkerne"
        example = f"for eksempel »{fault.shown}« i linje {line}" if fault.shown else f"første gang i linje {line}"
        return (
            f"{self._file}, {where}: {count} af {self._rows} rækker har samme fejl, {example} i linje {line}. "
            f"{sentence(kind, self._described.table, column)} Gælder det så mange rækker, er det beskrivelsen i "
            "delivery.toml, der er forkert: se efter kolonnens navn, values, identifier, days, decimal og delimiter. "
            "Intet er indlæst."
        )
