"""A table against the same table of the base: rows gone, new and changed, and figures that moved more than they do.

What is usual is a matter of judgement, so the measures stand here and in `docs/register.md`: a jump is told, and
decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import duckdb

from pejl.calendar.numbers import danish_number, danish_percent
from pejl.intake.contract import Column, Kind, Table
from pejl.register.duck import names, view
from pejl.register.report import Changes, Jump

SHARE_MOVED = 0.05
"""A share of the rows (of a code, of empty cells) that moved by more than this is told."""

MEAN_MOVED = 0.20
"""A mean that moved by more than this part of what it was is told."""

ROWS_MOVED = 0.20
"""A table that grew or shrank by more than this part of what it was is told."""

FEWEST = 50
"""A table with fewer rows before or now moves by chance; nothing is told of it. Nor of what stands in a column in fewer
rows than that: its mean and shares would be those of a few people."""

Figures = dict[tuple[str, str], float]
"""Figures of a table by column and by what was measured there: a code, `mean`, `empty`, or `rows`."""

MEAN, EMPTY, ROWS = "mean", "empty", "rows"


def changes(duck: duckdb.DuckDBPyConnection, before: Path, now: Path, table: Table) -> Changes:
    """What is different."""
    view(duck, "before", before, table)
    view(duck, "now", now, table)
    gone, new, changed = _counted(duck, table)
    then, today = _figures(duck, "before", table), _figures(duck, "now", table)
    return Changes(
        rows_before=int(then["", ROWS]),
        rows_now=int(today["", ROWS]),
        gone=gone,
        new=new,
        changed=changed,
        jumps=tuple(_jumps(then, today, table)),
    )


def _counted(duck: duckdb.DuckDBPyConnection, table: Table) -> tuple[int, int, int]:
    key = names(*table.key)
    rest = [column.name for column in table.columns if column.name not in table.key]
    content = f"hash({names(*rest)})" if rest else "0"
    sql = f"""
        WITH b AS (SELECT {key}, {content} AS content, TRUE AS here FROM before),
        n AS (SELECT {key}, {content} AS content, TRUE AS here FROM now)
        SELECT count(*) FILTER (n.here IS NULL), count(*) FILTER (b.here IS NULL),
            count(*) FILTER (b.content <> n.content)
        FROM b FULL JOIN n USING ({key})
    """  # noqa: S608 - the names are the contract's
    return duck.execute(sql).fetchall()[0]


def _figures(duck: duckdb.DuckDBPyConnection, name: str, table: Table) -> Figures:
    """All figures of a table: one pass for means and empty cells, and one for each column of codes."""
    wanted = {("", ROWS): "count(*)"}
    for column in table.columns:
        if not column.required:
            wanted[column.name, EMPTY] = f"avg(CASE WHEN {names(column.name)} IS NULL THEN 1 ELSE 0 END)"
        if _has_mean(column):
            wanted[column.name, MEAN] = f"avg(CAST({names(column.name)} AS DOUBLE))"
    row = duck.execute(f"SELECT {', '.join(wanted.values())} FROM {names(name)}").fetchall()[0]  # noqa: S608
    found = {measure: float(value) for measure, value in zip(wanted, row, strict=True) if value is not None}
    for column in table.columns:
        if column.kind in (Kind.CODE, Kind.FLAG):
            found |= _shares(duck, name, column)
    return found


def _shares(duck: duckdb.DuckDBPyConnection, name: str, column: Column) -> Figures:
    """The share of each code among the rows that have one."""
    code = names(column.name)
    sql = f"""
        SELECT CAST({code} AS VARCHAR), count(*) / sum(count(*)) OVER () FROM {names(name)}
        WHERE {code} IS NOT NULL GROUP BY {code}
    """  # noqa: S608 - the names are the contract's
    return {(column.name, word): float(share) for word, share in duck.execute(sql).fetchall()}


def _has_mean(column: Column) -> bool:
    """Whether a mean of the column says something. Of official numbers it says nothing."""
    return column.kind in (Kind.KRONER, Kind.NUMBER, Kind.COUNT) and column.unit != "code"


def _jumps(before: Figures, now: Figures, table: Table) -> Iterator[Jump]:
    rows = before["", ROWS], now["", ROWS]
    if min(rows) < FEWEST and not (rows[0] >= FEWEST and rows[1] < rows[0] * (1 - ROWS_MOVED)):
        return
    if abs(rows[1] - rows[0]) > ROWS_MOVED * rows[0]:
        yield _jump("", ROWS, rows, f"Tabellen gik fra {_number(rows[0], 0)} til {_number(rows[1], 0)} rækker.")
    if min(rows) < FEWEST:
        return
    for column in table.columns:
        yield from _jumps_of(column, before, now)


def _jumps_of(column: Column, before: Figures, now: Figures) -> Iterator[Jump]:
    """The jumps of one column. A code that no row had, or has, is a share of nought."""
    label = f"»{column.danish}«"
    filled = _filled(column, before), _filled(column, now)
    mine = sorted(what for name, what in before.keys() | now.keys() if name == column.name)
    if min(filled) < FEWEST:
        mine = [what for what in mine if what == EMPTY]
    for what in mine:
        place = column.name, what
        if what == MEAN:
            if place in before and place in now and _moved(before[place], now[place]):
                pair = before[place], now[place]
                yield _jump(
                    *place, pair, f"Gennemsnittet af {label} gik fra {_number(pair[0], 2)} til {_number(pair[1], 2)}."
                )
            continue
        pair = before.get(place, 0.0), now.get(place, 0.0)
        if abs(pair[1] - pair[0]) > SHARE_MOVED:
            of = "tomme celler" if what == EMPTY else f"»{_word(column, what)}«"
            whole = (int(before["", ROWS]), int(now["", ROWS])) if what == EMPTY else filled
            said = f"Andelen af {of} i {label} gik fra {_percent(pair[0])} til {_percent(pair[1])}"
            yield _jump(*place, pair, said, whole)


def _filled(column: Column, figures: Figures) -> int:
    """In how many rows something stands in the column."""
    return round(figures["", ROWS] * (1 - figures.get((column.name, EMPTY), 0.0)))


def _moved(before: float, now: float) -> bool:
    return abs(now - before) > MEAN_MOVED * abs(before) if before else now != 0


def _word(column: Column, code: str) -> str:
    """What a code is called in Danish."""
    if column.kind is Kind.FLAG:
        return "ja" if code == "true" else "nej"
    return column.allowed.get(code, code)


def _jump(column: str, what: str, pair: tuple[float, float], sentence: str, of: tuple[int, int] | None = None) -> Jump:
    return Jump(column=column, what=what, before=round(pair[0], 6), now=round(pair[1], 6), sentence=sentence, of=of)


def _number(value: float, decimals: int) -> str:
    return danish_number(Decimal(repr(value)), decimals)


def _percent(share: float) -> str:
    return danish_percent(Decimal(repr(share)) * 100, 1)
