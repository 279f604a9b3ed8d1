"""`pejl casework due`: the worklists as counts; with --persons one of them row by row."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from pejl.access.rights import CASEWORK_ALL_LISTS, CASEWORK_PERSON
from pejl.casework.duty_book import DutyBook
from pejl.casework.worklists.asked import Narrowed
from pejl.casework.worklists.lists import FEW_DAYS, WORKLISTS, worklist_named
from pejl.casework.worklists.opened import Opened
from pejl.casework.worklists.row import Row
from pejl.casework.worklists.worklist import Worklist
from pejl.cli.casework_asked import On, Scenario, Team, judged_table
from pejl.cli.casework_looks import Persons, Who, Why, log_looks, see_may_look
from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.count_words import in_words
from pejl.cli.register_lines import aligned
from pejl.register.small_counts import Count, rounded

PAGE = "pejl casework due"
WORDS = ", ".join(each.name for each in WORKLISTS)

Lists = Annotated[str, typer.Option("--list", metavar="WORD", help=f"One list, duty by duty: {WORDS}.")]
Days = Annotated[int, typer.Option("--days", min=1, max=400, help="How far ahead the list of what is due looks.")]

app = new_app(add_completion=False)


@app.command()
def due(
    on: On = None,
    named: Lists = "",
    team: Team = "",
    days: Days = FEW_DAYS,
    scenario: Scenario = "",
    persons: Persons = False,
    who: Who = "",
    why: Why = "",
    as_json: AsJson = False,
) -> None:
    """Count the deadlines of each worklist, or of one list duty by duty; with --persons list one list's rows.

    Counts are rounded to the nearest ten, and one to four is told as 1-4. Every person listed is written in the log.
    """
    worklist = _worklist(named, persons=persons)
    with judged_table(on, scenario) as (table, book):
        narrowed = Narrowed(team=_team_key(table, team), days=days)
        if worklist is None:
            _tell_lists(table, narrowed, as_json=as_json)
        elif persons:
            see_may_look(who, why, CASEWORK_ALL_LISTS, CASEWORK_PERSON)
            rows = table.page(worklist, narrowed, limit=None)
            log_looks(who, why, CASEWORK_PERSON, (row.person for row in rows), PAGE)
            _tell_rows(rows, book, as_json=as_json)
        else:
            _tell_duties(table, book, worklist, narrowed, as_json=as_json)


def _worklist(named: str, *, persons: bool) -> Worklist | None:
    found = worklist_named(named) if named else None
    if (named and found is None) or (persons and found is None):
        remark(f"--list names one of: {WORDS}.")
        raise typer.Exit(UNUSABLE)
    return found


def _team_key(table: Opened, team: str) -> str:
    """The unit and team that a team's name stands for."""
    if not team:
        return ""
    keys = table.choices().values["team_key"]
    found = [key for key in keys if team.casefold() in (key.casefold(), key.partition("/")[2].casefold())]
    if len(found) != 1:
        remark(f"--team names one of: {', '.join(found or keys)}.")
        raise typer.Exit(UNUSABLE)
    return found[0]


def _tell_lists(table: Opened, narrowed: Narrowed, *, as_json: bool) -> None:
    counts = {name: rounded(many) for name, many in table.counts(narrowed).items()}
    if as_json:
        answer_json(
            {"day": table.judged.day.isoformat(), "lists": {name: each.as_data() for name, each in counts.items()}}
        )
        return
    answer(f"On {table.judged.day}, by {table.judged.snapshot}")
    answer("\n".join(aligned([(each.name, each.danish, in_words(counts[each.name])) for each in WORKLISTS])))


def _tell_duties(table: Opened, book: DutyBook, worklist: Worklist, narrowed: Narrowed, *, as_json: bool) -> None:
    counts = {name: rounded(many) for name, many in table.counts_by_duty(worklist, narrowed).items()}
    if as_json:
        told = {name: each.as_data() for name, each in counts.items()}
        answer_json({"day": table.judged.day.isoformat(), "list": worklist.name, "duties": told})
    elif counts:
        answer(f"{worklist.danish} on {table.judged.day}")
        answer("\n".join(aligned([_duty(name, each, book) for name, each in counts.items()])))
    if not counts:
        remark(worklist.empty)
        raise typer.Exit(NOTHING_FOUND)


def _duty(name: str, count: Count, book: DutyBook) -> tuple[str, ...]:
    return (name, book.danish(name), in_words(count))


def _tell_rows(rows: list[Row], book: DutyBook, *, as_json: bool) -> None:
    if as_json:
        answer_json([_as_data(row) for row in rows])
    else:
        for row in rows:
            answer(f"{row.due}  {row.person}  {book.danish(row.duty)}  {row.now_team or ''}  {row.state.danish}")
    if not rows:
        remark("The list has no row.")
        raise typer.Exit(NOTHING_FOUND)


def _as_data(row: Row) -> dict[str, Any]:
    return {
        "person": row.person,
        "duty": row.duty,
        "due": row.due.isoformat(),
        "missing": row.missing,
        "state": row.state.value,
        "team": row.now_team,
        "caseworker": row.now_caseworker,
        "target_group": row.target_group,
    }
