"""`pejl law compute`: one person judged by a statute on a day."""

from __future__ import annotations

from typing import Annotated

import typer

from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, UNUSABLE, AsJson, answer, answer_json
from pejl.cli.law_facts import facts_in, say_what_is_missing
from pejl.cli.law_lines import asked_lines, when_lines
from pejl.cli.law_outcomes import Known, Name, On, Scenario, Wanted, law_on, statute_named
from pejl.law.asked import asked, not_told
from pejl.law.outline import asked_first
from pejl.law.refusals import NotGiven
from pejl.law.told import statute_data, when_data
from pejl.law.told_person import answer_data

Input = Annotated[str, typer.Argument(metavar="INPUT", help="A JSON file with the facts; - for standard input.")]
Explain = Annotated[bool, typer.Option("--explain", help="Tell every step: value, rule, section, amount and source.")]

app = new_app(add_completion=False)


@app.command()
def compute(
    statute: Name,
    input_: Input,
    on: On,
    known: Known = None,
    scenario: Scenario = "",
    wanted: Wanted = None,
    explain: Explain = False,
    as_json: AsJson = False,
) -> None:
    """Judge one person on a day by the facts in INPUT, a JSON object; null is for what is unknown.

    Without --wanted the statute's own question is answered. What nobody has confirmed gives no answer but a sentence
    that says where to look it up (exit code 1), unless a scenario supposes it. Nothing is kept.
    """
    named, law = statute_named(statute), law_on(on, known, scenario)
    facts = facts_in(input_, law)
    names = tuple(wanted or asked_first(named, law))
    found = asked(law, facts, names)
    if as_json:
        told = [answer_data(each, explained=explain) for each in found]
        answer_json({**statute_data(named), **when_data(law), "answers": told})
    else:
        answer("\n".join(when_lines(law)))
        for each in found:
            answer()
            answer("\n".join(asked_lines(each, explained=explain)))
    if any(isinstance(each.refusal, NotGiven) for each in found):
        say_what_is_missing(not_told(law, facts, names))
        raise typer.Exit(UNUSABLE)
    if any(each.refusal for each in found):
        raise typer.Exit(NOTHING_FOUND)
