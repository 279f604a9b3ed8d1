"""`pejl access log`: who has looked at which person."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer
from django.utils import timezone

from pejl.access.queries import looks
from pejl.cli.console import NOTHING_FOUND, AsJson, answer, answer_json, remark
from pejl.cli.opening import opened

Person = Annotated[str, typer.Option("--person", help="Looks at the person with this pseudonym.")]
By = Annotated[str, typer.Option("--user", help="Looks by this user.")]
Since = Annotated[
    dt.datetime | None, typer.Option("--since", formats=["%Y-%m-%d"], help="Looks from this day on, as 2026-11-22.")
]


def log(person: Person = "", user: By = "", since: Since = None, as_json: AsJson = False) -> None:
    """List who has looked at which person, when and what for, the latest first."""
    with opened():
        rows = [
            {
                "at": timezone.localtime(look.at).isoformat(timespec="seconds"),
                "user": look.username,
                "person": look.subject,
                "right": look.right,
                "purpose": look.purpose,
                "page": look.page,
            }
            for look in looks(person=person, user=user, since=since.date() if since else None)
        ]
    if as_json:
        answer_json(rows)
        return
    for row in rows:
        answer(f"{row['at']}  {row['user']}  {row['person']}  {row['purpose']}  {row['page']}")
    if not rows:
        remark("Nobody has looked at anybody, as far as that is asked for.")
        raise typer.Exit(NOTHING_FOUND)
