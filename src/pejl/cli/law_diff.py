"""`pejl law diff`: two days of a statute told apart, for the statute and for one person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, AsJson, answer, answer_json, remark
from pejl.cli.law_facts import facts_in
from pejl.cli.law_lines import when_lines
from pejl.cli.law_outcomes import From, Known, Name, Scenario, To, Wanted, law_on, statute_named
from pejl.law.asked import moved
from pejl.law.difference import Change, Difference, difference
from pejl.law.explanation import SUPPOSED
from pejl.law.label import heading, label
from pejl.law.law_day import LawOnDay
from pejl.law.outline import asked_first
from pejl.law.person_difference import Outcome, PersonDifference, person_difference
from pejl.law.titles import title
from pejl.law.told import difference_data, when_data
from pejl.law.told_person import person_data

Person = Annotated[
    str,
    typer.Option("--person", metavar="INPUT", help="A JSON file with one person's facts; - for standard input."),
]

app = new_app(add_completion=False)


@app.command()
def diff(
    statute: Name,
    first: From,
    last: To,
    person: Person = "",
    known: Known = None,
    scenario: Scenario = "",
    wanted: Wanted = None,
    as_json: AsJson = False,
) -> None:
    """Tell two days of a statute apart: what came, what went, what changed.

    With --person also for one person: what each answer and each step was and becomes.
    """
    named = statute_named(statute)
    before, after = law_on(first, known, scenario), law_on(last, known, scenario)
    found = difference(named.name, before, after)
    theirs: PersonDifference | None = None
    if person:
        names = wanted or dict.fromkeys((*asked_first(named, after), *asked_first(named, before)))
        theirs = person_difference(facts_in(person, after), tuple(names), before, after)
    if as_json:
        told = person_data(theirs) if theirs else None
        answer_json({**difference_data(found, after.book), "scenario": when_data(after)["scenario"], "person": told})
    else:
        answer("\n".join(_lines(found, before, after)))
        if theirs:
            answer()
            answer("\n".join(_person_lines(theirs)))
    if not found.changes:
        remark("There is no difference.")
        raise typer.Exit(NOTHING_FOUND)


def _lines(found: Difference, before: LawOnDay, after: LawOnDay) -> Iterator[str]:
    yield f"Før: {next(when_lines(before))}"
    yield f"Efter: {next(when_lines(after))}"
    yield from list(when_lines(after))[1:]
    for head, changes in (("Regler", found.rules), ("Satser og grænser", found.parameters), ("Pligter", found.duties)):
        if changes:
            yield from ("", f"{head} ({len(changes)})")
            yield from (line for each in changes for line in _change(each, title(after.book, each.name)))


def _change(each: Change, called: str) -> Iterator[str]:
    by = f" [{each.by}]" if each.by else ""
    yield f"  {each.movement.value}: {called} ({each.name}){by}"
    if each.before:
        yield f"    før:   {each.before}"
    if each.after:
        yield f"    efter: {each.after}"


def _person_lines(found: PersonDifference) -> Iterator[str]:
    yield "For denne person"
    for each in found.values:
        far = moved(each)
        yield f"  {heading(each.name)}: {_shown(each.before)} → {_shown(each.after)}" + (f" ({far})" if far else "")
    if found.steps:
        yield from ("", "Trin, der er anderledes")
    for step in found.steps:
        yield f"  {label(step.name)}: " + " → ".join(
            f"{one.written} ({one.cites}){f' [{SUPPOSED}]' if one.scenario else ''}" if one else "–"
            for one in (step.before, step.after)
        )


def _shown(outcome: Outcome) -> str:
    if outcome.refused:
        return f"intet svar: {outcome.refused}"
    return outcome.written + (f" [{SUPPOSED}]" if outcome.scenario else "")
