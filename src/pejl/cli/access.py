"""`pejl access`: the chapter on who may see what, and who has seen what."""

from __future__ import annotations

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.cli import access_log, access_tokens, access_users
from pejl.cli.chapters import new_app

app = new_app(
    help="Users, their roles, and the log of who has looked at whom.", no_args_is_help=True, add_completion=False
)
app.command("roles")(access_users.roles)
app.command("log")(access_log.log)
app.add_typer(access_users.app, name="user")
app.add_typer(access_tokens.app, name="token")
