"""Amounts told year by year against the row of a table that has them: all but one are there, and that one differs.

The recommendation's clauses are one telling, and so is each passage of the case. The row is known by the amounts that
agree, so two are the fewest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pejl.minutes.checks.flag import LEAD_IN, Certainty, Flag, FlagKind, full_stop
from pejl.minutes.checks.sums.amounts import InTable, InText, Stated
from pejl.minutes.checks.sums.figures import written
from pejl.minutes.checks.tables.labels import year_of
from pejl.minutes.document import Lines, Role

RULE = "sum-year"

_YEAR_AFTER = re.compile(r"\si\s(?P<year>20[0-9]{2})(?![0-9-])")
_MOST = 8
_MOST_CELLS = 2000

_Row = dict[int, InTable]


def years_beside_tables(found: Stated) -> Iterator[Flag]:
    """Flags of the one amount of a telling that its year in the table does not have."""
    rows = _rows([*found.cells, *found.unnamed]) if len(found.cells) + len(found.unnamed) <= _MOST_CELLS else []
    for telling in _tellings(found.texts) if rows else ():
        matches = [[year in row and _agree(text, row[year]) for text, year in telling] for row in rows]
        best = max(range(len(rows)), key=lambda at: sum(matches[at]))
        if sum(matches[best]) != len(telling) - 1:
            continue
        text, year = telling[matches[best].index(False)]
        cell = rows[best].get(year)
        stands = any(_agree(text, other) for row in rows for other in row.values())
        if cell is not None and cell.printed.value and not stands:
            yield _flag(text, year, cell)


def _rows(cells: list[InTable]) -> list[_Row]:
    """The rows of tables that have two or more years, by year."""
    rows: dict[tuple[int, int], _Row] = {}
    for cell in cells:
        year = year_of(cell.grid.columns[cell.column])
        if year is not None:
            rows.setdefault((id(cell.grid), cell.row), {})[year] = cell
    return [row for row in rows.values() if len(row) > 1]


def _tellings(texts: list[InText]) -> Iterator[list[tuple[InText, int]]]:
    """Amounts with different years that are told together."""
    together: dict[object, list[tuple[InText, int]]] = {}
    for text in texts:
        year = _YEAR_AFTER.match(text.told.after(text.at))
        if year and not text.figure.blurred:
            recommended = text.told.passage.role is Role.RECOMMENDATION
            together.setdefault("recommended" if recommended else id(text.told), []).append((text, int(year["year"])))
    for telling in together.values():
        if 1 < len(telling) <= _MOST and len({year for _, year in telling}) == len(telling):
            yield telling


def _agree(text: InText, cell: InTable) -> bool:
    slack = max(text.figure.step, cell.printed.step) / 2
    return abs(text.figure.value - abs(cell.printed.value)) <= slack


def _flag(text: InText, year: int, cell: InTable) -> Flag:
    computed = written(abs(cell.printed.value), text.figure)
    row = cell.grid.rows[cell.row].strip()
    under = f"»{row[:60]}« og »{year}«" if row else f"»{year}«"
    lines = {(line.first, line.last) for line in (text.lines, cell.lines)}
    return Flag(
        kind=FlagKind.SUM,
        rule=RULE,
        sentence=full_stop(
            f"{LEAD_IN}Teksten siger {text.figure.text} i {year}, men tabellen har {computed} under {under}"
        ),
        stated=text.figure.text,
        computed=computed,
        certainty=Certainty.LIKELY,
        lines=[Lines(first=first, last=last) for first, last in sorted(lines)],
    )
