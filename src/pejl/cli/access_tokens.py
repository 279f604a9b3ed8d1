"""`pejl access token`: tokens by which other systems ask the API: made, listed and taken back."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any

import typer
from django.utils import timezone

from pejl.access.purposes import Purpose
from pejl.access.tokens import services
from pejl.access.tokens.holder import LONGEST_DAYS, NoSuchRight, giveable
from pejl.access.tokens.queries import Listed, tokens
from pejl.cli.access_users import Who, who_does_this
from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.opening import opened

app = new_app(help="Tokens by which other systems ask the API.", no_args_is_help=True, add_completion=False)

WhatFor = StrEnum("WhatFor", {each.name: each.value for each in Purpose})  # type: ignore[misc]
Name = Annotated[str, typer.Argument(metavar="NAME", help="What the system is called, as fagsystem-fjordby.")]
Rights = Annotated[list[str], typer.Option("--right", help="What it may ask for; may be given several times.")]
For = Annotated[WhatFor, typer.Option("--purpose", help="The only purpose that it may state.")]
Days = Annotated[int, typer.Option("--days", min=1, max=LONGEST_DAYS, help="For how many days it works.")]


@app.command("make")
def make(name: Name, right: Rights, purpose: For, days: Days = 365, who: Who = "") -> None:
    """Make a token and print it, once: only its SHA-256 is kept. It may ask and be told, and decide nothing."""
    told: list[str] = []

    def made() -> None:
        rights = [giveable(each) for each in right]
        told.append(services.make_token(name, rights, Purpose(purpose.value), days=days, who=who_does_this(who)))

    _done(made)
    answer(told[0])
    remark(f"This is the only time that it is told. Send it as: Authorization: Bearer {told[0][:9]}…")


@app.command("list")
def list_tokens(as_json: AsJson = False) -> None:
    """List the tokens that were made, what each may do, and when it was last used; never the tokens themselves."""
    with opened():
        found = tokens()
    if as_json:
        answer_json([_as_data(each) for each in found])
        return
    for each in found:
        answer(f"{each.name}  {_state(each)}  {each.purpose.value}  {', '.join(each.rights)}  {_used(each)}")
    if not found:
        remark("There are no tokens yet. `pejl access token make NAME --right RIGHT --purpose PURPOSE` makes one.")
        raise typer.Exit(NOTHING_FOUND)


@app.command("revoke")
def revoke(name: Name, who: Who = "") -> None:
    """Take a token back: it opens nothing from now on."""
    _done(lambda: services.take_back(name, who=who_does_this(who)))
    answer(f"The token {name} opens nothing any more.")


def _done(change: Callable[[], object]) -> None:
    """Do it, or end with a sentence."""
    with opened():
        try:
            change()
        except services.NoSuchToken as nobody:
            remark(str(nobody))
            raise typer.Exit(NOTHING_FOUND) from nobody
        except (services.UnusableToken, NoSuchRight) as unusable:
            remark(f"{unusable} Nothing was changed.")
            raise typer.Exit(UNUSABLE) from unusable


def _state(token: Listed) -> str:
    if token.taken_back:
        return f"taken back {timezone.localdate(token.taken_back).isoformat()}"
    day = timezone.localdate(token.expires).isoformat()
    return f"works until {day}" if token.works else f"ended {day}"


def _used(token: Listed) -> str:
    return f"last used {token.last_used.isoformat()}" if token.last_used else "never used"


def _as_data(token: Listed) -> dict[str, Any]:
    return {
        "name": token.name,
        "rights": list(token.rights),
        "purpose": token.purpose.value,
        "made": token.made.isoformat(),
        "expires": token.expires.isoformat(),
        "last_used": token.last_used.isoformat() if token.last_used else None,
        "taken_back": token.taken_back.isoformat() if token.taken_back else None,
        "works": token.works,
    }
