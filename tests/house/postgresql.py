"""A PostgreSQL server for one test run: made in a temporary folder, with a password of its own, gone afterwards."""

from __future__ import annotations

import getpass
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

DATABASE = "pejl"
# What is lost when the machine stops does not matter here, and not waiting for the disk halves the time.
IN_A_HURRY = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60"]


class NoServer(Exception):
    """Why no server can be started on this machine, in a sentence."""


def programs() -> Path:
    """The folder of PostgreSQL's newest programs on this machine, as Debian lays them or as the PATH finds them."""
    debian = [path for path in Path("/usr/lib/postgresql").glob("*/bin") if (path / "initdb").exists()]
    if debian:
        return max(debian, key=lambda path: float(path.parent.name))
    found = shutil.which("initdb")
    if not found:
        raise NoServer("PostgreSQL is not installed here (on Debian: the package postgresql).")
    return Path(found).resolve().parent


def owner() -> str:
    """Who may run the server: PostgreSQL refuses root, which then borrows the user that the package has made."""
    if os.geteuid() != 0:
        return getpass.getuser()
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        raise NoServer("PostgreSQL does not start for root, and there is no user called postgres here.") from None


def free_port() -> int:
    """A port that nothing listens on now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
    return port


@contextmanager
def server() -> Iterator[str]:
    """Start a server and give the address of an empty database on it; stop it and remove it on the way out."""
    bin_folder, user = programs(), owner()
    folder = Path(tempfile.mkdtemp(prefix="pejl-postgresql-"))
    try:
        password = secrets.token_hex(16)
        (folder / "password").write_text(password)
        if os.geteuid() == 0:
            for path in (folder, folder / "password"):
                shutil.chown(path, user)
        _run_as(user, folder, bin_folder / "initdb", "--pgdata", "data", "--username", user, "--pwfile", "password",
                "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync")  # fmt: skip
        port = free_port()
        options = [word for option in IN_A_HURRY for word in ("-c", option)]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(
                [bin_folder / "postgres", "-D", "data", "-h", "127.0.0.1", "-p", str(port), "-k", folder, *options],
                cwd=folder,
                stdout=log,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                start_new_session=True,  # an interrupt at the keyboard is for the tests; we stop the server ourselves
                **_identity(user),
            )
        try:
            address = f"postgresql://{user}:{password}@127.0.0.1:{port}"
            _create_database(address, process, folder / "log")
            yield f"{address}/{DATABASE}"
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _identity(user: str) -> dict[str, object]:
    return {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []} if os.geteuid() == 0 else {}


def _run_as(user: str, folder: Path, *command: str | Path) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, **_identity(user))
    if done.returncode:
        raise NoServer(f"PostgreSQL could not make a data folder: {done.stderr.strip()}")


def _create_database(address: str, process: subprocess.Popen[bytes], log: Path, patience: float = 60) -> None:
    deadline = time.monotonic() + patience
    while True:
        try:
            with psycopg.connect(f"{address}/postgres", autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {DATABASE}")
            return
        except psycopg.OperationalError:
            if process.poll() is not None or time.monotonic() > deadline:
                raise NoServer(f"PostgreSQL did not start: {log.read_text(errors='replace')[-1000:]}") from None
            time.sleep(0.1)
