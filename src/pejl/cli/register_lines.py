"""A delivery's report on one screen, in plain lines: a table of counts, and below it what somebody should look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pejl.register.report import HiddenInFile, Report, TableReport

HEADINGS = ("table", "delivered", "accepted", "quarantined", "before", "now", "new", "gone", "changed")


def report_lines(report: Report) -> Iterator[str]:
    """The report, line by line."""
    known = f", known to {report.known}" if report.known else ""
    yield f"{report.source}{known}: {report.outcome.value.replace('_', ' ')}"
    yield f"  {report.sentence}"
    if report.snapshot:
        yield f"  snapshot {report.snapshot}" + (f", compared with {report.base}" if report.base else "")
    yield f"  delivery {report.id}"
    if report.tables:
        yield ""
        yield from aligned([HEADINGS, *(_counts(table) for table in report.tables)])
    for table in report.tables:
        yield from _remarks(table)


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows as columns: the first to the left, the others to the right."""
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        yield "  ".join(cells).rstrip()


def _counts(table: TableReport) -> tuple[str, ...]:
    counted = [table.delivered, table.accepted, table.quarantined]
    changes = table.changes
    if changes:
        counted += [changes.rows_before, changes.rows_now, changes.new, changes.gone, changes.changed]
    cells = [str(count) for count in counted]
    return (table.name, *cells, *[""] * (len(HEADINGS) - 1 - len(cells)))


def _remarks(table: TableReport) -> Iterator[str]:
    said = [f"{fault.rows} quarantined: {fault.sentence}" for fault in table.faults]
    said += [jump.sentence for jump in table.changes.jumps] if table.changes else []
    said += [f"hint, {hint.rows} of {hint.of} rows, {hint.column}: {hint.sentence}" for hint in table.hints]
    said += [f"hidden in {each.file}: {_hidden(each)}. {each.sentence}" for each in table.hidden]
    if table.unknown_columns:
        said.append(f"unknown columns, not stored: {', '.join(table.unknown_columns)}")
    if table.left_out_columns:
        said.append(f"left out as asked for: {', '.join(table.left_out_columns)}")
    if said:
        yield ""
        yield table.name
        yield from (f"  {line}" for line in said)


def _hidden(each: HiddenInFile) -> str:
    said = [f"{each.rows} rows"] if each.rows else []
    said += [f"the columns {', '.join(each.columns)}"] if each.columns else []
    return " and ".join(said)
