"""A rule says only what every engine understands alike; anything else is found on load, with file and line."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pejl.law.kinds import check_kinds
from pejl.law.refusals import LawFault
from pejl.law.text import Text, names_written_twice, read_text

HEAD = "import datetime as dt\nfrom pejl.law.arithmetic import months_after, days_between, whole_kroner\n\n"


def function(
    tmp_path: Path, body: str, arguments: str = "a: int, b: bool, c: str, d: dt.date", gives: str = "float"
) -> Any:
    path = tmp_path / "regler.py"
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    path.write_text(f"{HEAD}def regel({arguments}) -> {gives}:\n{lines}", encoding="utf-8")
    spec = importlib.util.spec_from_file_location("regler", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.regel


@pytest.fixture
def reading(tmp_path: Path) -> Callable[..., Text]:
    def read(body: str, **written: str) -> Text:
        text = read_text(function(tmp_path, body, **written))
        check_kinds(text, {"c": frozenset({"roed", "groen"})})
        return text

    return read


@pytest.mark.parametrize(
    "body",
    [
        "return a * 12 / 100",
        '"""Hvad den gør."""\nreturn 1 if b and not a else 0',
        "if a < 1:\n    return 0\nelif a < 2 and b:\n    return 1\nelse:\n    return 2",
        "if a < 1:\n    return 0\nelif a < 2:\n    return 1\nreturn 2",
        "x = a + 1\nif b:\n    y = x * 2\n    return y\nreturn x",
        "return min(a, 1, 2) + max(a, -a)",
        "return 1 if c in ('roed', 'groen') else None",
        "return days_between(d, months_after(d, a)) if 0 <= a < 12 else 0",
        "return 0 if a is None else whole_kroner(a)",
        "return 1 if c != 'roed' or b == (a > 1) else 0",
    ],
)
def test_a_rule_may_say(reading: Callable[..., Text], body: str) -> None:
    if "not a" in body:
        body = body.replace("not a", "not b")
    assert reading(body).arguments == ("a", "b", "c", "d")


FAULTS = {
    "an amount": "return a * 6969",
    "a percentage with a comma": "return a * 0.65",
    "a loop": "for x in (1, 2):\n    return x\nreturn 0",
    "a call of something else": "return abs(a)",
    "a call with a star": "return min(*[a, a])",
    "a named argument": "return whole_kroner(amount=a)",
    "too few values": "return months_after(d)",
    "a name that nobody gave": "return a + x",
    "a name that is assigned twice": "x = a\nx = x + 1\nreturn x",
    "an argument that is assigned": "a = 1\nreturn a",
    "two names at once": "x, y = a, a\nreturn x",
    "a branch without return": "if b:\n    x = 1\nreturn a",
    "no return": "x = a",
    "something after return": "return a\nx = 1",
    "something after else": "if b:\n    return 1\nelse:\n    return 2\nreturn 3",
    "a power": "return a ** 2",
    "whole division": "return a // 2",
    "a list that is not of constants": "return 1 if a in (a, 1) else 0",
    "is with something else than None": "return 1 if a is b else 0",
    "equal to None": "return 1 if a == None else 0",
    "None among constants": "return 1 if a in (None, 1) else 0",
    "a text put together": "return 1 if c == f'{a}' else 0",
    "a lambda": "x = lambda: 1\nreturn a",
    "a bare line": "print(a)\nreturn a",
    "and between numbers": "return 1 if a and b else 0",
    "if on a number": "return 1 if a else 0",
    "not of a word": "return 1 if not c else 0",
    "a sum with a yes": "return a + b",
    "a difference of days": "return 1 if d - d == 0 else 0",
    "a word larger than a word": "return 1 if c < 'roed' else 0",
    "a word compared with a number": "return 1 if c == 1 else 0",
    "a word that it can never be": "return 1 if c == 'gul' else 0",
    "a word that it can never be, in a list": "return 1 if c in ('roed', 'gul') else 0",
    "branches of two kinds": "return 1 if b else c",
    "an answer of another kind": "return c",
    "a function with the wrong kind": "return days_between(a, d)",
    "the smallest of words": "return 1 if min(c, c) == c else 0",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_rule_may_not_say(reading: Callable[..., Text], fault: str) -> None:
    with pytest.raises(LawFault, match=r"^regler\.py, linje \d+: .*\.$"):
        reading(FAULTS[fault])


@pytest.mark.parametrize(
    "written",
    [
        {"arguments": "a: int = 1"},
        {"arguments": "*a: int"},
        {"arguments": "a: list"},
        {"arguments": "a"},
        {"arguments": "a: int", "gives": "int | str"},
    ],
)
def test_arguments_are_names_with_a_kind(reading: Callable[..., Text], written: dict[str, str]) -> None:
    with pytest.raises(LawFault, match=r"regler\.py, linje"):
        reading("return a", **written)


def test_a_rule_that_is_written_twice_in_a_file_is_found(tmp_path: Path) -> None:
    function(tmp_path, "return a\n\ndef x() -> int:\n    return 1")
    path = tmp_path / "to.py"
    path.write_text("def a() -> int:\n    return 1\n\n\ndef a() -> int:\n    return 2\n", encoding="utf-8")
    assert names_written_twice(path) == ("a",)
