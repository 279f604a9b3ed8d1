"""A process that has imported what does not depend on its surroundings, and becomes the command as often as asked.

Each command that the tests run is a process of its own, and most of its time goes into imports that are the same every
time. So one process imports them once and forks for each command. The child gets the words, the working folder, the
environment and the streams it is sent, and then runs as `.venv/bin/pejl` does: out of the bottom of this file, through
the interpreter's own end. Nothing that reads the environment is imported before the fork: no settings, no tables.

Run by `pejl_command`, with the number of a socket. It ends when the other end of the socket closes.
"""

from __future__ import annotations

import gc
import json
import os
import socket
import sys
from importlib import import_module, util
from pathlib import Path

READ_THE_SETTINGS = {"apps", "migrations", "models", "queries", "services"}
START_THREADS = {"meaning"}
FROM_OTHERS = (
    "csp.middleware",
    "django.contrib.staticfiles.finders",
    "django.core.management.commands.migrate",
    "django.core.serializers.json",
    "django.db.backends.sqlite3.base",
    "django.db.migrations.executor",
    "django.http",
    "django.template.backends.django",
    "django.urls",
    "rich.progress",
    "tantivy",
    "typer",
)
OF_THE_COMMAND = ("main", "minutes", "progress", "interrupt", "spooled", "summary", "listening")


def imports() -> list[str]:
    """What is imported before any command: other people's packages, and the house's code that thinks."""
    found = util.find_spec("pejl")
    root = Path(next(iter(found.submodule_search_locations or []))) if found else Path()
    thinking = []
    for room in ("calendar", "minutes", "record"):
        for path in sorted((root / room).rglob("*.py")):
            parts = path.relative_to(root).with_suffix("").parts
            if not {*parts} & (READ_THE_SETTINGS | START_THREADS | {"__init__"}):
                thinking.append(".".join(("pejl", *parts)))
    return [*FROM_OTHERS, *thinking, *(f"pejl.cli.{name}" for name in OF_THE_COMMAND)]


def hindrances() -> list[str]:
    """What would make a fork differ from a process of its own: none, or the command must not be forked."""
    found = [name for name in sys.modules if name.startswith("pejl.") and {*name.split(".")} & READ_THE_SETTINGS]
    found += [name for name in sys.modules if name.startswith("pejl.web")]
    if sys.modules["django.conf"].settings.configured:
        found.append("Django's settings")
    if len(list(Path("/proc/self/task").iterdir())) != 1:
        found.append("threads")
    return found


def next_command(commands: socket.socket) -> None:
    """Fork for each command that is asked for, and tell how it ended; return in the child, which is to be it."""
    while True:
        asked, streams, _, _ = socket.recv_fds(commands, 1 << 20, 3)
        if not asked:
            os._exit(0)
        child = os.fork()
        if not child:
            commands.close()
            become(json.loads(asked), streams)
            return
        for stream in streams:
            os.close(stream)
        commands.send(str(child).encode())
        _, status = os.waitpid(child, 0)
        commands.send(str(os.waitstatus_to_exitcode(status)).encode())


def become(command: dict[str, object], streams: list[int]) -> None:
    """Take on words, folder, environment and streams of a command."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(str(command["cwd"]))
    os.environ.clear()
    os.environ.update(dict(command["env"]))  # type: ignore[call-overload]
    sys.argv = list(command["words"])  # type: ignore[call-overload]
    sys.path[0] = str(Path(sys.argv[0]).parent)


if __name__ == "__main__":
    own = socket.socket(fileno=int(sys.argv[1]))
    for module in imports():
        import_module(module)
    if hindered := hindrances():
        sys.exit(f"These must not be there before the fork: {', '.join(hindered)}")
    gc.collect()
    gc.freeze()
    own.send(b"ready")
    next_command(own)
    sys.exit(import_module("pejl.cli.main").main())
