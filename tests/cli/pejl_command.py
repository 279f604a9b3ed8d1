"""The installed command, run as a person runs it: in a process of its own, with a data folder of the test's own."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

PEJL = Path(sys.executable).with_name("pejl")
TIMEOUT = 120

# What the interpreter and the libraries of the system read as they start. A command that is to find something else
# there gets an interpreter of its own.
READ_AT_THE_START = ("PYTHON", "LC_", "LANG", "LD_", "MALLOC", "OMP_", "OPENBLAS_", "TZ")


def environment(home: Path) -> dict[str, str]:
    """What the command finds around it: the data folder, and SQLite in it."""
    kept = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "PEJL_MUNICIPALITY"}}
    return {**kept, "PEJL_HOME": str(home)}


def pejl(*words: str | Path, home: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run `pejl` with these words, and these variables in its environment, and wait for it."""
    own = {**environment(home), **variables}
    if at_the_start(own) == at_the_start(dict(os.environ)) and hasattr(os, "fork") and sys.platform == "linux":
        return forking().run([str(PEJL), *map(str, words)], own, home)
    return pejl_alone(*words, home=home, **variables)


def make_demo(home: Path) -> None:
    """The record of the invented municipality, and a register of few people."""
    built = pejl("demo", "--no-serve", "--persons", "2000", "--no-train", home=home)
    assert built.returncode == 0, built.stderr


def pejl_alone(*words: str | Path, home: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """The same with an interpreter of its own, which imports everything itself."""
    return subprocess.run(
        [PEJL, *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**environment(home), **variables},
        cwd=home,
        check=False,
        timeout=TIMEOUT,
    )


def start(*words: str | Path, home: Path) -> subprocess.Popen[str]:
    """Start `pejl` with these words and let it run."""
    return subprocess.Popen(
        [PEJL, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=environment(home),
        cwd=home,
    )


def at_the_start(variables: dict[str, str]) -> dict[str, str]:
    """Those of the variables that count before the first line of the command is run."""
    return {name: value for name, value in variables.items() if name.startswith(READ_AT_THE_START)}


class Forking:
    """The process that forks for each command; see `forking.py`. It runs one command at a time."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._commands, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            # Its streams are pipes, as those of every command are: what Python makes of them stays as it is.
            self._process = subprocess.Popen(
                [sys.executable, Path(__file__).with_name("forking.py"), str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )
        if self._commands.recv(16) != b"ready":
            raise RuntimeError(self._process.communicate()[1])

    def run(self, words: list[str], env: dict[str, str], cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run one command as `subprocess.run` would."""
        with self._turn, ThreadPoolExecutor(2) as reading:
            (out, to_out), (err, to_err) = os.pipe(), os.pipe()
            asked = json.dumps({"words": words, "env": env, "cwd": str(cwd)}).encode()
            with open(os.devnull, "rb") as nothing:  # noqa: PTH123
                socket.send_fds(self._commands, [asked], [nothing.fileno(), to_out, to_err])
            os.close(to_out)
            os.close(to_err)
            said = [reading.submit(everything, stream) for stream in (out, err)]
            code = self._code(words)
            return subprocess.CompletedProcess(words, code, *(stream.result() for stream in said))

    def _code(self, words: list[str]) -> int:
        child = int(self._commands.recv(16))
        self._commands.settimeout(TIMEOUT)
        try:
            return int(self._commands.recv(16))
        except TimeoutError:
            os.kill(child, signal.SIGKILL)
            self._commands.settimeout(None)
            self._commands.recv(16)
            raise subprocess.TimeoutExpired(words, TIMEOUT) from None
        finally:
            self._commands.settimeout(None)


@cache
def forking() -> Forking:
    """The one process of this run of the tests that forks."""
    return Forking()


def everything(stream: int) -> str:
    """What comes through a pipe until its other end closes."""
    with open(stream, encoding="utf-8") as text:
        return text.read()
