"""`pejl register diff`: two snapshots told apart."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, AsJson, answer, remark
from pejl.cli.register_lines import aligned
from pejl.cli.register_outcomes import said
from pejl.home.folders import home
from pejl.register.differences import Difference, What, between, tables_of_both

Before = Annotated[str, typer.Argument(metavar="A", help="The earlier snapshot, or the beginning of its name.")]
Now = Annotated[str, typer.Argument(metavar="B", help="The later one.")]
Table = Annotated[str, typer.Argument(metavar="[TABLE]", help="One table, row by row; otherwise the counts of all.")]

app = new_app(add_completion=False)


@app.command()
def diff(a: Before, b: Now, table: Table = "", as_json: AsJson = False) -> None:
    """Tell two snapshots apart: how many rows are gone, new and changed, and with TABLE each of them.

    With --json each line is one JSON document, so that large differences can be read as they come: first the counts,
    then the rows.
    """
    with said():
        before, now, names = tables_of_both(home(), a, b)
        counted, rows = [("table", "before", "now", "gone", "new", "changed")], 0
        for name in [table] if table else names:
            with between(home(), before, now, name) as found:
                counts = [found.counts.get(what, 0) for what in (What.GONE, What.NEW, What.CHANGED)]
                rows += sum(counts)
                counted.append((name, *(str(each) for each in (found.rows_before, found.rows_now, *counts))))  # type: ignore[arg-type]
                if as_json:
                    gone, new, changed = counts
                    answer(json.dumps({"table": name, "gone": gone, "new": new, "changed": changed}))
                elif table:
                    answer("\n".join(aligned(counted)))
                if table:
                    for each in found.rows:
                        answer(_line(each, as_json=as_json))
        if not table and not as_json:
            answer("\n".join(aligned(counted)))
    if not rows:
        remark("There is no difference.")
        raise typer.Exit(NOTHING_FOUND)


def _line(each: Difference, *, as_json: bool) -> str:
    if as_json:
        data = {"key": each.key, "what": each.what, "column": each.column, "before": each.before, "now": each.now}
        return json.dumps(data, ensure_ascii=False)
    if each.what is not What.CHANGED:
        return f"{' '.join(each.key)}  {each.what}"
    return f"{' '.join(each.key)}  {each.column}: {_shown(each.before)} -> {_shown(each.now)}"


def _shown(value: str | None) -> str:
    return "(empty)" if value is None else value
