"""The commands about models, as an owner types them: look, sign, take in use, read, take out of use."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.pejl_command import pejl
from pejl.home.folders import Home
from screening.a_run import a_run, measured, near, put

RUN = a_run()
NAMED = ("--who", "Else Brandt", "--why", "Afprøvet")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, tables_in: Callable[[Path], Path]) -> Path:
    """An installation with a model that passes."""
    folder = tables_in(tmp_path_factory.mktemp("models"))
    put(Home(folder), RUN)
    return folder


def test_an_owner_takes_a_model_from_its_training_to_use_and_out_of_it(home: Path, tmp_path: Path) -> None:
    judged = pejl("screening", "gate", "--json", home=home)
    assert judged.returncode == 0, judged.stderr
    told = json.loads(judged.stdout)
    assert told["passed"] and not told["signed"] and told["model"] == RUN.id

    unsigned = pejl("screening", "activate", RUN.id, *NAMED, home=home)
    assert unsigned.returncode == 2 and "Ingen har skrevet under" in unsigned.stderr

    assert pejl("screening", "gate", RUN.id[:14], "--sign", *NAMED, home=home).returncode == 0
    assert pejl("screening", "activate", *NAMED, home=home).stdout == f"{RUN.id} is in use.\n"
    listed = json.loads(pejl("screening", "models", "--json", home=home).stdout)
    assert listed["in_use"] == RUN.id
    assert [(each["state"], each["signed_by"]) for each in listed["models"]] == [("i_brug", "Else Brandt")]

    card = pejl("screening", "card", home=home)
    assert card.returncode == 0 and card.stdout.startswith(f"# Modelkort: {RUN.id}\n")
    assert "<svg" in pejl("screening", "card", "--html", home=home).stdout

    files = pejl("screening", "documents", "--to", tmp_path, home=home)
    assert files.returncode == 0 and str(tmp_path / "grundrettigheder.md") in files.stdout.splitlines()
    (tmp_path / "konsekvensanalyse.md").write_text("Udfyldt.", encoding="utf-8")
    again = pejl("screening", "documents", "--to", tmp_path, home=home)
    assert again.returncode == 2 and "konsekvensanalyse.md" in again.stderr
    assert (tmp_path / "konsekvensanalyse.md").read_text(encoding="utf-8") == "Udfyldt."

    out = pejl("screening", "suspend", "--who", "Else Brandt", "--why", "En fejl", "--cause", "haendelse", home=home)
    assert out.stdout == f"{RUN.id} is not in use any more.\n"
    assert "suspenderet" in pejl("screening", "models", home=home).stdout


@pytest.mark.usefixtures("tables")
def test_a_model_that_fails_is_told_why_and_not_signed(tmp_path: Path) -> None:
    put(Home(tmp_path), a_run(measured=(measured("folds", slope=near(0.5)), measured("time"))))
    said = pejl("screening", "gate", "--sign", *NAMED, home=tmp_path)
    assert said.returncode == 1
    assert "BROKEN     haeldning.folds: " in said.stdout
    assert "cannot be signed for" in said.stderr
    assert pejl("screening", "activate", *NAMED, home=tmp_path).returncode == 2


@pytest.mark.usefixtures("tables")
def test_an_installation_without_models_says_how_one_is_made(tmp_path: Path) -> None:
    for words in (("models",), ("gate",), ("card",), ("activate", *NAMED)):
        said = pejl("screening", *words, home=tmp_path)
        assert said.returncode == 1 and "pejl screening train" in said.stderr


@pytest.mark.usefixtures("tables")
def test_a_name_that_means_no_model_or_several_is_a_sentence(tmp_path: Path) -> None:
    for name in ("2026-11-22-a", "2026-11-22-b"):
        put(Home(tmp_path), a_run(id=name))
    assert "Several models begin so" in pejl("screening", "card", "2026", home=tmp_path).stderr
    assert "There is no model that begins so" in pejl("screening", "card", "../x", home=tmp_path).stderr
