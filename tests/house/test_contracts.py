"""The contracts between the rooms catch what they are there for: a wrong import, planted, is found."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from house.tree import ROOT, SOURCE

WRONG = [
    ("calendar", "import pejl.minutes.document", "A room uses only rooms below it"),
    ("minutes", "import pejl.intake", "A room uses only rooms below it"),
    ("law", "import pejl.register", "A room uses only rooms below it"),
    ("web", "import pejl.cli", "A room uses only rooms below it"),
    ("record", "import pejl.register", "The record stands on minutes alone"),
    ("register", "import pejl.minutes", "What is counted from the register does not read minutes"),
    ("law", "import pejl.intake", "The law knows days and numbers"),
    ("record", "import pejl.access.rights", "Rights stand alone"),
    ("access", "import pejl.calendar", "Rights know no room"),
    ("access", "import pejl.register", "Rights know no room"),
    ("access", "import django.contrib.auth", "Code that thinks does not import Django"),
    ("access", "import axes.handlers", "Code that thinks does not import Django"),
    ("register", "import allauth.account", "Code that thinks does not import Django"),
    ("register", "import pejl.access.queries", "Rights stand alone"),
    ("access", "import pejl.access.models", "Tables are read by queries and written by services"),
    ("cli", "import pejl.acts.models", "Tables are read by queries and written by services"),
    ("access", "import pejl.access.services", "Queries and services are used by the site"),
    ("minutes", "import django.utils.text", "Code that thinks does not import Django"),
    ("record", "from ninja import Schema", "Code that thinks does not import Django"),
    ("record", "import pejl.record.models", "Tables are read by queries and written by services"),
    ("cli", "import pejl.record.models", "Tables are read by queries and written by services"),
    ("record", "import pejl.record.queries", "Queries and services are used by the site"),
    *(
        (
            f"screening.{part}",
            "import pejl.screening.fairness.services",
            "Sensitive attributes are never joined into scoring",
        )
        for part in ("features", "caseload", "training", "model", "advice")
    ),
    (
        "screening.training",
        "import pejl.screening.fairness.models",
        "Sensitive attributes are never joined into scoring",
    ),
]


def broken_contracts(copy: Path) -> str:
    """What the linter says of the copy, and nothing where all contracts are kept."""
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--config", ROOT / "pyproject.toml", "--no-cache", "--no-logo"],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy)},
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


def copy(folder: Path) -> Path:
    """The product's code in a folder where wrong things may be planted."""
    shutil.copytree(SOURCE, folder / "pejl", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def test_the_house_keeps_its_contracts(tmp_path: Path) -> None:
    assert not broken_contracts(copy(tmp_path))


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What is said under each broken contract's name, where every wrong import is planted in a file of its own."""
    folder = copy(tmp_path_factory.mktemp("copy"))
    for number, (room, line, _) in enumerate(WRONG):
        planted = folder / "pejl" / room.replace(".", "/") / f"planted_{number}.py"
        planted.write_text(f'"""Planted."""\n\n{line}\n', encoding="utf-8")
    _, _, said = broken_contracts(folder).partition("Broken contracts\n")
    parts = re.split(r"^(\S.*)\n-{5,}\n", said, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("number", range(len(WRONG)), ids=[f"{room}: {line}" for room, line, _ in WRONG])
def test_a_planted_import_is_caught(found: dict[str, str], number: int) -> None:
    room, _, contract = WRONG[number]
    [said] = [said for name, said in found.items() if name.startswith(contract)]
    assert f"pejl.{room}.planted_{number} -> " in said
