"""Who reads while rows are forgotten sees the snapshot as it was or as it is, never a folder that is about to move."""

from __future__ import annotations

import datetime as dt
import shutil
import threading
import time
from pathlib import Path

import pytest

from pejl.home.folders import Home
from pejl.register import places as places_
from pejl.register.loading import load
from pejl.register.places import Places
from register.deliveries import KEY, delivery, person

DECEMBER = dt.date(2025, 12, 31)


def successor(tmp_path: Path) -> tuple[Places, str]:
    """A snapshot whose successor is ready."""
    home = Home(tmp_path / "home")
    name = load(delivery(tmp_path / "d", DECEMBER, {"persons": [person("1")]}), home, KEY).snapshot
    places = Places.of(home)
    shutil.copytree(places.root / name, places.part(name))
    places.part(name).rename(places.next(name))
    return places, name


def test_a_successor_that_is_about_to_move_is_not_named(tmp_path: Path) -> None:
    places, name = successor(tmp_path)

    def move() -> None:
        time.sleep(0.2)
        places.put_in_place(name)

    thread = threading.Thread(target=move)
    thread.start()
    found = places.snapshot(name)
    thread.join()
    assert found == places.root / name
    assert found.is_dir()


def test_a_successor_whose_forgetting_was_stopped_is_read_where_it_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places_, "MOVED_WITHIN", 0.1)
    places, name = successor(tmp_path)
    assert places.snapshot(name) == places.next(name)
