"""Files of invented spells, as programs write them."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import numpy as np

NAMES = ("varighed", "slut", "alder", "gren", "sted", "person", "forventer", "altid", "dag")


def rows(many: int, seed: int = 1) -> list[tuple[Any, ...]]:
    """Spells whose hazard depends on age and branch; what the person expects is near what comes."""
    rng = np.random.default_rng(seed)
    age, branch = rng.integers(20, 65, many), rng.choice(["bygge", "handel", "pleje"], many)
    hazard = 0.12 * np.exp(-0.02 * (age - 40) + 0.6 * (branch == "handel"))
    time, lost = rng.exponential(1 / hazard), rng.uniform(2, 60, many)
    expects = np.round(time * np.exp(rng.normal(0, 0.5, many)))
    return [
        (
            round(float(min(time[i], lost[i])) + 0.01, 2),
            int(time[i] <= lost[i]),
            int(age[i]),
            str(branch[i]),
            f"sted {i % 3}",
            f"p{i // 2}",
            float(expects[i]),
            "x",
            f"2025-03-{1 + i % 28:02}",
        )
        for i in range(many)
    ]


def write(path: Path, spells: list[tuple[Any, ...]], *, delimiter: str = ",", comma: bool = False) -> Path:
    """The spells as CSV."""
    with path.open("w", encoding="cp1252" if comma else "utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow(NAMES)
        for row in spells:
            writer.writerow(
                [str(cell).replace(".", ",") if comma and isinstance(cell, float) else cell for cell in row]
            )
    return path
