"""How long screening's model takes to fit, and to score a hundred thousand sick leaves, beside scikit-learn.

Each run is a process of its own, ours and the other in turns, so that a busy machine is as bad for the one as for the
other; the ratio is that of each pair.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

SPELLS = 100_000
ROWS = 35_000
PAIRS = 3

Row = tuple[str, str, str, str]


def measure(spells: int = SPELLS) -> list[Row]:
    """Rows of what was measured: the median or the figure, what else says most, and the aim."""
    return [*_measured("score", spells, "under 2 s"), *_measured("fit", min(ROWS, spells), "at most 20 s")]


def _measured(what: str, count: int, aim: str) -> list[Row]:
    pairs = [(_run(what, count), _run(f"{what}_by_hand", count)) for _ in range(PAIRS)]
    ours, theirs = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    ratios = [one["seconds"] / other["seconds"] for one, other in pairs]
    words, other = _WORDS[what]
    return [
        (words.format(f"{count:,}"), *_seconds(ours, "seconds"), aim),
        (f"  {other}: s", *_seconds(theirs, "seconds"), ""),
        ("  times as long: median; best and worst", f"{median(ratios):.2f}", _between(ratios), ""),
        (
            "  processor: ours; the other",
            *(f"{median(r['processor'] for r in each):.2f}" for each in (ours, theirs)),
            "",
        ),
        ("  most memory: ours; the other", _memory(ours), _memory(theirs), "under 1,000 MB"),
    ]


_WORDS = {
    "score": ("{} sick leaves scored at six horizons, with intervals: s", "a logistic regression for each horizon"),
    "fit": ("model of {} rows with four ways out fitted, with its ridges: s", "scikit-learn's on person-band rows"),
}


def _run(which: str, count: int) -> dict[str, Any]:
    words = [sys.executable, str(Path(__file__).with_name("screening_run.py")), which, str(count)]
    run = subprocess.run(words, check=True, capture_output=True, text=True)  # noqa: S603
    told: dict[str, Any] = json.loads(run.stdout)
    return told


def _seconds(runs: list[dict[str, Any]], which: str) -> tuple[str, str]:
    seconds = [run[which] for run in runs]
    return f"{median(seconds):.2f}", _between(seconds)


def _processor(runs: list[dict[str, Any]]) -> str:
    return f"{median(run['processor'] for run in runs):.2f}"


def _between(numbers: list[float]) -> str:
    return f"{min(numbers):.2f} to {max(numbers):.2f}"


def _memory(runs: list[dict[str, Any]]) -> str:
    return f"{max(run['memory'] for run in runs)} MB"
