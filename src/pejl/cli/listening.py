"""Where the site listens: the two options that `pejl serve` and `pejl demo` share, and whether one can listen there."""

from __future__ import annotations

import errno
import socket
from typing import Annotated

import typer

HOST, PORT = "127.0.0.1", 8000

Host = Annotated[str, typer.Option("--host", help="The address to listen on; 0.0.0.0 for all of this machine's.")]
Port = Annotated[int, typer.Option("--port", min=1, max=65535, help="The port to listen on.")]


def address(host: str, port: int) -> str:
    """The address to open in a browser on this machine."""
    shown = {"0.0.0.0": HOST, "::": "[::1]"}.get(host, _bracketed(host))  # noqa: S104
    return f"http://{shown}:{port}"


def bind_to(host: str, port: int) -> str:
    """Host and port as gunicorn takes them."""
    return f"{_bracketed(host)}:{port}"


def hindrance(host: str, port: int) -> str | None:
    """The sentence that says why one cannot listen there; None where one can."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return f"Port {port} of {host} is taken by another program. Choose another with --port."
            return f"Cannot listen at {host}, port {port}: {error.strerror}."
    return None


def _bracketed(host: str) -> str:
    """The host as it stands before a port: an IPv6 address in brackets."""
    return f"[{host}]" if ":" in host else host
