"""`pejl serve`: the site and the API, by gunicorn, fit for production behind a proxy."""

from __future__ import annotations

import errno
import socket
from typing import Annotated, Any

import typer
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connections
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]

from pejl.cli import django_ready as django_ready
from pejl.cli.chapters import new_app
from pejl.cli.console import UNUSABLE, remark
from pejl.cli.opening import opened
from pejl.web.wsgi import application

HOST, PORT = "127.0.0.1", 8000

Host = Annotated[str, typer.Option("--host", help="The address to listen on; 0.0.0.0 for all of this machine's.")]
Port = Annotated[int, typer.Option("--port", min=1, max=65535, help="The port to listen on.")]
Workers = Annotated[int, typer.Option("--workers", min=1, max=64, help="How many processes answer.")]

app = new_app(add_completion=False)


class Server(BaseApplication):  # type: ignore[misc]
    """Gunicorn with our settings instead of its own command line and configuration file."""

    def __init__(self, choices: dict[str, Any]) -> None:
        self.choices = choices
        super().__init__()

    def load_config(self) -> None:
        """Gunicorn asks for its settings."""
        for name, value in self.choices.items():
            self.cfg.set(name, value)

    def load(self) -> WSGIHandler:
        """Gunicorn asks for the application, in each worker."""
        return application


@app.command()
def serve(host: Host = HOST, port: Port = PORT, workers: Workers = 2) -> None:
    """Serve the site and the API until Ctrl-C.

    The database is migrated and what an earlier run left half done is put right first. PEJL_HOSTS names the hosts that
    the site answers to, PEJL_SECRET_KEY its secret; see the documentation on operation.
    """
    _refuse_taken(host, port)
    with opened():
        remark(f"Pejl is at {address(host, port)} (Ctrl-C stops it)")
    if host not in settings.ALLOWED_HOSTS:
        remark(f"It answers to the names {', '.join(settings.ALLOWED_HOSTS)}; PEJL_HOSTS names others.")
    connections.close_all()  # a connection must not be shared by the processes that come now
    Server(
        {
            "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
            "workers": workers,
            "threads": 4,
            "timeout": 60,
            "loglevel": "warning",
            "control_socket_disable": True,
            "proc_name": "pejl",
        }
    ).run()


def address(host: str, port: int) -> str:
    """The address to open in a browser on this machine."""
    shown = {"0.0.0.0": HOST, "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{shown}:{port}"


def _refuse_taken(host: str, port: int) -> None:
    """End with a sentence where one cannot listen, before any work is done."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                remark(f"Port {port} of {host} is taken by another program. Choose another with --port.")
            else:
                remark(f"Cannot listen at {host}, port {port}: {error.strerror}.")
            raise typer.Exit(UNUSABLE) from error
