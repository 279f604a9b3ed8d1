"""`pejl access user`: users made, given roles, shut out and let in; `pejl access roles`: what there is to give."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable
from typing import Annotated, Any

import typer
from django.utils import timezone, translation

from pejl.access import services
from pejl.access.queries import Account, accounts
from pejl.access.rights import RIGHTS
from pejl.access.roles import ROLES, NoSuchRole, Role, role_named
from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.opening import opened

app = new_app(help="Users and their roles.", no_args_is_help=True, add_completion=False)

Name = Annotated[str, typer.Argument(metavar="NAME", help="The name that the user logs in with.")]
Roles = Annotated[
    list[str], typer.Option("--role", help="A role; may be given several times. See `pejl access roles`.")
]
Email = Annotated[str, typer.Option("--email", help="The address that the identity provider knows the user by.")]
FullName = Annotated[str, typer.Option("--full-name", help="The name that stands over the user's pages.")]
Number = Annotated[
    str, typer.Argument(metavar="NUMBER", help="The caseworker's number, as the register's deliveries have it.")
]
Who = Annotated[str, typer.Option("--who", help="Who does this; otherwise the name of your account on this machine.")]


@app.command("add")
def add(name: Name, role: Roles, email: Email = "", full_name: FullName = "", who: Who = "") -> None:
    """Make a user. The password is asked for on a terminal; otherwise it is the first line of what is piped in."""
    given = _roles(role)
    password = _password()
    _done(lambda: services.add_user(name, password, given, who=who_does_this(who), email=email, full_name=full_name))
    answer(f"{name} can log in as {_named(given)}.")


@app.command("list")
def list_users(as_json: AsJson = False) -> None:
    """List the users, their roles, and when each was last logged in."""
    with opened():
        found = accounts()
    if as_json:
        answer_json([_as_data(account) for account in found])
        return
    for account in found:
        shut = "" if account.active else "  (shut out)"
        answer(f"{account.username}  {_named(account.roles)}  {_last(account)}{shut}")
    if not found:
        remark("There are no users yet. `pejl access user add NAME --role ROLE` makes one.")
        raise typer.Exit(NOTHING_FOUND)


@app.command("role")
def role(name: Name, role: Roles, who: Who = "") -> None:
    """Give a user these roles in the place of those before. It counts from the next page that they open."""
    given = _roles(role)
    _done(lambda: services.give_roles(name, given, who=who_does_this(who)))
    answer(f"{name} is now {_named(given)}.")


@app.command("password")
def password(name: Name, who: Who = "") -> None:
    """Give a user a new password, asked for as by `add`. Wherever they are logged in, they are no longer."""
    new = _password()
    _done(lambda: services.set_password(name, new, who=who_does_this(who)))
    answer(f"{name} has a new password.")


@app.command("caseworker")
def caseworker(name: Name, number: Number = "", who: Who = "") -> None:
    """Say which caseworker of the register a user is, so that their worklist is theirs; without NUMBER, none."""
    _done(lambda: services.set_caseworker(name, number, who=who_does_this(who)))
    answer(f"{name} is the caseworker {number.strip()}." if number.strip() else f"{name} is no caseworker any more.")


@app.command("lostapp")
def lost_app(name: Name, who: Who = "") -> None:
    """Take the second step of a user's login away, whose telephone and emergency codes are both lost."""
    _done(lambda: services.take_app(name, who=who_does_this(who)))
    answer(f"{name} logs in by the password alone, until the second step is set up again.")


@app.command("disable")
def disable(name: Name, who: Who = "") -> None:
    """Shut a user out at once. Users are never removed, because the log names them."""
    _done(lambda: services.disable_user(name, who=who_does_this(who)))
    answer(f"{name} is shut out.")


@app.command("enable")
def enable(name: Name, who: Who = "") -> None:
    """Let a user in again who was shut out."""
    _done(lambda: services.enable_user(name, who=who_does_this(who)))
    answer(f"{name} can log in again.")


def roles(as_json: AsJson = False) -> None:
    """List the roles with their rights. What a role is not given, it has not."""
    if as_json:
        answer_json([_role_as_data(each) for each in ROLES])
        return
    for each in ROLES:
        answer(f"{each.name}: {each.sentence}")
        for right in RIGHTS:
            if right.needs_login and right in each.rights:
                answer(f"    {right.name}: {right.sentence}")


def _done(change: Callable[[], object]) -> None:
    """Do it, or end with a sentence."""
    with opened(), translation.override("en"):
        try:
            change()
        except services.NoSuchUser as nobody:
            remark(str(nobody))
            raise typer.Exit(NOTHING_FOUND) from nobody
        except services.Unusable as unusable:
            remark(f"{unusable} Nothing was changed.")
            raise typer.Exit(UNUSABLE) from unusable


def _roles(names: list[str]) -> list[Role]:
    try:
        return list(dict.fromkeys(role_named(name) for name in names))
    except NoSuchRole as none:
        remark(str(none))
        raise typer.Exit(UNUSABLE) from none


def _password() -> str:
    """The password: never an argument, where the machine's other users and its history would have it."""
    if sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\r\n")


def who_does_this(given: str) -> str:
    """The name given, or that of the account on this machine."""
    return given.strip() or getpass.getuser()


def _named(given: list[Role] | tuple[Role, ...]) -> str:
    return ", ".join(each.name for each in given) or "no role"


def _last(account: Account) -> str:
    return timezone.localdate(account.last_login).isoformat() if account.last_login else "never logged in"


def _as_data(account: Account) -> dict[str, Any]:
    return {
        "user": account.username,
        "full_name": account.full_name,
        "email": account.email,
        "roles": [each.name for each in account.roles],
        "active": account.active,
        "caseworker": account.caseworker,
        "last_login": account.last_login.isoformat() if account.last_login else None,
    }


def _role_as_data(role: Role) -> dict[str, Any]:
    rights = [right.name for right in RIGHTS if right in role.rights]
    return {"role": role.name, "word": role.word, "sentence": role.sentence, "danish": role.danish, "rights": rights}
