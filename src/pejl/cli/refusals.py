"""Files that cannot be read: one sentence each on standard error, and one entry each in a JSON answer."""

from __future__ import annotations

from pathlib import Path

from pejl.cli.console import remark
from pejl.minutes.sources import Unreadable
from pejl.minutes.sources.unreadable import printable


def refuse(path: Path, unreadable: Unreadable) -> dict[str, str]:
    """Say which file, where in it and why, with the path as the person gave it; return the same as data."""
    remark(f"Cannot read {printable(str(path))} ({unreadable.place}): {unreadable.reason}.")
    return {"file": str(path), "place": unreadable.place, "reason": unreadable.reason}
