"""`pejl serve`: the site and the API, by gunicorn, fit for production behind a proxy."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application
from django.db import connections
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.access.services import clear_ended_logins
from pejl.cli.chapters import new_app
from pejl.cli.console import UNUSABLE, remark
from pejl.cli.listening import HOST, PORT, Host, Port, address, bind_to, hindrance
from pejl.cli.opening import opened

Workers = Annotated[int, typer.Option("--workers", min=1, max=64, help="How many processes answer.")]

app = new_app(add_completion=False)


class Server(BaseApplication):  # type: ignore[misc]
    """Gunicorn with our settings instead of its own command line and configuration file."""

    def __init__(self, site: WSGIHandler, choices: dict[str, Any]) -> None:
        self.site = site
        self.choices = choices
        super().__init__()

    def load_config(self) -> None:
        """Gunicorn asks for its settings."""
        for name, value in self.choices.items():
            self.cfg.set(name, value)

    def load(self) -> WSGIHandler:
        """Gunicorn asks for the application, in each worker."""
        return self.site


@app.command()
def serve(host: Host = HOST, port: Port = PORT, workers: Workers = 2) -> None:
    """Serve the site and the API until Ctrl-C.

    The database is migrated and what an earlier run left half done is put right first. PEJL_HOSTS names the hosts that
    the site answers to, PEJL_SECRET_KEY its secret; see the documentation on operation.
    """
    site = site_at(host, port)
    with opened():
        clear_ended_logins()
        remark(f"Pejl is at {address(host, port)} (Ctrl-C stops it)")
    if host not in settings.ALLOWED_HOSTS:
        remark(f"It answers to the names {', '.join(settings.ALLOWED_HOSTS)}; PEJL_HOSTS names others.")
    connections.close_all()  # a connection must not be shared by the processes that come now
    Server(
        site,
        {
            "bind": bind_to(host, port),
            "workers": workers,
            "threads": 4,
            "timeout": 60,
            "loglevel": "warning",
            "control_socket_disable": True,
            "proc_name": "pejl",
        },
    ).run()


def site_at(host: str, port: int) -> WSGIHandler:
    """The site, ready to be served there.

    Ends the command with a sentence where one cannot listen, or where the site cannot be shown, as without the packages
    of its look or its key.
    """
    if sentence := hindrance(host, port):
        remark(sentence)
        raise typer.Exit(UNUSABLE)
    try:
        str(settings.SECRET_KEY)  # read, or made, before there are several processes that want it
        return get_wsgi_application()
    except (ImproperlyConfigured, ValueError) as trouble:
        remark(str(trouble))
        raise typer.Exit(UNUSABLE) from trouble
