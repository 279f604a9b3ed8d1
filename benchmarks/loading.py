"""How many rows a second a delivery is read, checked and written at, and how much memory that takes, against DuckDB.

DuckDB's own reader of CSV writes Parquet from the same files, without checking, translating or pseudonymising anything:
what is left of the difference is the price of that. Both are run in processes of their own, in turns, so that a busy
machine is as bad for the one as for the other; the ratio is that of each pair.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from invented_delivery import write_delivery

ROWS = 5_000_000
PAIRS = 3

Row = tuple[str, str, str, str]


def measure(rows: int = ROWS) -> list[Row]:
    """Rows of what was measured: the median or the figure, what else says most, and the aim."""
    with tempfile.TemporaryDirectory(prefix="pejl-benchmark-loading-") as folder:
        delivery = Path(folder) / "delivery"
        delivery.mkdir()
        write_delivery(delivery, rows)
        size = sum(path.stat().st_size for path in delivery.glob("*.csv"))
        pairs = [
            (_run("loading_run.py", delivery, folder), _run("duckdb_run.py", delivery, folder)) for _ in range(PAIRS)
        ]
    ours, theirs = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    ratios = [one["seconds"] / other["seconds"] for one, other in pairs]
    opening = median(each["opening"] for each in ours)
    return [
        (f"{rows:,} rows ({size >> 20:,} MB) read, checked and written: rows/s", *_speed(ours, rows), ""),
        ("  DuckDB's own reader writing Parquet from the same files: rows/s", *_speed(theirs, rows), ""),
        ("  times as long as DuckDB: median; best and worst", f"{median(ratios):.2f}", _between(ratios), "at most 3"),
        ("  hashing the files before that", f"{opening:.1f} s", "", ""),
        ("  most memory: ours; DuckDB's", _memory(ours), _memory(theirs), ""),
    ]


def _run(script: str, delivery: Path, folder: str) -> dict[str, Any]:
    """One run in a process of its own, writing into a folder of its own."""
    with tempfile.TemporaryDirectory(dir=folder) as out:
        words = [sys.executable, str(Path(__file__).with_name(script)), str(delivery), out]
        run = subprocess.run(words, check=True, capture_output=True, text=True)  # noqa: S603
        told: dict[str, Any] = json.loads(run.stdout)
        return told


def _speed(runs: list[dict[str, Any]], rows: int) -> tuple[str, str]:
    speeds = [rows / run["seconds"] for run in runs]
    return f"{median(speeds):,.0f}", f"{min(speeds):,.0f} to {max(speeds):,.0f}"


def _between(ratios: list[float]) -> str:
    return f"{min(ratios):.2f} to {max(ratios):.2f}"


def _memory(runs: list[dict[str, Any]]) -> str:
    return f"{max(run['memory'] for run in runs)} MB"
