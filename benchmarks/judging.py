"""How fast the law judges many persons, and explains one, beside OpenFisca-Core with the same rules and amounts.

The rules on kontanthjælp from 01.07.2025 are written once more for OpenFisca (`openfisca_kontanthjaelp/`). First every
step of every person is compared; only then is anything timed. Each run has a process of its own, ours and OpenFisca's
in turns, so that a busy machine is as bad for the one as for the other; a ratio is that of each pair. OpenFisca has an
environment of its own (`.venv-bench`), made by `make bench`; without it there is nothing to compare with.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from kontanthjaelp_persons import STEPS, WANTED, written

THEIR_PYTHON = Path(__file__).resolve().parents[1] / ".venv-bench" / "bin" / "python"
COUNTS = (100_000, 1_000_000)
PAIRS = 4
AGAIN = 3
"""Rounds within each process."""
ANSWERS = 400
"""How often one person is judged in each process."""
ONE_OERE = 0.01
"""OpenFisca counts in numbers of 32 bits, which hold an amount to about a tenth of an øre."""

Row = tuple[str, str, str, str]
Told = dict[str, Any]


def measure(counts: tuple[int, ...] = COUNTS) -> list[Row]:
    """Rows of what was measured: the median, the spread, and the aim."""
    if not THEIR_PYTHON.exists():
        print("OpenFisca is not there: `make bench` brings it.")
        return []
    with tempfile.TemporaryDirectory(prefix="pejl-benchmark-law-") as folder:
        _compare(written(Path(folder), counts[0]), Path(folder))
        rows = [row for count in counts for row in _many(written(Path(folder), count), count)]
        return [*rows, *_one(), *_loading()]


def _compare(persons: Path, folder: Path) -> None:
    """Every step of every person must be the same on both sides."""
    ours, theirs = folder / "ours.npz", folder / "theirs.npz"
    _run_ours("compare", persons, ours)
    _run_theirs("compare", persons, theirs)
    with np.load(ours) as mine, np.load(theirs) as other:
        for name in STEPS:
            one, two = mine[name], other[name]
            same = one == two if one.dtype.kind == "U" else np.abs(one - two) < ONE_OERE
            if not same.all():
                raise SystemExit(f"{name} differs for {int((~same).sum()):,} persons: nothing is timed.")


def _many(persons: Path, count: int) -> list[Row]:
    pairs = [
        (
            _run_ours("arrays", persons, AGAIN),
            _run_theirs("bulk", persons, AGAIN),
            _run_ours("columns", persons, AGAIN),
        )
        for _ in range(PAIRS)
    ]
    ours, theirs, tables = ([pair[place] for pair in pairs] for place in range(3))
    rows: list[Row] = []
    for what, aim in (("calculated", "at least 3"), ("with inputs", "at least 3")):
        head = f"{count:,} persons on kontanthjælp, {what}"
        rows += [
            (f"{head}, arrays: persons/s", *_speed(ours, what, count), ""),
            ("  OpenFisca-Core: persons/s", *_speed(theirs, what, count), ""),
            ("  table in DuckDB: persons/s", *_speed(tables, what, count), ""),
            ("  arrays, times as fast as OpenFisca: median; least and most", *_ratios(theirs, ours, what), aim),
            ("  table, times as fast as OpenFisca: median; least and most", *_ratios(theirs, tables, what), ""),
        ]
    most = "at most 250 MB" if count == COUNTS[-1] else ""
    rows.append((f"  most memory: arrays; OpenFisca ({count:,})", _memory(ours), _memory(theirs), most))
    rows.append(("  most memory: table", _memory(tables), "", ""))
    return rows


def _one() -> list[Row]:
    pairs = [(_run_ours("one", ANSWERS), _run_theirs("one", ANSWERS)) for _ in range(PAIRS)]
    if any(abs(ours["value"] - theirs["value"]) >= ONE_OERE for ours, theirs in pairs):
        raise SystemExit(f"{WANTED[1]} of the one person differs.")
    ours, theirs = ([pair[place] for pair in pairs] for place in range(2))
    ratios = [median(theirs["seconds"]) / median(ours["seconds"]) for ours, theirs in pairs]
    return [
        ("one person from JSON, explained: median; p95", *_in_ms(ours, "seconds"), "under 1 ms"),
        ("  the value alone", *_in_ms(ours, "value alone"), ""),
        ("  OpenFisca-Core, the value alone", *_in_ms(theirs, "seconds"), ""),
        ("  explained, times as fast as OpenFisca's value", *_between(ratios), ""),
    ]


def _loading() -> list[Row]:
    pairs = [(_run_ours("load"), _run_theirs("load")) for _ in range(2 * PAIRS)]
    ours, theirs = ([pair[place]["seconds"] for pair in pairs] for place in range(2))
    return [
        ("the law imported and loaded, all statutes: median; least and most", *_seconds(ours), "under 0.3 s"),
        ("  OpenFisca-Core with these rules", *_seconds(theirs), ""),
    ]


def _run_ours(*words: object) -> Told:
    return _run([sys.executable, "kontanthjaelp_ours.py", *words])


def _run_theirs(*words: object) -> Told:
    return _run([THEIR_PYTHON, "kontanthjaelp_openfisca.py", *words])


def _run(words: list[object]) -> Told:
    """One run in a process of its own, which sees no packages but its own."""
    python, script, *rest = map(str, words)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    command = [python, str(Path(__file__).with_name(script)), *rest]
    run = subprocess.run(command, env=kept, capture_output=True, text=True)  # noqa: S603
    if run.returncode:
        raise SystemExit(f"{script} {rest[0]} has failed:\n{run.stderr}")
    told: Told = json.loads(run.stdout) if run.stdout else {}
    return told


def _speed(runs: list[Told], what: str, count: int) -> tuple[str, str]:
    speeds = [count / seconds for run in runs for seconds in run[what]]
    return f"{median(speeds):,.0f}", f"{min(speeds):,.0f} to {max(speeds):,.0f}"


def _ratios(slow: list[Told], quick: list[Told], what: str) -> tuple[str, str]:
    return _between([median(one[what]) / median(two[what]) for one, two in zip(slow, quick, strict=True)])


def _between(ratios: list[float]) -> tuple[str, str]:
    return f"{median(ratios):.2f}", f"{min(ratios):.2f} to {max(ratios):.2f}"


def _memory(runs: list[Told]) -> str:
    return f"{max(run['memory'] for run in runs)} MB"


def _in_ms(runs: list[Told], what: str) -> tuple[str, str]:
    spent = sorted(seconds for run in runs for seconds in run[what])
    return f"{1000 * median(spent):.2f} ms", f"{1000 * spent[len(spent) * 95 // 100]:.2f} ms"


def _seconds(spent: list[float]) -> tuple[str, str]:
    return f"{median(spent):.2f} s", f"{min(spent):.2f} to {max(spent):.2f} s"
