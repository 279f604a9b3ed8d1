"""`pejl casework informing`: whom a change in the law newly touches, who was told of it, and who was not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from pejl.access.rights import CASEWORK_INFORMING
from pejl.casework.informing.found import LISTS, Found
from pejl.casework.informing.overview import Begun
from pejl.casework.informing.row import Row, why
from pejl.cli.casework_asked import AsKnown, Scenario
from pejl.cli.casework_informing_asked import AboutTopic, answered, overview
from pejl.cli.casework_looks import Persons, Who, Why, log_looks, see_may_look
from pejl.cli.chapters import Chapter, Contents, new_app
from pejl.cli.console import NOTHING_FOUND, UNUSABLE, AsJson, answer, answer_csv, answer_json, remark
from pejl.cli.count_words import in_words
from pejl.cli.register_lines import aligned
from pejl.register.small_counts import rounded

PAGE = "pejl casework informing"
WORDS = ", ".join(LISTS)

From = Annotated[
    dt.datetime | None,
    typer.Option("--from", formats=["%Y-%m-%d"], metavar="DATE", help="The day from which it is law, or changes."),
]
On = Annotated[
    dt.datetime | None,
    typer.Option("--on", formats=["%Y-%m-%d"], metavar="DATE", help="As of this day; otherwise as of today."),
]
Lists = Annotated[str, typer.Option("--list", metavar="WORD", help=f"One list, team by team: {WORDS}.")]
Within = Annotated[int, typer.Option("--within", min=0, max=365, help="So many days after it took effect is in time.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print the rows as CSV.")]

HEADINGS = ("person", "list", "since", "until", "letters", "first_sent", "team", "why")

who_app = new_app(add_completion=False)


@who_app.command("informing")
def who_command(
    topic: AboutTopic = "",
    first: From = None,
    on: On = None,
    named: Lists = "",
    within: Within = 0,
    snapshot: AsKnown = "",
    scenario: Scenario = "",
    persons: Persons = False,
    who: Who = "",
    why_: Why = "",
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Tell whom RULE newly touches from a day, who was told, missed, told late or told wrongly, and who is undecided.

    RULE is a yes-or-no rule or a duty of the law, or a group: `udbetalt_sats`, `udbetalt_sats=mindstesats`. Counts are
    rounded, and one to four is told as 1-4. Who the persons are is told for a purpose, and each is written in the log.
    `pejl casework informing` alone lists the topics that have texts; `... informing import` takes in letters.
    """
    if not topic:
        _tell_topics(as_json=as_json)
        return
    if first is None or (named and named not in LISTS) or ((persons or as_csv) and not (named and persons)):
        remark(_wanting(first is None, named))
        raise typer.Exit(UNUSABLE)
    if persons:
        see_may_look(who, why_, CASEWORK_INFORMING)
    found = answered(topic, first.date(), on.date() if on else None, within, snapshot, scenario)
    if not named:
        _tell_counts(found, as_json=as_json)
        return
    rows = found.listed(named)
    if persons:
        log_looks(who, why_, CASEWORK_INFORMING, (row.person for row in rows), PAGE)
        _tell_rows(rows, found, as_json=as_json, as_csv=as_csv)
    else:
        _tell_teams(named, found, as_json=as_json)
    if not rows:
        remark("The list has no one.")
        raise typer.Exit(NOTHING_FOUND)


class InformingContents(Contents):
    """The commands beside the question itself, whose first word is a rule and no command."""

    chapters = {"import": Chapter("pejl.cli.casework_informing_import", "Take in letters that were sent elsewhere.")}

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command of that name; the question where the word is none."""
        if args and args[0] in self.chapters:
            return super().resolve_command(ctx, args)
        return "informing", typer.main.get_command(who_app), args

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The help of the question, which is what is mostly asked."""
        typer.main.get_command(who_app).format_help(ctx, formatter)


app = new_app(cls=InformingContents, invoke_without_command=True, add_completion=False)
app.info.context_settings = {**(app.info.context_settings or {}), "ignore_unknown_options": True}


@app.callback()
def informing(ctx: typer.Context) -> None:
    """Tell whom a change in the law newly touches, who was told of it, and who was missed."""
    if ctx.invoked_subcommand is None:
        _tell_topics(as_json=False)


def _wanting(no_day: bool, named: str) -> str:
    if no_day:
        return "--from names the day from which it is law, as 2025-07-01."
    if named and named not in LISTS:
        return f"--list names one of: {WORDS}."
    return f"--persons and --csv list persons: name a --list ({WORDS}) and --persons."


def _tell_topics(*, as_json: bool) -> None:
    topics = overview()
    if as_json:
        answer_json([_begun_data(each) for each in topics])
        return
    for each in topics:
        told = each.refusal if each.found is None else ", ".join(map(" ".join, _counted(each.found)))
        answer(f"{each.topic} --from {each.from_day}: {told}")


def _begun_data(each: Begun) -> dict[str, Any]:
    if each.found is not None:
        return _counts_data(each.found)
    return {"topic": str(each.topic), "from": each.from_day.isoformat(), "refusal": each.refusal}


def _tell_counts(found: Found, *, as_json: bool) -> None:
    if as_json:
        answer_json(_counts_data(found))
        return
    asked = found.question
    answer(f"{found.said.danish} ({found.said.cites}), from {asked.from_day}, on {asked.on_day}")
    answer(found.said.says)
    answer("\n".join(aligned(_counted(found))))


def _counted(found: Found) -> list[tuple[str, str]]:
    """How many are touched, and how many each list has, as they may be told."""
    counts = {"touched": found.touched, **found.counts}
    return [(name, in_words(rounded(many))) for name, many in counts.items()]


def _counts_data(found: Found) -> dict[str, Any]:
    asked = found.question
    return {
        "topic": str(asked.topic),
        "danish": found.said.danish,
        "cites": found.said.cites,
        "from": asked.from_day.isoformat(),
        "day": asked.on_day.isoformat(),
        "known": found.known.isoformat(),
        "touched": rounded(found.touched).as_data(),
        "lists": {name: rounded(many).as_data() for name, many in found.counts.items()},
    }


def _tell_teams(named: str, found: Found, *, as_json: bool) -> None:
    teams = {name: rounded(many) for name, many in found.by_team(named).items()}
    if as_json:
        told = [{"unit": unit, "team": team, **many.as_data()} for (unit, team), many in teams.items()]
        answer_json({"list": named, "teams": told})
    elif teams:
        lines = [(f"{unit} {team}".strip() or "-", in_words(many)) for (unit, team), many in teams.items()]
        answer("\n".join(aligned(lines)))


def _tell_rows(rows: Sequence[Row], found: Found, *, as_json: bool, as_csv: bool) -> None:
    cells = [_cells(row, found) for row in rows]
    if as_json:
        answer_json([dict(zip(HEADINGS, each, strict=True)) for each in cells])
    elif as_csv:
        answer_csv((HEADINGS, *cells))
    else:
        for row in rows:
            answer(f"{row.person}  {row.since or '-'!s:10}  {row.team or '-'}  {why(row, found.question.on_day)}")


def _cells(row: Row, found: Found) -> tuple[object, ...]:
    days = (row.since, row.until)
    since, until = (day.isoformat() if day else None for day in days)
    first = row.first_sent.isoformat() if row.first_sent else None
    reason = f"{why(row, found.question.on_day)} ({found.said.cites})"
    return (row.person, row.state.value, since, until, row.letters, first, row.team, reason)
