"""A real model in use, fitted in a moment: two features, a few hundred invented spells, and a record that passes.

The command takes it in use as it takes any other. What it says of people means nothing; that it can be shown does.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import numpy as np

from pejl.home.folders import Home
from pejl.screening.advice.policy import policy_of
from pejl.screening.landmarks import EXITS
from pejl.screening.model.files import write_model
from pejl.screening.model.fitting import fit
from pejl.screening.model.recipe import Recipe
from pejl.screening.spells import NOT_ENDED, Ends, Spells
from screening.a_run import a_run

PEJL = Path(sys.executable).with_name("pejl")
ALWAYS_SAYS = "shadow_share = 0.0\ninterval_over = 1.0\nunusual_over = 1.0\n"
"""A policy under which it gives a chance to nearly everyone; it was judged together with it."""
MANY = 600
LAST = 70.0


def spells(seed: int = 1) -> Spells:
    """Spells that last longer for the old; some had not ended when they were last seen."""
    drawn = np.random.default_rng(seed)
    age = drawn.uniform(20.0, 65.0, MANY)
    sector = drawn.choice(np.array(["stat", "kommune", "privat"], object), MANY)
    entry = np.full(MANY, 4.3)
    time = entry + 0.1 + drawn.exponential(12.0 + (age - 40) / 4)
    exits = np.where(time > LAST, NOT_ENDED, drawn.choice(len(EXITS), MANY, p=[0.8, 0.1, 0.06, 0.04]))
    ends = Ends(entry, np.minimum(time, LAST), exits.astype(np.int64))
    return Spells({"alder": age, "sektor": sector}, ends, np.arange(MANY))


def take_in_use(home: Home) -> str:
    """Fit it, write it as a training does, have it signed for and taken in use; its name."""
    recipe = Recipe(
        bands=(0, 8, 13, 26, 52, 80), exits=EXITS, numbers=("alder",), words=("sektor",), penalties=(1.0,), knots=4
    )
    made = home.models / "being-made.skops"
    home.models.mkdir(parents=True, exist_ok=True)
    sha256 = write_model(fit(spells(), recipe, seed=1), made)
    (home.root / "screening.toml").write_text(ALWAYS_SAYS, encoding="utf-8")
    told = {"recipe": recipe.model_dump(mode="json"), "policy": policy_of(home).model_dump(mode="json")}
    run = a_run(id=f"2026-11-22-{sha256[:12]}", model_hash=sha256, **told)
    folder = home.models / run.id
    folder.mkdir()
    made.rename(folder / "model.skops")
    (folder / "run.json").write_text(run.model_dump_json(), encoding="utf-8")
    assert hashlib.sha256((folder / "model.skops").read_bytes()).hexdigest() == sha256
    own = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | {"PEJL_HOME": str(home.root)}
    said = ["--who", "Else", "--why", "Afprøvning"]
    for words in (["gate", run.id, "--sign"], ["activate", run.id]):
        subprocess.run([PEJL, "screening", *words, *said], env=own, check=True, capture_output=True)
    return run.id
