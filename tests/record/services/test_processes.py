"""The record after `kill -9` at any moment, and with several processes at work, on the database of the run."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connection

from patience import examples

TESTS = Path(__file__).resolve().parents[2]
KILLS = examples(50)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[dict[str, str]]:
    """A data folder and an empty database for processes of their own."""
    own = os.environ | {"PEJL_HOME": str(tmp_path / "home"), "PYTHONPATH": os.pathsep.join([str(TESTS), *sys.path])}
    (tmp_path / "home").mkdir()
    if connection.vendor == "postgresql":
        name = f"pejl_{secrets.token_hex(6)}"
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {name}")
        own["DATABASE_URL"] = urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))
    yield own
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


def run(environment: dict[str, str], *work: object) -> dict[str, Any]:
    script = Path(__file__).with_name("processes.py")
    done = subprocess.run(
        [sys.executable, script, *map(str, work)], env=environment, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_record_is_whole_after_a_kill_at_any_moment(environment: dict[str, str]) -> None:
    seed = secrets.randbelow(1_000_000)
    told = run(environment, "kill", KILLS, seed)
    assert told["wrong"] == [], f"seed {seed}, after {told['kills']} kills"
    assert told["kills"] == KILLS
    assert told["done"] >= KILLS / 5, f"seed {seed}: the processes were killed before they did anything"


def test_processes_that_write_at_once_take_turns(environment: dict[str, str]) -> None:
    told = run(environment, "write", 3, 10)
    assert told["wrong"] == []
    assert told["done"] == 20
