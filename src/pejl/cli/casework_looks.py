"""A look at persons from the command: who looks and what for, held against their rights and written in the log."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, NoReturn

import typer

from pejl.access import services
from pejl.access.purposes import Purpose, purpose_named
from pejl.access.queries import NoSuchUser, roles_of, user_named
from pejl.access.rights import Right
from pejl.access.roles import allowed
from pejl.cli.console import UNUSABLE, remark

Persons = Annotated[bool, typer.Option("--persons", help="List the persons too; needs --who and --why, and is logged.")]
Who = Annotated[str, typer.Option("--who", metavar="USER", help="The user who looks.")]
Why = Annotated[
    str, typer.Option("--why", metavar="PURPOSE", help=f"What for: {', '.join(each.value for each in Purpose)}.")
]


def see_may_look(who: str, why: str, *rights: Right, asked: str = "--persons") -> None:
    """End the command with a sentence unless the user has all of the rights and the purpose is one.

    `asked` is what in the command makes it a look.
    """
    if purpose_named(why) is None:
        _refused(f"{asked} needs --why with one of: {', '.join(each.value for each in Purpose)}.")
    try:
        user = user_named(who)
    except NoSuchUser as nobody:
        _refused(f"{asked} needs --who with the name of a user. {nobody}")
    missing = [right for right in rights if not (user.is_active and allowed(roles_of(user), right))]
    if missing:
        _refused(f"{who} may not: {missing[0].sentence} `pejl access user role` gives roles.")


def log_looks(who: str, why: str, right: Right, persons: Iterable[str], page: str) -> None:
    """Write in the log that the user looks at these persons. It counts when this returns."""
    purpose = purpose_named(why)
    assert purpose is not None  # noqa: S101 - see_may_look was asked first
    services.record_looks(user_named(who), right, subjects=persons, page=page, purpose=purpose)


def _refused(sentence: str) -> NoReturn:
    remark(sentence)
    raise typer.Exit(UNUSABLE)
