"""`pejl screening trial`, as a person types it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result
from django.test import override_settings
from typer.testing import CliRunner

from access.people import a_user
from pejl.access.models import Look
from pejl.access.roles import ANALYST, CASEWORKER
from pejl.cli import screening_trial_analyse, screening_trial_draw
from pejl.cli.screening_trial import app
from pejl.home.folders import Home
from pejl.screening.trial import queries, services
from pejl.screening.trial.candidate import Candidate
from pejl.screening.trial.queries import complaints, drawn_in, trial_named
from screening.trial.courses import hundred
from screening.trial.protocols import candidate, written

NOW = {"starts = 2027-01-04": "starts = 2025-01-06"}


Typed = Callable[..., Result]


def run(*words: str | Path) -> Result:
    """The command in this process, which spares the test its start."""
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """A data folder of the test's own."""
    with override_settings(HOME=Home(tmp_path)), pytest.MonkeyPatch.context() as patch:
        patch.setenv("PEJL_HOME", str(tmp_path))
        yield tmp_path


@pytest.mark.django_db
def test_a_trial_from_protocol_to_opened_seed(home: Path) -> None:
    file = home / "protokol.toml"
    file.write_bytes(run("register").stdout.encode())
    assert file.read_bytes().strip() == written().strip()
    registered = json.loads(run("register", file, "--who", "Bo", "--json").stdout)
    assert registered["trial"] == "tidlig-indsats" and len(registered["sha256"]) == 64
    again = run("register", file, "--who", "Bo")
    assert again.exit_code == 2 and "version = 2" in again.stderr
    (told,) = json.loads(run("status", "--json").stdout)
    assert told["drawn"] == {"least": 0, "most": 0} and told["ends"] is None and told["sha256"] == registered["sha256"]
    case = run("status", "tidlig-indsats", "--case")
    assert case.stdout.startswith("# Status på forsøget") and case.exit_code == 0
    early = run("verify", "tidlig-indsats", "--open", "--who", "Bo")
    assert early.exit_code == 2 and "kan den næste arm regnes ud" in early.stderr
    assert run("stop", "tidlig-indsats", "--why", "Der kom ingen.", "--who", "Bo").exit_code == 0
    opened = json.loads(run("verify", "tidlig-indsats", "--open", "--who", "Bo", "--json").stdout)
    assert opened["right"] and len(opened["seed"]) == 64 and opened["commitment"] == told["commitment"]


@pytest.mark.django_db
def test_what_is_not_there_or_is_wrong_is_told_in_a_sentence(home: Path) -> None:
    nothing = run("status", "nix")
    assert nothing.exit_code == 1 and "ikke registreret noget forsøg »nix«" in nothing.stderr
    assert run("status").exit_code == 1 and run("status", "--case").exit_code == 2
    wrong = home / "p.toml"
    wrong.write_text("name = 3", encoding="utf-8")
    refused = run("register", wrong)
    assert refused.exit_code == 2 and "»version« mangler." in refused.stderr and "Traceback" not in refused.stderr
    assert run("register", home / "none.toml").exit_code == 2
    assert run("simulate", "--protocol", wrong).exit_code == 2
    assert run("power", "--hr", "1").exit_code == 2


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        (("--hr", "1.15"), 1607),
        (("--hr", "1.25"), 631),
        (("--margin", "0.9", "--power", "0.9"), 3786),
        (("--margin", "0.85", "--power", "0.9"), 1591),
    ],
)
def test_the_size_of_a_trial_is_reckoned(home: Path, words: tuple[str, ...], ends: int) -> None:
    told = json.loads(run("power", *words, "--json").stdout)
    assert told["ends"] == ends and told["persons"] is None


def test_persons_and_months_follow_from_what_the_sites_have(home: Path) -> None:
    words = ("--persons-a-year", "1200", "--seen-to-end", "0.8", "--sites", "3", "--takes-part", "0.5", "--looks", "2")
    told = json.loads(run("power", *words, "--json").stdout)
    assert told["ends"] == 633 and told["persons"] == 792
    assert told["months"] == pytest.approx(12 * 792 / 1800) and told["persons_a_year"] == 1800


def test_simulated_trials_are_told_with_what_chance_allows(home: Path) -> None:
    found = run("simulate", "--trials", "20", "--hr", "1.7", "--no-looks", "--seed", "4", "--json")
    told = json.loads(found.stdout)
    assert told["answered"] == 1 and told["trials"] == 20 and told["looks"] == [1.0]
    assert found.exit_code == (0 if told["as_expected"] else 1)


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, home: Path) -> Typed:
    """A trial that draws now, and a register and a model that say what they are told."""
    services.register(Home(home), written(NOW), who="Bo")
    monkeypatch.setattr(screening_trial_draw, "_frozen_model", lambda _protocol: None)
    monkeypatch.setattr(screening_trial_draw.Register, "newest", lambda _self: None)
    monkeypatch.setattr(screening_trial_draw, "candidate_of", one_candidate)
    return run


def one_candidate(_snapshot: object, spell: str, *_: object, **__: object) -> Candidate | None:
    return candidate(1, spell=spell) if spell == "s1" else None


@pytest.mark.django_db
def test_an_arm_is_drawn_for_a_purpose_and_the_look_is_logged(typed: Typed) -> None:
    a_user("lise", CASEWORKER)
    a_user("anders", ANALYST)
    draw = ("draw", "tidlig-indsats", "s1")
    assert typed(*draw).exit_code == 2
    may_not = typed(*draw, "--who", "anders", "--why", "casework")
    assert may_not.exit_code == 2 and "anders may not" in may_not.stderr and not drawn_in("tidlig-indsats")
    drawn = typed(*draw, "--who", "lise", "--why", "casework", "--json")
    assert drawn.exit_code == 0, drawn.stderr
    (row,) = drawn_in("tidlig-indsats")
    assert json.loads(drawn.stdout)["arm"] == row.arm
    assert [(look.subject, look.username) for look in Look.objects.all()] == [("p1", "lise")]
    assert typed(*draw, "--who", "lise", "--why", "casework").stdout.startswith(row.arm)
    nobody = typed("draw", "tidlig-indsats", "s9", "--who", "lise", "--why", "casework")
    assert nobody.exit_code == 1 and "s9" in nobody.stderr
    complaint = ("complaint", "tidlig-indsats", "s1", "--about", "Brevet", "--who", "lise", "--why", "complaint")
    assert typed(*complaint).exit_code == 0 and len(complaints("tidlig-indsats")) == 1
    seen = typed("status", "tidlig-indsats")
    assert seen.exit_code == 0 and "1-4 of 900" in seen.stdout and row.arm not in seen.stdout


@pytest.mark.django_db
def test_a_look_is_an_act_and_the_last_one_is_told_again(typed: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    snapshot, drawn = hundred(dt.date(2029, 1, 31))
    monkeypatch.setattr(screening_trial_analyse.Register, "snapshot", lambda _self, _name: snapshot)
    monkeypatch.setattr(queries, "drawn_in", lambda _name: drawn)
    first = typed("analyse", "tidlig-indsats", "--who", "Bo", "--json")
    assert first.exit_code == 0, first.stderr
    told = json.loads(first.stdout)
    assert told["says"] == "slut" and told["last"] and told["hazard_ratio"]["value"] > 2
    again = typed("analyse", "tidlig-indsats")
    assert again.exit_code == 0 and "not counted again" in again.stderr and "Forsøget viser" in again.stdout
    (look,) = trial_named("tidlig-indsats").looks
    assert look.last and look.who == "Bo" and look.ends == 105
    case = typed("status", "tidlig-indsats", "--case")
    assert case.stdout.startswith("# Resultater af forsøget"), case.stderr
