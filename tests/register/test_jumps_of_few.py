"""A figure that moved is told only where it is of many: one person's wage is not told as a mean."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from pejl.home.folders import Home
from pejl.register.loading import load
from pejl.register.told import told
from register.deliveries import KEY, delivery, person, spell

NOVEMBER, DECEMBER = dt.date(2025, 11, 30), dt.date(2025, 12, 31)
PEOPLE = [person(str(number)) for number in range(100)]


def sentences(tmp_path: Path, before: list[dict[str, object]], now: list[dict[str, object]]) -> list[str]:
    """What is told of spells that were delivered one way and then another."""
    home = Home(tmp_path / "home")
    load(delivery(tmp_path / "d1", NOVEMBER, {"persons": PEOPLE, "benefit_spells": before}), home, KEY)
    report = load(delivery(tmp_path / "d2", DECEMBER, {"benefit_spells": now}), home, KEY)
    (table,) = told(report).tables
    assert table.changes
    return list(table.changes.jumps)


def spells(filled: int, **cells: object) -> list[dict[str, object]]:
    """A hundred spells, of which so many have the cells."""
    return [spell(f"s{place}", str(place), **(cells if place < filled else {})) for place in range(100)]


@pytest.mark.parametrize("filled", [1, 3, 49])
def test_a_mean_of_a_few_is_not_told(tmp_path: Path, filled: int) -> None:
    assert sentences(tmp_path, spells(filled, hours_paid=120), spells(filled, hours_paid=777)) == []


def test_a_mean_of_many_is_told(tmp_path: Path) -> None:
    (said,) = sentences(tmp_path, spells(50, hours_paid=120), spells(50, hours_paid=777))
    assert "120,00 til 777,00" in said


def test_shares_among_a_few_that_have_a_word_are_not_told(tmp_path: Path) -> None:
    assert sentences(tmp_path, spells(3, rate="grundsats"), spells(3, rate="mindstesats")) == []


def test_a_share_of_those_that_have_a_word_is_of_them_and_not_of_all_rows(tmp_path: Path) -> None:
    before = spells(60, special_effort="nej")
    now = [{**row, "special_effort": "ja"} if place < 4 else row for place, row in enumerate(before)]
    jumps = sentences(tmp_path, before, now)
    assert len(jumps) == 2
    for said in jumps:
        assert "pct" not in said
        assert "under 5" in said
