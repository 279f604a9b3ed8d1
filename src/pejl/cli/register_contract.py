"""`pejl register contract`: what can be delivered, described for people and for machines."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from pejl.cli.chapters import new_app
from pejl.cli.console import UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.register_lines import aligned
from pejl.register.contract import CONTRACT
from pejl.register.data_package import data_package
from pejl.register.published import as_markdown

Markdown = Annotated[bool, typer.Option("--markdown", help="Print the page docs/register-contract.md.")]

app = new_app(add_completion=False)


@app.command()
def contract(as_json: AsJson = False, markdown: Markdown = False) -> None:
    """Describe every table and column that can be delivered.

    With --json it is a Data Package, committed as docs/schema/pejl.register-1.datapackage.json.
    """
    if as_json and markdown:
        remark("Name either --json or --markdown.")
        raise typer.Exit(UNUSABLE)
    if as_json:
        answer_json(data_package(CONTRACT))
    elif markdown:
        sys.stdout.write(as_markdown(CONTRACT))
    else:
        for table in CONTRACT.tables:
            answer(f"{table.name} ({table.danish}): {table.meaning}")
            rows = [(column.name, column.kind.value, "" if column.required else "optional") for column in table.columns]
            answer("\n".join(f"  {line}" for line in aligned(rows)))
            answer()
