"""`pejl law show`: a statute as it stands on a day."""

from __future__ import annotations

import typer

from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, AsJson, answer, answer_json, remark
from pejl.cli.law_lines import outline_lines
from pejl.cli.law_outcomes import Known, Name, On, Scenario, law_on, statute_named
from pejl.law.outline import outline
from pejl.law.told import outline_data

app = new_app(add_completion=False)


@app.command()
def show(statute: Name, on: On, known: Known = None, scenario: Scenario = "", as_json: AsJson = False) -> None:
    """Show a statute on a day: what nobody has confirmed and where to look it up, then rules, amounts and duties."""
    found = outline(statute_named(statute), law_on(on, known, scenario))
    if as_json:
        answer_json(outline_data(found))
    elif not found.empty:
        answer("\n".join(outline_lines(found)))
    if found.empty:
        remark(f"Nothing is known here of {found.statute.danish} on {on:%d.%m.%Y}.")
        raise typer.Exit(NOTHING_FOUND)
