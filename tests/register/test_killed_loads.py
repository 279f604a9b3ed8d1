"""A load is killed, or the disk is full: the register is as it was, or as it was to be, and the next load finishes."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pejl.home.folders import Home
from pejl.register.loading import load
from pejl.register.register import Register
from pejl.register.report import Outcome
from register.deliveries import KEY, Rows, delivery, person, spell

LOADER = """
import resource, sys
from pathlib import Path
from pejl.home.folders import Home
from pejl.intake.key import Key
from pejl.register.loading import NotLoaded, load
if len(sys.argv) > 4:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[4]), int(sys.argv[4])))
print("ready", flush=True)
try:
    print(load(Path(sys.argv[1]), Home(Path(sys.argv[2])), Key(bytes.fromhex(sys.argv[3]))).outcome.value)
except NotLoaded as trouble:
    print(trouble)
    sys.exit(2)
"""


def started(path: Path, home: Home, *more: str) -> subprocess.Popen[str]:
    words = [sys.executable, "-c", LOADER, str(path), str(home.root), KEY.secret.hex(), *more]
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")


def tables(persons: int, first: int = 0) -> dict[str, Rows]:
    numbers = range(first, first + persons)
    return {
        "persons": [person(str(number)) for number in numbers],
        "benefit_spells": [spell(str(number), str(number + number % 7 // 6)) for number in numbers],
    }


def kill_at_random(home: Home, folder: Path, times: int, seed: int) -> int:
    """Load one delivery again and again, and kill it each time at another moment; return how often it was killed."""
    first = load(delivery(folder / "first", "2025-11-30", tables(200)), home, KEY)
    path = delivery(folder / "second", "2025-12-31", tables(6_000, first=100))
    whole = started(path, Home(folder / "elsewhere"))
    assert whole.stdout
    whole.stdout.readline()
    ready = time.monotonic()
    assert whole.communicate()[0].strip() == "loaded"
    longest = time.monotonic() - ready
    chance = random.Random(seed)
    killed = 0
    for _ in range(times):
        process = started(path, home)
        assert process.stdout
        process.stdout.readline()
        time.sleep(chance.random() * longest)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        killed += process.returncode == -signal.SIGKILL
        seen = Register(home).snapshots()
        assert [each.id for each in seen][:1] == [first.snapshot]
        assert len(seen) <= 2
        assert [Register(home).snapshot(each.id).touched() for each in seen] == [[]] * len(seen)
        for each in seen[1:]:
            shutil.rmtree(home.register / each.id)  # so that the next one has something to do
    assert load(path, home, KEY).outcome in (Outcome.LOADED, Outcome.ALREADY_LOADED)
    names = sorted(path.name for path in home.register.iterdir())
    assert not [name for name in names if name.endswith((".part", ".next")) or name.startswith(".spill")]
    newest = Register(home).newest()
    assert newest.touched() == []
    other = Register(Home(folder / "elsewhere")).newest()
    assert {entry.name: entry.rows for entry in newest.manifest.tables} == {
        entry.name: entry.rows for entry in other.manifest.tables
    }
    return killed


def test_a_load_that_is_killed_leaves_no_half_snapshot(tmp_path: Path) -> None:
    assert kill_at_random(Home(tmp_path / "home"), tmp_path, times=2, seed=1)


@pytest.mark.long
def test_fifty_kills_at_random_moments_leave_no_half_snapshot(tmp_path: Path) -> None:
    assert kill_at_random(Home(tmp_path / "home"), tmp_path, times=50, seed=2) > 25


def test_two_loads_at_once_take_turns(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    paths = [delivery(tmp_path / str(day), f"2025-12-{day}", tables(2_000, first=day)) for day in (29, 30, 31)]
    answers = [process.communicate() for process in [started(path, home) for path in paths]]
    assert [said.split() for said, _ in answers] == [["ready", "loaded"]] * 3, answers
    manifests = Register(home).snapshots()
    assert len(manifests) == 3
    assert [Register(home).snapshot(each.id).touched() for each in manifests] == [[], [], []]


@pytest.mark.parametrize("room", [1_000, 20_000, 100_000])
def test_a_full_disk_ends_in_a_sentence_and_changes_nothing(room: int, tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    first = load(delivery(tmp_path / "first", "2025-11-30", tables(50)), home, KEY)
    path = delivery(tmp_path / "second", "2025-12-31", tables(8_000))
    said, errors = started(path, home, str(room)).communicate()
    assert "Intet er indlæst" in said, errors
    assert [each.id for each in Register(home).snapshots()] == [first.snapshot]
    assert load(path, home, KEY).outcome is Outcome.LOADED


@pytest.mark.skipif(os.geteuid() == 0, reason="The administrator may write everywhere.")
def test_a_read_only_folder_ends_in_a_sentence(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    load(delivery(tmp_path / "first", "2025-11-30", tables(5)), home, KEY)
    home.register.chmod(0o500)
    said, errors = started(delivery(tmp_path / "second", "2025-12-31", tables(6)), home).communicate()
    home.register.chmod(0o700)
    assert "Intet er indlæst" in said, errors
