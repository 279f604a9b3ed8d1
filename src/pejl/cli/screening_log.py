"""`pejl screening log`: whether the log of assessments is whole, who looked at how many, all of it for a supervisor."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Annotated, Any

import typer
from django.utils import timezone

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.access.queries import looks
from pejl.access.rights import AT_SICK_LEAVES, SCREENING_LOG
from pejl.access.services import record_taking_out
from pejl.cli.casework_looks import Who, Why, see_may_look
from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.count_words import in_words
from pejl.cli.register_lines import aligned
from pejl.cli.screening_asked import Named, Reason, of_screening
from pejl.register.small_counts import Count
from pejl.screening.assessments.review import Looked, OfTeam, OfUser
from pejl.screening.assessments.verifying import Anchor, NoAnchor, Verified, anchor_written
from pejl.screening.queries import chain
from pejl.screening.queries.review import review
from pejl.screening.services import erasing

WHAT = "screening:log"
AnchorOption = Annotated[
    str, typer.Option("--anchor", metavar="ANCHOR", help="What `anchor` printed earlier, kept elsewhere.")
]
First = Annotated[
    dt.datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], metavar="DATE", help="Else a month back.")
]
Last = Annotated[dt.datetime | None, typer.Option("--until", formats=["%Y-%m-%d"], metavar="DATE", help="Else today.")]
Users = Annotated[bool, typer.Option("--users", help="Tell of each user too; needs --who and --why.")]
Years = Annotated[int, typer.Option("--years", min=1, max=100, help="What is older goes, where nothing newer is.")]

app = new_app(help="Verify, anchor, review, take out or clear the log.", no_args_is_help=True, add_completion=False)


@app.command("verify")
def verify_command(anchor: AnchorOption = "", as_json: AsJson = False) -> None:
    """Tell whether the log is as it was written, and where it is not; exit code 1 then.

    Only with an anchor that was kept elsewhere is it found when somebody wrote all of it anew.
    """
    with of_screening():
        found = chain.verify(_anchor(anchor))
    if as_json:
        answer_json(_told(found))
    else:
        answer(f"{found.entries} entries, {found.emptied} of them emptied by law. Ends with {found.end or 'nothing'}.")
        for fault in found.faults:
            answer(f"  {fault.sentence}")
        if found.more:
            answer(f"  and {found.more} more")
        answer("The log is whole." if found.whole else "The log is NOT as it was written.")
    if not found.whole:
        raise typer.Exit(NOTHING_FOUND)


@app.command("anchor")
def anchor_command() -> None:
    """Print number and hash of the last entry, to be kept elsewhere: on paper, in another system."""
    with of_screening():
        found = chain.end()
    if found is None:
        remark("The log is empty.")
        raise typer.Exit(NOTHING_FOUND)
    answer(str(found))


@app.command("export")
def export_command(who: Who = "", why: Why = "") -> None:
    """Print every entry as a line of JSON, with what it takes to verify it, and the verification as the last line.

    It holds persons by pseudonym: --who names a user who may review the log, --why the purpose, and an act is recorded.
    """
    with of_screening():
        see_may_look(who, why, SCREENING_LOG, asked="The command")
        record_taking_out(who, WHAT, persons=chain.persons(), purpose=why)
        for row in chain.exported():
            answer(json.dumps(row, ensure_ascii=False))
        answer(json.dumps({"verification": _told(chain.verify())}, ensure_ascii=False))


@app.command("review")
def review_command(
    first: First = None, last: Last = None, users: Users = False, who: Who = "", why: Why = "", as_json: AsJson = False
) -> None:
    """Tell by team who looked at how many, when, without doing anything, and decided without having been shown.

    One to four is told as 1-4. A user who is far from the team is a reason to ask, and no finding.
    """
    until = last.date() if last else timezone.localdate()
    since = first.date() if first else until - dt.timedelta(days=30)
    with of_screening():
        if users:
            see_may_look(who, why, SCREENING_LOG, asked="--users")
        seen = (
            Looked(each.username, each.subject, each.at)
            for each in looks(since=since, rights=AT_SICK_LEAVES).iterator()
        )
        found = review(seen, since, until)
    if as_json:
        told: dict[str, Any] = {"from": str(since), "until": str(until), "teams": [_team(each) for each in found.teams]}
        answer_json({**told, "users": [asdict(each) for each in found.users]} if users else told)
    else:
        _table([_words(each) for each in found.teams], [field.name for field in fields(OfTeam)])
        if users:
            answer()
            _table([_words(each) for each in found.users], [field.name for field in fields(OfUser)])
    if not found.users:
        remark("Nobody has looked at a sick leave in that time.")
        raise typer.Exit(NOTHING_FOUND)


@app.command("retain")
def retain_command(years: Years, who: Named, why: Reason) -> None:
    """Remove what the log says of persons about whom nothing was written for so many years. It cannot be undone.

    The places in the chain stay, an entry and an act tell that it was done, and the log still verifies.
    """
    with of_screening():
        gone = erasing.retain(years * 12, who=who, why=why)
    answer(f"{gone.entries} entries were emptied, {gone.links} links removed.")
    if not gone.entries:
        raise typer.Exit(NOTHING_FOUND)


def _anchor(written: str) -> Anchor | None:
    if not written:
        return None
    try:
        return anchor_written(written)
    except NoAnchor as trouble:
        remark(str(trouble))
        raise typer.Exit(UNUSABLE) from trouble


def _told(found: Verified) -> dict[str, Any]:
    return {
        "whole": found.whole,
        "entries": found.entries,
        "emptied": found.emptied,
        "anchor": str(found.end) if found.end else None,
        "faults": [asdict(each) for each in found.faults],
        "more_faults": found.more,
    }


def _team(team: OfTeam) -> dict[str, Any]:
    values = {field.name: getattr(team, field.name) for field in fields(OfTeam)}
    return {name: value.as_data() if isinstance(value, Count) else value for name, value in values.items()}


def _words(row: OfTeam | OfUser) -> list[str]:
    values = [getattr(row, field.name) for field in fields(row)]
    return [in_words(each) if isinstance(each, Count) else str(each) for each in values]


def _table(rows: Sequence[Sequence[str]], headings: Sequence[str]) -> None:
    for line in aligned([headings, *rows]):
        answer(line)
