"""`pejl law reform` and `pejl law duration`, as an analyst types them."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from pathlib import Path

import pytest

from casework.reform.people import a_register
from cli.pejl_command import pejl

DAYS = ("--from", "2025-06-30", "--to", "2025-07-01")


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_register(tmp_path_factory.mktemp("reform")).root


def law(*words: str, home: Path) -> subprocess.CompletedProcess[str]:
    return pejl("law", *words, home=home)


def test_an_analyst_sees_who_loses_and_that_it_is_a_scenario(counted: Path) -> None:
    found = law("reform", *DAYS, "--scenario", "fjordby", home=counted)
    assert found.returncode == 0, found.stderr
    assert "SCENARIE »Fjordby«" in found.stdout
    assert "Mister: ca. 10. Får mere: ca. 10." in found.stdout
    assert "-7.200 kr. i gennemsnit, -72.000 kr. om måneden i alt." in found.stdout
    assert "Enlig, 1 barn, mindstesats" in found.stdout
    assert "Ydelse før, efter skat: trykt 10.535 kr. Efter reglerne: ukendt" in found.stdout
    assert found.stderr == ""


def test_without_a_scenario_it_says_what_is_unconfirmed_and_which_scenario_there_is(counted: Path) -> None:
    found = law("reform", *DAYS, home=counted)
    assert found.returncode == 0
    assert "Kan ikke bedømmes: ca. 10." in found.stdout and "SCENARIE" not in found.stdout
    assert "»Grundsats« mangler for 1. juli 2025" in found.stderr
    assert "--scenario fjordby supposes invented amounts, for the example municipality only." in found.stderr


def test_where_nobody_can_be_judged_it_ends_with_code_2(counted: Path) -> None:
    found = law("reform", "--from", "2025-12-31", "--to", "2026-01-01", home=counted)
    assert found.returncode == 2
    assert "»Mindstesats« mangler for 1. januar 2026" in found.stderr
    assert "Nobody could be judged." in found.stderr


def test_as_json_all_of_it_and_no_person(counted: Path) -> None:
    found = law("reform", *DAYS, "--scenario", "fjordby", "--tax-percent", "37", "--json", home=counted)
    told = json.loads(found.stdout)
    assert (told["from"], told["to"], told["day"]) == ("2025-06-30", "2025-07-01", "2025-06-30")
    assert told["scenario"]["name"] == "fjordby" and "forhoejet_sats_beloeb" in told["supposed"]
    assert told["losers"] == {
        "persons": {"least": 5, "most": 14},
        "mean": -7200,
        "mean_taxable": -7200,
        "mean_beside": 0,
        "mean_net": -4500,
        "month": -72000,
    }
    assert [each["name"] for each in told["published"]] == ["reform_case_A", "reform_case_B"]
    assert "case-b" not in found.stdout


def test_as_csv_each_row_says_days_snapshot_and_scenario(counted: Path) -> None:
    found = law("reform", *DAYS, "--scenario", "fjordby", "--csv", home=counted)
    rows = list(csv.DictReader(io.StringIO(found.stdout)))
    assert {(row["from"], row["to"], row["scenario"]) for row in rows} == {("2025-06-30", "2025-07-01", "fjordby")}
    assert all(int(row["least_persons"]) >= 5 for row in rows)
    assert {"all", "band", "familie losers", "alder gainers", "household losers"} <= {row["table"] for row in rows}


def test_an_empty_folder_and_an_unknown_scenario_are_sentences(tmp_path: Path, counted: Path) -> None:
    assert law("reform", *DAYS, home=tmp_path).returncode == 1
    found = law("reform", *DAYS, "--scenario", "nissen", home=counted)
    assert (found.returncode, "Der er intet scenarie, der hedder »nissen«" in found.stderr) == (2, True)
    assert "Traceback" not in found.stderr


def test_an_analyst_sees_what_two_weeks_more_cost_week_by_week(counted: Path) -> None:
    asked = ("duration", "--days", "14", "--benefit", "sygedagpenge", "--scenario", "fjordby")
    found = law(*asked, home=counted)
    assert found.returncode == 0, found.stderr
    assert "Sygedagpenge i 2025: +14 dage for hvert forløb" in found.stdout
    assert "Til sammenligning: 3.800.000 kr. i Gladsaxe (Gladsaxe, referat 03.12.2025, punkt 2)." in found.stdout
    assert "SCENARIE »Fjordby«" in found.stdout and "Antaget" in found.stdout
    told = json.loads(law(*asked, "--json", home=counted).stdout)
    assert [(each["from"], each["to"], each["percent"]) for each in told["weeks"]] == [
        (1, 4, 20),
        (5, 26, 60),
        (27, 52, 70),
        (53, None, 80),
    ]
    assert told["published"]["kroner"] == 3_800_000


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--benefit", "sygedagpenge"), 2, "»Højeste sygedagpenge om ugen« er ikke bekræftet"),
        (("--benefit", "dagpenge"), 2, "medfinansiering"),
        (("--benefit", "kontanthjaelp"), 2, "--amounts delivered"),
        (("--benefit", "sygedagpenge", "--year", "2026"), 1, "ikke om hele 2026"),
        (("--benefit", "fleksjob"), 2, "fleksjob"),
    ],
)
def test_what_cannot_be_counted_is_a_sentence(counted: Path, words: tuple[str, ...], code: int, said: str) -> None:
    found = law("duration", "--days", "14", *words, home=counted)
    assert (found.returncode, said in found.stderr) == (code, True), found.stderr
    assert "Traceback" not in found.stderr
