"""Random persons on kontanthjælp as arrays, the same for both engines: words as places in their list, days as days."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

DAY = "2025-09-01"
"""The day that is judged; to OpenFisca the month that begins with it."""
WANTED = ("kontanthjaelp_brutto", "kontanthjaelp_i_alt")
STEPS = ("satsgruppe", "tillaeg_for_enlige", "ungetillaeg", "fritidstillaeg", "modregning", *WANTED)
"""What is compared before anything is timed."""
FAMILIES = ("enlig", "enlig_forsoerger", "par", "par_forsoerger", "hjemmeboende")
GROUPS = 16
"""How many target groups there are."""
FOR_GOOD = ("case_start", "indrejst_1968_eller_senere")
"""What OpenFisca is told once and not for a month."""

Arrays = dict[str, np.ndarray[Any, Any]]


def drawn(count: int, seed: int = 1) -> Arrays:
    """So many persons. Wages are whole kroner, years are tenths, so that both engines can hold them."""
    draw = np.random.default_rng(seed)
    at_home = draw.integers(0, 5, count) * (draw.random(count) < 0.5)
    start = np.datetime64(DAY) - draw.integers(0, 1500, count).astype("timedelta64[D]")
    return {
        "opholdsaar": draw.choice([10.0, 10.0, 9.0, 8.9, 4.0], count),
        "arbejdsaar": draw.integers(0, 101, count) / 10,
        "indrejst_1968_eller_senere": draw.random(count) < 0.4,
        "undtaget_fra_beskaeftigelseskrav": draw.random(count) < 0.1,
        "alder": draw.integers(18, 67, count),
        "familie": draw.integers(0, len(FAMILIES), count),
        "boern": at_home + draw.integers(0, 3, count) * (draw.random(count) < 0.2),
        "boern_hjemme": at_home,
        "barn_i_danmark": draw.random(count) < 0.95,
        "ret_til_ekstra_boernetilskud": draw.random(count) < 0.5,
        "maalgruppe": draw.integers(0, GROUPS, count),
        "ret_til_tilpasningstillaeg": draw.random(count) < 0.1,
        "arbejdsindtaegt": draw.integers(0, 30_000, count) * 1.0 * (draw.random(count) < 0.3),
        "case_start": start.astype("datetime64[D]"),
        "kvitteringer_i_orden": draw.random(count) < 0.9,
        "egenbetaling_medicin": draw.integers(0, 500, count) * 1.0 * (draw.random(count) < 0.3),
    }


def written(folder: Path, count: int) -> Path:
    """The persons in a file, one array for each fact."""
    path = folder / f"persons-{count}.npz"
    np.savez(path, **drawn(count))
    return path


def read(path: Path) -> Arrays:
    """The persons of a file."""
    with np.load(path) as found:
        return {name: found[name] for name in found.files}


ONE = {
    "opholdsaar": 10.0,
    "arbejdsaar": 1.5,
    "indrejst_1968_eller_senere": False,
    "undtaget_fra_beskaeftigelseskrav": False,
    "alder": 27,
    "familie": "enlig_forsoerger",
    "boern": 2,
    "boern_hjemme": 2,
    "barn_i_danmark": True,
    "ret_til_ekstra_boernetilskud": True,
    "maalgruppe": "aktivitetsparat",
    "ret_til_tilpasningstillaeg": False,
    "arbejdsindtaegt": 8000.0,
    "case_start": "2025-03-31",
    "kvitteringer_i_orden": True,
    "egenbetaling_medicin": 120.0,
}
"""One person as a caseworker tells of him or her."""


def one_as_json() -> str:
    """The facts as they come to us."""
    return json.dumps(ONE)


def one_as_situation() -> str:
    """The facts as they come to OpenFisca."""
    facts = {name: {"ETERNITY" if name in FOR_GOOD else DAY[:7]: value} for name, value in ONE.items()}
    return json.dumps({"persons": {"p": facts | {WANTED[1]: {DAY[:7]: None}}}})
