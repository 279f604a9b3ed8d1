"""Pages are whole while somebody loads: they show the old snapshot or the new one, never something between."""

from __future__ import annotations

import re
import threading
from pathlib import Path

import pytest
from django.test import Client, override_settings

from access.people import a_user, logged_in
from pejl.access.roles import TEAM_LEADER
from pejl.home.folders import Home
from pejl.register.kept import manifests
from pejl.register.loading import load
from pejl.register.places import Places
from register.deliveries import KEY, delivery, person
from web.register import loaded

LOADS = 6


@pytest.mark.django_db
def test_the_front_page_is_whole_while_snapshots_come(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    loaded.first(tmp_path, home)
    client = logged_in(a_user("bo", TEAM_LEADER))
    days = [f"2025-12-{day:02}" for day in range(1, LOADS + 1)]
    paths = [delivery(tmp_path / day, day, {"persons": [person(f"n{n}") for n in range(140)]}) for day in days]
    loading = threading.Thread(target=lambda: [load(path, home, KEY) for path in paths])
    seen = set()
    with override_settings(HOME=home):
        loading.start()
        while loading.is_alive():
            seen.add(known_on(client))
        loading.join()
        seen.add(known_on(client))
    assert seen <= {30, *range(1, LOADS + 1)} and LOADS in seen


def known_on(client: Client) -> int:
    """The day of the month that the page says the source knew up to."""
    answer = client.get("/register/")
    assert answer.status_code == 200
    day = re.search(r"til og med (\d+)\.", answer.content.decode())
    assert day
    return int(day[1])


@pytest.mark.django_db
def test_a_part_of_a_snapshot_and_other_left_overs_are_not_shown(register: Home) -> None:
    root = register.register
    before = [each.id for each in manifests(Places.of(register))]
    for name in (".2026-01-31-abcdefabcdef.part", "2026-01-31-xyz", ".spill-1-x"):
        (root / name).mkdir(exist_ok=True)
    client = logged_in(a_user("bo", TEAM_LEADER))
    said = client.get("/register/").content.decode()
    assert "31. januar 2026" not in said and "31. december 2025" in said
    assert client.get("/register/karantaene/2026-01-31-abcdefabcdef/persons/").status_code == 404
    assert [each.id for each in manifests(Places.of(register))] == before
