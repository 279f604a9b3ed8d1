"""`pejl record retract`, `restore` and `withdrawn`: what is taken back, and what is put back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer
from django.utils import timezone

from pejl.cli import django_ready as django_ready
from pejl.cli.console import NOTHING_FOUND, UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.opening import opened
from pejl.minutes.sources import Unreadable
from pejl.record import services
from pejl.record.queries.retractions import Withdrawal, withdrawals
from pejl.record.services import Turned

Subject = Annotated[
    str,
    typer.Argument(
        metavar="ADDRESS|SHA256", help="A meeting, as municipality/body/date, or one document by its file's hash."
    ),
]
Who = Annotated[str, typer.Option("--who", help="The name of the person who decides it. Everyone can read it.")]
Why = Annotated[str, typer.Option("--why", help="The reason. Everyone can read it: name no names in it.")]
WhyNot = Annotated[str, typer.Option("--why", help="The reason, where there is one to give. Everyone can read it.")]
Only = Annotated[
    bool, typer.Option("--only", help="The one document alone: an earlier version, or the agenda, steps in its place.")
]
OnlyBack = Annotated[bool, typer.Option("--only", help="The one document alone, without what was withdrawn with it.")]


def retract(subject: Subject, who: Who, why: Why, only: Only = False, as_json: AsJson = False) -> None:
    """Withdraw what was published: it is hidden from every page, search, feed and answer, and the act stays.

    An address withdraws the meeting with all its documents. A hash withdraws that document and what would stand in its
    place: its earlier versions and, for minutes, the agendas. A corrected version that is imported afterwards is
    published as ever. The archive keeps the files.
    """
    turned = _done(lambda: services.retract(subject, who=who, why=why, only=only))
    _tell(turned, "withdrawn", as_json=as_json)


def restore(subject: Subject, who: Who, why: WhyNot = "", only: OnlyBack = False, as_json: AsJson = False) -> None:
    """Publish again what was withdrawn: a meeting, or a document and what was withdrawn with it."""
    turned = _done(lambda: services.restore(subject, who=who, why=why, only=only))
    _tell(turned, "put back", as_json=as_json)


def withdrawn(as_json: AsJson = False) -> None:
    """List what is withdrawn, the latest first: when, of which meeting, by whom and why. Nothing of what it said."""
    with opened():
        rows = withdrawals()
    if as_json:
        answer_json([_as_data(row) for row in rows])
        return
    for row in rows:
        day = timezone.localdate(row.at).isoformat()
        address = f"{row.municipality}/{row.body_slug}/{row.slug}"
        answer(f"{day}  {row.kind.value:7} {row.version}  {address}  {row.who}: {row.why}")
    if not rows:
        remark("Nothing is withdrawn.")
        raise typer.Exit(NOTHING_FOUND)


def _done(act: Callable[[], Sequence[Turned]]) -> Sequence[Turned]:
    with opened():
        try:
            return act()
        except services.NothingThere as nothing:
            remark(str(nothing))
            raise typer.Exit(NOTHING_FOUND) from nothing
        except services.Unsigned as unsigned:
            remark(str(unsigned))
            raise typer.Exit(UNUSABLE) from unsigned
        except Unreadable as unreadable:
            remark(f"{unreadable} Nothing was changed.")
            raise typer.Exit(UNUSABLE) from unreadable


def _tell(turned: Sequence[Turned], word: str, *, as_json: bool) -> None:
    if as_json:
        answer_json(
            [
                {
                    "sha256": each.sha256,
                    "kind": each.kind,
                    "version": each.version,
                    "body": each.body,
                    "date": each.date.isoformat() if each.date else None,
                }
                for each in turned
            ]
        )
        return
    for each in turned:
        answer(f"{each.kind} {each.version} of {each.body}, {each.date or 'no date'}: {word}.")


def _as_data(row: Withdrawal) -> dict[str, Any]:
    return {
        "at": row.at.isoformat(),
        "address": f"{row.municipality}/{row.body_slug}/{row.slug}",
        "municipality": row.municipality_name,
        "body": row.body,
        "date": row.date.isoformat() if row.date else None,
        "kind": row.kind.value,
        "version": row.version,
        "sha256": row.sha256,
        "who": row.who,
        "why": row.why,
    }
