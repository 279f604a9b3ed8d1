"""What keeps the code readable: short files, honest imports, names that say something, nothing left for later."""

from __future__ import annotations

import ast
import re

import pytest

from house.tree import ROOT, SOURCE, named, python_files, source_files, text_of

LONGEST = 400
EMPTY_NAMES = re.compile(r"(^|_)(utils?|helpers?|managers?|misc|common|stuff)(_|$)")
# The words are put together here so that this file does not hold them itself.
LATER = (
    "TO" + "DO",
    "FIX" + "ME",
    "X" * 3,
    "raise NotImplemented" + "Error",
    "pragma: no " + "cover",
    "assert " + "True",
)
LEFT_OUT = re.compile(r"pytest\.mark\." + r"(skip|xfail)\b(?!\(.*reason=)")


def imports_in_functions(code: str) -> list[int]:
    """The lines where a function or class body imports a room of the house: mostly a cycle in disguise."""
    found = []
    for holder in ast.walk(ast.parse(code)):
        if not isinstance(holder, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        for node in ast.walk(holder):
            if isinstance(node, ast.ImportFrom):
                ours = node.level > 0 or (node.module or "").split(".")[0] == "pejl"
            elif isinstance(node, ast.Import):
                ours = any(name.name.split(".")[0] == "pejl" for name in node.names)
            else:
                continue
            if ours:
                found.append(node.lineno)
    return found


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    """Migrations are written by Django from the models, which are what a person reads."""
    written = [path for path in python_files() if path.parent.name != "migrations"]
    lengths = {named(path): len(text_of(path).splitlines()) for path in written}
    assert not {name: lines for name, lines in lengths.items() if lines > LONGEST}


def test_no_function_hides_an_import_of_the_house() -> None:
    assert not [
        f"{named(path)}:{line}"
        for path in source_files()
        for line in imports_in_functions(path.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("line", ["from pejl.record import names", "import pejl.record.names", "from . import names"])
def test_a_hidden_import_is_found(line: str) -> None:
    honest = f"{line}\n\ndef f():\n    return names\n"
    hidden = f"import os\n\ndef f():\n    if os:\n        {line}\n    return names\n"
    assert not imports_in_functions(honest)
    assert imports_in_functions(hidden) == [5]


@pytest.mark.parametrize("room", ["web", "cli"])
def test_the_site_and_the_command_ask_the_database_nothing_themselves(room: str) -> None:
    asking = re.compile(r"\.objects\b|\.raw\(|connection\.cursor|\.(save|delete|refresh_from_db)\(\)")
    assert not [named(path) for path in (SOURCE / room).rglob("*.py") if asking.search(text_of(path))]


def test_every_file_name_says_what_is_in_it() -> None:
    names = [path for path in python_files() if EMPTY_NAMES.search(path.stem)]
    names += [path for path in SOURCE.rglob("*") if path.is_dir() and EMPTY_NAMES.search(path.name)]
    assert not [named(path) for path in names]


def test_no_folder_of_tests_is_a_package() -> None:
    """The folders of the tests have the rooms' names: as packages, one of them would hide Python's own `calendar`."""
    assert not list((ROOT / "tests").rglob("__init__.py"))


def test_nothing_is_left_for_later() -> None:
    found = [
        f"{named(path)}:{number}: {line.strip()}"
        for path in python_files()
        for number, line in enumerate(text_of(path).splitlines(), start=1)
        if LEFT_OUT.search(line) or any(re.search(rf"\b{re.escape(word)}\b", line) for word in LATER)
    ]
    assert not found
