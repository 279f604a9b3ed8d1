"""How long the deadlines of a million benefit spells with five million talks take, against a query written by hand.

Both are run in processes of their own, in turns, so that a busy machine is as bad for the one as for the other; the
ratio is that of each pair. First both are asked for their rows, which must be the same.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

import duckdb
from invented_register import write_register

SPELLS = 1_000_000
TALKS_FOR_EACH = 5
PAIRS = 5

Row = tuple[str, str, str, str]


def measure(spells: int = SPELLS) -> list[Row]:
    """Rows of what was measured: the median or the figure, what else says most, and the aim."""
    talks = TALKS_FOR_EACH * spells
    with tempfile.TemporaryDirectory(prefix="pejl-benchmark-deadlines-") as folder:
        write_register(Path(folder), spells, talks)
        different = _different(Path(folder))
        pairs = [(_run(folder, "ours"), _run(folder, "by_hand")) for _ in range(PAIRS)]
    ours, theirs = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    ratios = [one["seconds"] / other["seconds"] for one, other in pairs]
    busy = [one["processor"] / other["processor"] for one, other in pairs]
    return [
        (f"deadlines of {spells:,} spells with {talks:,} talks: s", *_seconds(ours), ""),
        ("  the same written by hand for DuckDB: s", *_seconds(theirs), ""),
        ("  times as long: median; best and worst", f"{median(ratios):.2f}", _between(ratios), "at most 1.5"),
        ("  times as much of the processor: median; best and worst", f"{median(busy):.2f}", _between(busy), ""),
        ("  rows; rows that differ", f"{ours[0]['rows']:,}", f"{different:,}", "0"),
        ("  most memory: ours; by hand", _memory(ours), _memory(theirs), ""),
    ]


def _different(folder: Path) -> int:
    """How many rows only one of the two has."""
    files = [folder / f"{which}.rows.parquet" for which in ("ours", "by_hand")]
    for path in files:
        _run(str(folder), path.name.split(".")[0], str(path))
    one, other = (f"FROM read_parquet('{path}')" for path in files)
    return sum(
        duckdb.sql(f"SELECT count(*) FROM ({first} EXCEPT ALL {second})").fetchall()[0][0]  # noqa: S608
        for first, second in ((one, other), (other, one))
    )


def _run(folder: str, which: str, out: str = "") -> dict[str, Any]:
    """One run in a process of its own."""
    words = [sys.executable, str(Path(__file__).with_name("deadlines_run.py")), folder, which, *([out] if out else [])]
    run = subprocess.run(words, check=True, capture_output=True, text=True)  # noqa: S603
    told: dict[str, Any] = json.loads(run.stdout)
    return told


def _seconds(runs: list[dict[str, Any]]) -> tuple[str, str]:
    seconds = [run["seconds"] for run in runs]
    return f"{median(seconds):.2f}", f"{min(seconds):.2f} to {max(seconds):.2f}"


def _between(ratios: list[float]) -> str:
    return f"{min(ratios):.2f} to {max(ratios):.2f}"


def _memory(runs: list[dict[str, Any]]) -> str:
    return f"{max(run['memory'] for run in runs)} MB"
