"""`pejl law cases`: the worked cases, run every way that the law can be asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from pejl.calendar.days import short_day
from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, AsJson, answer, answer_json, remark
from pejl.cli.law_outcomes import said, statute_named, the_law
from pejl.law.case_run import Result, Way, run
from pejl.law.cases import all_cases, cases_of

Name = Annotated[str, typer.Argument(metavar="[STATUTE]", help="One statute; otherwise all of them.")]

app = new_app(add_completion=False)


@app.command()
def cases(statute: Name = "", as_json: AsJson = False) -> None:
    """Run the worked cases for one person, as a table, and as arrays; tell those that fail, with expected and got."""
    law = the_law()
    with said():
        chosen = cases_of(law, statute_named(statute)) if statute else all_cases(law)
        results = run(law, chosen)
    failed = [each for each in results if not each.passed]
    if as_json:
        answer_json({**_counts(len(chosen), results), "failed": [_as_data(each) for each in failed]})
    else:
        for each in failed:
            answer(f"{each.case.statute}, {each.case.name} ({short_day(each.case.date)}, {each.way.value})")
            answer(f"  expected: {each.expected}")
            answer(f"  got:      {each.got}")
        told = ", ".join(f"{way.value} {passed} of {count}" for way, passed, count in _by_way(results))
        answer(f"{len(chosen)} cases: {told}")
    if not chosen:
        remark("There are no cases.")
    if failed or not chosen:
        raise typer.Exit(NOTHING_FOUND)


def _by_way(results: Sequence[Result]) -> list[tuple[Way, int, int]]:
    counts = Counter(each.way for each in results)
    passed = Counter(each.way for each in results if each.passed)
    return [(way, passed[way], counts[way]) for way in Way]


def _counts(cases: int, results: Sequence[Result]) -> dict[str, Any]:
    ways = [{"way": way.name.lower(), "passed": passed, "run": count} for way, passed, count in _by_way(results)]
    return {"cases": cases, "ways": ways}


def _as_data(each: Result) -> dict[str, Any]:
    return {
        "statute": each.case.statute,
        "name": each.case.name,
        "date": each.case.date.isoformat(),
        "way": each.way.name.lower(),
        "expected": each.expected,
        "got": each.got,
        "source": each.case.source,
    }
