"""The house plan is true: the rooms in the documents are the rooms in the code."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from house.tree import DOCS, ROOT, SOURCE, rooms

EMPTY = "Nothing lives here yet."


def rooms_in_table(document: Path) -> set[str]:
    """The rooms that the first column of the document's room table names."""
    cells = re.findall(r"^\| (`.+?`) *\|", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {room for cell in cells for room in re.findall(r"`(\w+)/`", cell)}


@pytest.mark.parametrize("document", [DOCS / "architecture.md", ROOT / "README.md"], ids=lambda path: path.name)
def test_the_room_table_equals_the_folders(document: Path) -> None:
    assert rooms_in_table(document) == rooms()


@pytest.mark.parametrize("document", [DOCS / "architecture.md", ROOT / "README.md"], ids=lambda path: path.name)
def test_the_rooms_that_are_planned_are_those_in_which_nothing_lives(document: Path) -> None:
    lines = [line for line in document.read_text(encoding="utf-8").splitlines() if re.match(r"\| `\w+/`", line)]
    planned = {room for line in lines if "planned" in line for room in re.findall(r"^\| `(\w+)/`", line)}
    opening = {room: (SOURCE / room / "__init__.py").read_text(encoding="utf-8") for room in rooms()}
    assert planned == {room for room, text in opening.items() if EMPTY in text}


@pytest.mark.parametrize("room", sorted(rooms()))
def test_a_room_is_empty_and_says_so_or_has_code_and_tests(room: str) -> None:
    opening = ast.parse((SOURCE / room / "__init__.py").read_text(encoding="utf-8"))
    others = [path for path in (SOURCE / room).rglob("*.py") if path.name != "__init__.py"]
    assert (EMPTY in (ast.get_docstring(opening) or "")) == (not others)
    if others:
        assert list((ROOT / "tests" / room).rglob("test_*.py")), f"tests/{room} holds no test"
    else:
        assert len(opening.body) == 1, f"{room} is said to be empty, but its __init__.py holds more than a docstring"


@pytest.mark.parametrize("room", ["register", "access", "law", "casework"])
def test_pages_behind_the_login_take_what_all_pages_share_from_the_frame_and_not_from_the_record(room: str) -> None:
    files = [path for path in (SOURCE / "web" / room).rglob("*") if path.suffix in {".py", ".html"}]
    borrowed = re.compile(r"pejl\.web\.record\b|\"record/")
    assert files and not [path.name for path in files if borrowed.search(path.read_text(encoding="utf-8"))]
