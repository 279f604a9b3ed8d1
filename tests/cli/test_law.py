"""`pejl law`, as a caseworker and an analyst type it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from cli.pejl_command import pejl
from law.citizen_b import CITIZEN_B
from pejl.law.label import label


@pytest.fixture
def citizen(tmp_path: Path) -> Path:
    file = tmp_path / "borger.json"
    file.write_text(json.dumps(CITIZEN_B), encoding="utf-8")
    return file


def law(*words: str | Path, home: Path) -> subprocess.CompletedProcess[str]:
    return pejl("law", *words, home=home)


def test_alone_it_lists_the_statutes_with_what_each_answers(tmp_path: Path) -> None:
    found = law(home=tmp_path)
    assert found.returncode == 0, found.stderr
    assert "kontanthjaelp  Kontanthjælp: Hvad får en borger" in found.stdout
    told = json.loads(law("--json", home=tmp_path).stdout)
    assert [each["statute"] for each in told] == ["kontanthjaelp", "indsats", "sygedagpenge", "refusion", "klage"]
    assert not list(tmp_path.iterdir()), "the law needs no data folder"


def test_a_caseworker_explains_a_cut_of_7219(citizen: Path, tmp_path: Path) -> None:
    asked = ("diff", "kontanthjaelp", "--from", "2025-06-30", "--to", "2025-07-01", "--person", citizen)
    found = law(*asked, home=tmp_path)
    assert found.returncode == 0, found.stderr
    assert "16.972 kr. pr. måned → 9.753 kr. pr. måned (7.219 kr. pr. måned mindre)" in found.stdout
    assert f"{label('paa_mindstesats')}: – → ja (LAS § 16" in found.stdout
    told = json.loads(law(*asked, "--json", home=tmp_path).stdout)
    assert (told["person"]["values"][0]["before"]["value"], told["person"]["values"][0]["after"]["value"]) == (
        16972,
        9753,
    )


def test_every_step_of_an_answer_has_its_section_its_amount_and_its_source(citizen: Path, tmp_path: Path) -> None:
    found = law("compute", "kontanthjaelp", citizen, "--on", "2025-07-01", "--explain", home=tmp_path)
    assert found.returncode == 0, found.stderr
    assert "(kontanthjaelp_brutto): 9.753 kr. pr. måned" in found.stdout
    assert "Mindstesats: 6.969 kr. pr. måned, 1. juli 2025" in found.stdout
    assert "(udledt; 16.972 - 7.219 - 2.784 kr." in found.stdout
    assert "LAS § 16, stk. 1 og 2, jf. § 11" in found.stdout
    assert "SCENARIE" not in found.stdout


def test_an_unconfirmed_amount_refuses_with_where_to_look_and_a_scenario_is_marked(
    citizen: Path, tmp_path: Path
) -> None:
    asked = ("compute", "kontanthjaelp", citizen, "--on", "2026-07-01")
    refused = law(*asked, home=tmp_path)
    assert refused.returncode == 1
    assert "»Mindstesats« mangler for 1. juli 2026. Slå det op: bm.dk" in refused.stdout
    told = json.loads(law(*asked, "--json", home=tmp_path).stdout)
    assert told["answers"][0]["refused"]["kind"] == "not_settled"
    supposed = law(*asked, "--scenario", "fjordby", home=tmp_path)
    assert supposed.returncode == 0
    assert "kr. pr. måned  [SCENARIE]" in supposed.stdout


def test_missing_facts_are_told_with_what_they_mean_and_an_example(tmp_path: Path) -> None:
    (tmp_path / "intet.json").write_text("{}", encoding="utf-8")
    found = law("compute", "klage", tmp_path / "intet.json", "--on", "2026-07-01", home=tmp_path)
    assert found.returncode == 2
    assert "genvurderet: " in found.stderr
    example = found.stderr.partition("For example: ")[2].splitlines()[0]
    (tmp_path / "eksempel.json").write_text(example, encoding="utf-8")
    assert law("compute", "klage", tmp_path / "eksempel.json", "--on", "2026-07-01", home=tmp_path).returncode == 0


def test_what_is_unknown_makes_the_answer_unknown_and_says_which_fact(citizen: Path, tmp_path: Path) -> None:
    citizen.write_text(json.dumps({**CITIZEN_B, "arbejdsaar": None}), encoding="utf-8")
    found = law("compute", "kontanthjaelp", citizen, "--on", "2025-07-01", home=tmp_path)
    assert found.returncode == 0, found.stderr
    assert "ukendt" in found.stdout
    assert f"ikke er oplyst: {label('arbejdsaar')}" in found.stdout


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            '{"alder": "gammel"}',
            'Det skal være et helt tal. Alder i hele år på den dag, der bedømmes. For example: {"alder"',
        ),
        ('{"hund": 1}', "»hund« er ikke en oplysning"),
        ("[1]", "one JSON object"),
        ("{", "no JSON"),
        ("", "no JSON"),
        ("[" * 5000, "no JSON"),
        ('{"alder": 1e999}', "Det skal være et helt tal"),
        ('{"alder": [1]}', "en liste"),
    ],
)
def test_facts_that_cannot_be_used_are_answered_with_a_sentence(written: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "galt.json"
    file.write_text(written, encoding="utf-8")
    found = law("compute", "kontanthjaelp", file, "--on", "2025-07-01", home=tmp_path)
    assert (found.returncode, found.stdout) == (2, "")
    assert said in found.stderr
    assert "Traceback" not in found.stderr


def test_files_statutes_scenarios_and_days_that_are_not_there_are_named(citizen: Path, tmp_path: Path) -> None:
    missing = law("compute", "klage", tmp_path / "væk.json", "--on", "2026-07-01", home=tmp_path)
    assert (missing.returncode, "cannot be read" in missing.stderr) == (2, True)
    unknown = law("show", "strandloven", "--on", "2026-07-01", home=tmp_path)
    assert (unknown.returncode, "Der er: kontanthjaelp" in unknown.stderr) == (2, True)
    nowhere = law("show", "klage", "--on", "2026-07-01", "--scenario", "utopia", home=tmp_path)
    assert (nowhere.returncode, "fjordby" in nowhere.stderr) == (2, True)
    early = law("show", "klage", "--on", "1990-01-01", home=tmp_path)
    assert (early.returncode, early.stdout) == (1, "")
    assert law("show", "klage", "--on", "i går", home=tmp_path).returncode == 2


def test_a_secretary_sees_what_changes_on_the_first_of_july_2026(tmp_path: Path) -> None:
    found = law("diff", "indsats", "--from", "2026-06-30", "--to", "2026-07-01", home=tmp_path)
    assert found.returncode == 0, found.stderr
    assert "Lov nr. 1750" in found.stdout
    assert "bortfaldet: " in found.stdout
    same = law("diff", "indsats", "--from", "2026-07-01", "--to", "2026-07-01", home=tmp_path)
    assert (same.returncode, "no difference" in same.stderr) == (1, True)


def test_what_was_known_before_the_reform_was_promulgated_has_no_end(tmp_path: Path) -> None:
    asked = ("show", "kontanthjaelp", "--on", "2025-07-01", "--json")
    then = json.loads(law(*asked, "--known", "2024-06-01", home=tmp_path).stdout)
    now = json.loads(law(*asked, home=tmp_path).stdout)
    assert "paa_mindstesats" in {rule["name"] for rule in now["rules"]}
    assert "paa_mindstesats" not in {rule["name"] for rule in then["rules"]}
    assert "kontanthjaelpsloft_stk_1" in {rule["name"] for rule in then["rules"]}


def test_the_worked_cases_of_a_statute_are_green_every_way(tmp_path: Path) -> None:
    found = law("cases", "klage", home=tmp_path)
    assert found.returncode == 0, found.stdout
    assert "cases: person" in found.stdout
