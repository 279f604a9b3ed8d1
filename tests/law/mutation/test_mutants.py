"""What is changed in the law to see whether a test notices, and what is left as it is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from law.mutation.amounts import mutants_of_amounts
from law.mutation.mutants import mutants_of
from law.mutation.outcomes import Outcomes, equivalents
from law.mutation.run import all_mutants
from pejl.law.loading import load
from pejl.law.statutes import STATUTES

ENUMS = {"Status": ("CONFIRMED", "DERIVED", "PROPOSED", "UNCONFIRMED")}


def changes(folder: Path, text: str) -> set[tuple[str, str]]:
    path = folder / "rules.py"
    path.write_text(text, encoding="utf-8")
    return {(mutant.before, mutant.after) for mutant in mutants_of("rules.py", path, ENUMS)}


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("x = a < b", "a < b", "(a <= b)"),
        ("x = a == 'ja'", "a == 'ja'", "(a != 'ja')"),
        ("x = a in ('ja', 'nej')", "('ja', 'nej')", "('nej',)"),
        ("x = a and not b", "a and not b", "(a or not b)"),
        ("x = a and not b", "not b", "(b)"),
        ("x = a * 3", "a * 3", "(a / 3)"),
        ("x = a * 3", "3", "4"),
        ("x = True", "True", "False"),
        ("def f(a):\n    return a.b", "a.b", "None"),
        ("def f(a):\n    return 1 if a else 2", "a", "(not a)"),
        ("@rule('Sætning.', since='2025-07-01')\ndef f(): ...", "'2025-07-01'", '"2025-07-02"'),
        ("x = dt.date(2025, 12, 31)", "dt.date(2025, 12, 31)", "dt.date(2026, 1, 1)"),
        ("x = Status.CONFIRMED", "Status.CONFIRMED", "Status.PROPOSED"),
    ],
)
def test_one_thing_is_changed(tmp_path: Path, text: str, before: str, after: str) -> None:
    assert (before, after) in changes(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        '"""What it is."""',
        "x = 'En sætning om loven.'",
        "@rule(says='ord', cites='ord', source='ord', unit='kr')\ndef f(): ...",
        "def f(a: bool | None) -> int | None: ...",
        "x = isinstance(a, dict | Named)",
        "@dataclass(frozen=True, slots=True)\nclass C: ...",
        "raise LawFault(f'{a} er ikke 12.')",
    ],
)
def test_sentences_kinds_and_what_only_makes_things_quick_are_left(tmp_path: Path, text: str) -> None:
    assert not {(before, after) for before, after in changes(tmp_path, text) if not before.startswith("isinstance")}


def test_every_mutant_is_python_and_differs(tmp_path: Path) -> None:
    for mutant in all_mutants("kontanthjaelp/fra_"):
        compile(mutant.text, mutant.file, "exec")
        assert mutant.before != mutant.after


def test_an_amount_has_its_value_days_and_status_changed_and_one_that_is_missing_has_not(tmp_path: Path) -> None:
    path = tmp_path / "parameters.yaml"
    path.write_text(
        "loft:\n  values:\n"
        "    - {from: 2025-01-01, until: 2025-12-31, value: 28.66, status: confirmed, source: x}\n"
        "    - {from: 2026-01-01, until: 2026-12-31, value: missing, status: unconfirmed, source: missing}\n",
        encoding="utf-8",
    )
    assert {mutant.after for mutant in mutants_of_amounts("loven/parameters.yaml", path)} == {
        "from: 2025-01-02",
        "until: 2025-12-30",
        "value: 28.67",
        "status: unconfirmed",
    }


def test_what_was_judged_to_change_nothing_is_still_there() -> None:
    keys = {mutant.key for mutant in all_mutants()}
    assert not set(equivalents()) - keys
    assert all(equivalents().values())


def test_what_was_tried_is_not_tried_again(tmp_path: Path) -> None:
    mutant, other = list(all_mutants("klage/omgoerelse"))[:2]
    Outcomes(tmp_path / "outcomes.jsonl").add(mutant, "survived")
    again = Outcomes(tmp_path / "outcomes.jsonl")
    assert not again.is_new(mutant, again=False)
    assert again.is_new(mutant, again=True)
    assert again.is_new(other, again=False)
    assert not again.is_new(other, again=True)


@pytest.mark.long
def test_of_a_sample_of_mutants_hardly_any_lives(tmp_path: Path) -> None:
    assert load(STATUTES)
    words = [sys.executable, "-m", "law.mutation.run", "--share", "0.015", "--kept", str(tmp_path)]
    run = subprocess.run(words, env=_env(), capture_output=True, text=True, check=True)
    (line,) = (line for line in run.stdout.splitlines() if line.startswith("all "))
    assert float(line.split()[2].rstrip("%")) >= 80, run.stdout


def _env() -> dict[str, str]:
    here = Path(__file__).resolve().parents[2]
    return {"PYTHONPATH": str(here), "PATH": "/usr/bin:/bin"}
