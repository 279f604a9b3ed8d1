"""`pejl record promises`: what was promised, whether it came, and what people say of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import typer
from django.utils import timezone

from pejl.cli import django_ready as django_ready
from pejl.cli.chapters import new_app
from pejl.cli.console import UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.nothing import nothing_found
from pejl.cli.opening import opened
from pejl.minutes.promises.promise import PromiseKind
from pejl.record.promises.state import State
from pejl.record.queries import promises as of_promises
from pejl.record.queries.addresses import item_address
from pejl.record.queries.promise_view import Keeping, PromiseView
from pejl.record.queries.promises import Asked
from pejl.record.services import Unsigned
from pejl.record.services import promises as acting

STRETCH = 200
"""How many promises are asked for at a time."""

app = new_app(add_completion=False)


def _day(text: str) -> dt.date:
    """The day that an option names."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError as no_day:
        raise typer.BadParameter(f"{text or 'Nothing'} is no day. Write it as 2026-01-15.") from no_day


AsOf = Annotated[
    dt.date | None,
    typer.Option("--as-of", parser=_day, metavar="YYYY-MM-DD", help="As it stood on this day; today if left out."),
]
States = Annotated[list[State] | None, typer.Option("--state", help="Only promises in this state; may be repeated.")]
BodySlug = Annotated[str | None, typer.Option("--body", help="Only promises made in or to this body.")]
Kinds = Annotated[PromiseKind | None, typer.Option("--kind", help="Only promises of this kind.")]
Words = Annotated[str, typer.Option("--text", help="Only promises whose text has these words.")]
Key = Annotated[str, typer.Argument(metavar="KEY", help="The promise's key, as the list tells it.")]
Who = Annotated[str, typer.Option("--who", help="Your name; it is kept with the act and not shown on the site.")]
Why = Annotated[str, typer.Option("--why", help="The reason.")]
KeptBy = Annotated[str, typer.Option("--item", help="The keeping item: municipality/body/date/punkt-3.")]


@app.callback(invoke_without_command=True)
def promises(
    context: typer.Context,
    as_of: AsOf = None,
    state: States = None,
    body: BodySlug = None,
    kind: Kinds = None,
    text: Words = "",
    as_json: AsJson = False,
) -> None:
    """List what was promised, overdue first, with the key by which a promise is kept, dropped or reopened.

    What keeps a promise is proposed by comparing it with later items, until a person says so with `keep`.
    """
    if context.invoked_subcommand:
        return
    day = as_of or timezone.localdate()
    asked = Asked(day, body=body, kind=kind.value if kind else None, states=tuple(state or ()), text=text)
    with opened():
        rows = [_entry(view) for view in _all(asked)]
    if as_json:
        answer_json(rows)
    else:
        for row in rows:
            answer(_in_words(row))
    if not rows:
        raise nothing_found("The record holds no such promise.")


@app.command("keep")
def keep(key: Key, item: KeptBy, who: Who, why: Why = "") -> None:
    """Confirm that an item keeps a promise."""
    with opened(), _refusals():
        acting.keep_promise(key, item, who=who, why=why)
    answer(f"{key} is kept by {item}.")


@app.command("drop")
def drop(key: Key, who: Who, why: Why) -> None:
    """Say that a promise will not be kept, and why. The reason is shown on the site."""
    with opened(), _refusals():
        acting.drop_promise(key, who=who, why=why)
    answer(f"{key} is dropped.")


@app.command("reopen")
def reopen(key: Key, who: Who, why: Why = "") -> None:
    """Take back that a promise is kept or dropped, or that an item is proposed as keeping it."""
    with opened(), _refusals():
        acting.reopen_promise(key, who=who, why=why)
    answer(f"{key} is open again.")


def _all(asked: Asked) -> Iterator[PromiseView]:
    offset = 0
    while True:
        found = of_promises.promises(asked, STRETCH, offset)
        yield from found.rows
        offset += len(found.rows)
        if not found.rows or offset >= found.total:
            return


@contextmanager
def _refusals() -> Iterator[None]:
    """What cannot be done ends the command with a sentence."""
    try:
        yield
    except (acting.NotPossible, Unsigned) as refusal:
        remark(str(refusal))
        raise typer.Exit(UNUSABLE) from None


def _entry(view: PromiseView) -> dict[str, Any]:
    row = view.row
    return {
        "key": row.key,
        "state": view.state.value,
        "kind": row.kind,
        "what": row.what,
        "by": row.by,
        "by_name": row.by_name,
        "to": row.to_name or None,
        "words": row.words,
        "first": _iso(row.first),
        "last": _iso(row.last),
        "recurring": row.recurring or None,
        "standing": row.standing,
        "made_on": _iso(row.made_on),
        "item": item_address(row.item),
        "line": row.line,
        "sentence": row.sentence,
        "kept_by": _kept(view.keeping) if view.keeping else None,
        "suggestions": [_kept(each) for each in view.suggestions],
        "dropped": view.dropped.why if view.dropped and view.state == State.DROPPED else None,
        "meetings_known": view.meetings_known,
    }


def _kept(keeping: Keeping) -> dict[str, Any]:
    return {
        "item": keeping.address,
        "date": _iso(keeping.date),
        "confirmed": keeping.confirmed,
        "reasons": list(keeping.reasons),
    }


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _in_words(row: dict[str, Any]) -> str:
    """A promise in three lines, four where something keeps it."""
    days = " to ".join(dict.fromkeys(day for day in (row["first"], row["last"]) if day)) or "no time set"
    words = f" ({row['words']})" if row["words"] else ""
    lines = [
        f"{row['state']:8} {row['key']}  {row['what']}",
        f"         {days}{words}, by {row['by_name']}, {row['item']}",
    ]
    if kept := row["kept_by"]:
        lines.append(f"         kept by {kept['item']}{'' if kept['confirmed'] else ' (proposed, not confirmed)'}")
    elif row["dropped"]:
        lines.append(f"         {row['dropped']}")
    return "\n".join(lines)
