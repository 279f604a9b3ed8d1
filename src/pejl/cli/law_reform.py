"""`pejl law reform`: what the law of two days does to everyone whose benefit it sets, as groups."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from pejl.calendar.days import danish_day
from pejl.casework.reform.caseload import TaxCard
from pejl.casework.reform.groups import Told
from pejl.casework.reform.judgement import judge
from pejl.casework.reform.published import PublishedCase, published_cases
from pejl.casework.reform.reform import Band, Reform, reform
from pejl.casework.reform.told import COLUMNS, reform_data, reform_rows
from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, UNUSABLE, AsJson, answer, answer_csv, answer_json, remark
from pejl.cli.law_lines import supposed_line
from pejl.cli.law_outcomes import From, Scenario, To, law_on, the_law
from pejl.cli.law_register import EXAMPLE, kroner, many, register_opened
from pejl.cli.register_lines import aligned

On = Annotated[
    dt.datetime | None,
    typer.Option(
        "--on",
        formats=["%Y-%m-%d"],
        metavar="DATE",
        help="The day whose caseload is judged; otherwise the day before --to, or the last that is known.",
    ),
]
Percent = Annotated[
    float | None,
    typer.Option("--tax-percent", min=0, max=100, metavar="PERCENT", help="Suppose a tax card with this rate for all."),
]
Deduction = Annotated[
    float, typer.Option("--tax-deduction", min=0, metavar="KRONER", help="Its deduction a month; only with the rate.")
]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print the groups as CSV.")]

MEANS = ("i snit", "heraf før skat", "heraf ved siden af", "efter skat", "om måneden")

app = new_app(add_completion=False)


@app.command("reform")
def reform_command(
    first: From,
    last: To,
    on: On = None,
    scenario: Scenario = "",
    percent: Percent = None,
    deduction: Deduction = 0.0,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Tell whose benefit differs between the law of two days, and by how much, as groups of five persons and more.

    Judged are those on kontanthjælp, uddannelseshjælp and selvforsørgelses- og hjemrejseydelse on one day. Counts are
    told to the nearest ten and means to the nearest hundred kroner.
    """
    before, after = law_on(first, None, scenario), law_on(last, None, scenario)
    tax = None if percent is None else TaxCard(percent, deduction)
    with register_opened() as register:
        found = reform(judge(register.newest(), before, after, day=on.date() if on else None, tax=tax))
    cases = published_cases(the_law())
    if as_json:
        answer_json(reform_data(found, cases))
    elif as_csv:
        answer_csv((COLUMNS, *reform_rows(found)))
    else:
        answer("\n".join(_lines(found, cases)))
    _end(found)


def _end(found: Reform) -> None:
    """Say what was in the way. Where nobody at all could be judged, the command has no answer."""
    judgement = found.judgement
    for sentence in judgement.unsettled:
        remark(sentence)
    if judgement.unsettled and not judgement.scenario:
        remark(EXAMPLE)
    if not judgement.cells and judgement.reasons:
        remark("Nobody could be judged.")
        raise typer.Exit(UNUSABLE)
    if not judgement.cells:
        remark("Nobody is on a benefit that the law sets on that day.")
        raise typer.Exit(NOTHING_FOUND)


def _lines(found: Reform, cases: Iterable[PublishedCase]) -> Iterator[str]:
    judgement = found.judgement
    yield f"Loven {danish_day(judgement.before.day)} og {danish_day(judgement.after.day)}"
    yield f"Sagerne {danish_day(judgement.day)}, øjebliksbillede {judgement.snapshot}"
    if judgement.scenario:
        yield supposed_line(judgement.scenario)
    yield ""
    yield f"Bedømt: {many(found.judged)}. Mister: {many(found.less)}. Får mere: {many(found.more)}."
    yield f"Uændret: {many(found.same)}. Kan ikke bedømmes: {many(found.unjudged)}."
    yield f"På en anden ydelse, hvis beløb loven ikke fastsætter her: {many(found.elsewhere)}."
    for title, whole in (("De, der mister", found.losers), ("De, der får mere", found.gainers)):
        if whole:
            yield f"{title}: {kroner(whole.mean)} i gennemsnit, {kroner(whole.month)} om måneden i alt."
    yield from _tables(found)
    yield from _why_not(found)
    yield from ("", "Antaget")
    yield from (f"  {each}" for each in judgement.assumptions)
    for case in cases:
        yield from ("", *_case(case))


def _tables(found: Reform) -> Iterator[str]:
    yield from _table("Fordeling, kroner om måneden", ((_band(each), each.told) for each in found.bands))
    for division in found.divisions:
        for title, rows in (("mister", division.losers), ("får mere", division.gainers)):
            yield from _table(f"{division.danish}, de der {title}", ((row.danish, row.told) for row in rows))
    yield from _table(
        "Husstande, der mister mest", ((row.danish, row.told) for row in found.households), counted="husstande"
    )
    yield from _parts(found)


def _parts(found: Reform) -> Iterator[str]:
    heads = ("del", "før", "i snit", "efter", "i snit")
    rows = [
        (each.danish, many(each.had), _mean(each.before), many(each.has), _mean(each.after)) for each in found.parts
    ]
    if rows:
        yield from ("", "Hvad måneden består af", *aligned([heads, *rows]))


def _table(title: str, rows: Iterable[tuple[str, Told]], counted: str = "personer") -> Iterator[str]:
    lines = [_row(words, told) for words, told in rows]
    if lines:
        yield from ("", title, *aligned([("gruppe", counted, *MEANS), *lines]))


def _row(words: str, told: Told) -> tuple[str, ...]:
    means = (told.mean, told.mean_gross, told.mean_beside, told.mean_net)
    return (words, many(told.persons), *map(kroner, means), kroner(told.month))


def _mean(value: int | None) -> str:
    return "" if value is None else kroner(value)


def _band(band: Band) -> str:
    if band.least is None:
        return f"under {kroner(band.most)}"
    return f"over {kroner(band.least)}" if band.most is None else f"{kroner(band.least)} til {kroner(band.most)}"


def _why_not(found: Reform) -> Iterator[str]:
    if found.reasons:
        yield from ("", "Kan ikke bedømmes")
        yield from (f"  {reason}: {many(count)}" for reason, count in found.reasons)
        yield from (f"  uden »{fact}«: {many(count)}" for fact, count in found.lacking)


def _case(case: PublishedCase) -> Iterator[str]:
    yield f"{case.danish} ({case.source})"
    yield f"  {case.about}"
    for each in case.figures:
        yield f"  {each.danish}: trykt {kroner(each.printed)} Efter reglerne: {kroner(each.ours)}"
        yield f"    {each.why}"
