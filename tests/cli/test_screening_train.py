"""`pejl screening train`, `score` and `prove`, as a person types them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.pejl_command import pejl


@pytest.mark.usefixtures("tables")
def test_without_a_register_there_is_nothing_to_learn_from(tmp_path: Path) -> None:
    said = pejl("screening", "train", home=tmp_path)
    assert (said.returncode, said.stdout) == (1, "")
    assert "Registeret er tomt" in said.stderr
    assert not (tmp_path / "models").exists()


@pytest.mark.long
def test_a_model_is_trained_and_the_caseload_counted(tmp_path: Path, tables_in: Callable[[Path], Path]) -> None:
    home = tables_in(tmp_path / "data")
    assert pejl("register", "key", tmp_path / "key", home=home).returncode == 0
    settings = {"PEJL_KEY_FILE": str(tmp_path / "key")}
    simulated = pejl("register", "simulate", "--persons", "3000", "--seed", "2", home=home, **settings)
    assert simulated.returncode == 0, simulated.stderr
    trained = pejl("screening", "train", "--json", home=home, **settings)
    assert trained.returncode == 0, trained.stderr
    run = json.loads(trained.stdout)
    assert (home / "models" / run["id"] / "model.skops").is_file()
    none = pejl("screening", "score", home=home, **settings)
    assert none.returncode == 1
    assert "--model" in none.stderr
    counted = pejl("screening", "score", "--on", "2026-10-31", "--model", run["id"], "--json", home=home, **settings)
    assert counted.returncode == 0, counted.stderr
    found = json.loads(counted.stdout)
    assert found["running"]["most"] >= found["running"]["least"] > 20
    assert set(found["landmarks"][0]) == {"landmark", "running", "answered", "without_score"}
    gone = pejl("screening", "score", "--model", "2020-01-01-00000000", home=home, **settings)
    assert gone.returncode == 2
    assert "screening models" in gone.stderr


@pytest.mark.long
def test_the_proof_is_told_with_its_bounds(tmp_path: Path) -> None:
    said = pejl("screening", "prove", "--persons", "12000", "--municipalities", "2", "--json", home=tmp_path)
    assert said.returncode == 0, said.stderr
    found = json.loads(said.stdout)
    assert found["broken"] == []
    assert {each["held_out"] for each in found["proofs"]} == {"municipality", "time"}
    assert not any(tmp_path.iterdir())
