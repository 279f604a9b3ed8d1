"""The installed command, run as a person runs it: in a process of its own, with a data folder of the test's own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PEJL = Path(sys.executable).with_name("pejl")


def environment(home: Path) -> dict[str, str]:
    """What the command finds around it: the data folder, and SQLite in it."""
    kept = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "PEJL_MUNICIPALITY"}}
    return {**kept, "PEJL_HOME": str(home)}


def pejl(*words: str | Path, home: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run `pejl` with these words, and these variables in its environment, and wait for it."""
    return subprocess.run(
        [PEJL, *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**environment(home), **variables},
        cwd=home,
        check=False,
        timeout=120,
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
