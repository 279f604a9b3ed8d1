"""Every duty of screening is built somewhere and has a test, and both are where the page says."""

from __future__ import annotations

import ast
import re

import pytest

from house.tree import DOCS, ROOT

DUTIES = 19
_ROW = re.compile(r"^\| (?P<number>\d+) \| (?P<says>[^|]+) \| (?P<built>[^|]*) \| (?P<tests>[^|]*) \|$", re.MULTILINE)
_PATH = re.compile(r"`([^`]+)`")
_TABLE = (DOCS / "screening.md").read_text(encoding="utf-8").partition("## The nineteen duties")[2]
ROWS = {int(row["number"]): row for row in _ROW.finditer(_TABLE)}


def test_the_table_has_all_duties_in_their_order() -> None:
    assert list(ROWS) == list(range(1, DUTIES + 1))


@pytest.mark.parametrize("number", range(1, DUTIES + 1))
def test_a_duty_is_built_where_the_page_says(number: int) -> None:
    places = _PATH.findall(ROWS[number]["built"])
    assert places, f"nothing is said of where duty {number} is built"
    assert [place for place in places if not (ROOT / place).is_file()] == []
    assert all(place.startswith("src/pejl/") for place in places)


@pytest.mark.parametrize("number", range(1, DUTIES + 1))
def test_a_duty_has_tests_where_the_page_says(number: int) -> None:
    places = _PATH.findall(ROWS[number]["tests"])
    assert places, f"nothing is said of how duty {number} is tested"
    assert [place for place in places if not _has_tests(place)] == []


def _has_tests(place: str) -> bool:
    path = ROOT / place
    if not path.is_file() or not path.name.startswith("test_"):
        return False
    named = (
        node.name for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.FunctionDef)
    )
    return any(name.startswith("test_") for name in named)
