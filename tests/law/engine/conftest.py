"""Statutes made for one test."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from pejl.law.law_days import Law
from pejl.law.statute import Statute

HEAD = """
import datetime as dt
from pejl.law.enactment import Enactment
from pejl.law.rule import InForce, rule
from pejl.law.status import Status
from pejl.law.arithmetic import *

EN = Enactment("Lov nr. 1", dt.date(2024, 12, 30), "opdigtet")
TO = Enactment("Lov nr. 2", dt.date(2025, 12, 29), "opdigtet")
FORSLAG = Enactment("Forslag", dt.date(2025, 9, 1), "opdigtet")

def dated(since="2023-01-01", **more):
    return rule("Reglen.", since=since, cites="§ 1", source="opdigtet", **more)
"""
_NUMBERS = count()

Make = Callable[..., Statute]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    """Makes a statute of the text of its rules (one text for each file) and its parameters."""
    monkeypatch.syspath_prepend(str(tmp_path))
    made: list[str] = []

    def statute(*texts: str, parameters: str = "", name: str = "loven", **more: object) -> Statute:
        package = f"lov_til_proeve_{next(_NUMBERS)}"
        folder = tmp_path / package
        folder.mkdir()
        (folder / "parameters.yaml").write_text(parameters, encoding="utf-8")
        modules = []
        for number, text in enumerate(texts):
            (folder / f"regler_{number}.py").write_text(HEAD + text, encoding="utf-8")
            importlib.invalidate_caches()
            modules.append(importlib.import_module(f"{package}.regler_{number}"))
            made.append(f"{package}.regler_{number}")
        return Statute(name, "Loven", "LOV", "Hvad?", package, tuple(modules), **more)  # type: ignore[arg-type]

    yield statute
    for module in made:
        sys.modules.pop(module, None)


@pytest.fixture
def law_of(make: Make) -> Callable[..., Law]:
    """The law of one statute made of texts."""

    def made(*texts: str, **more: object) -> Law:
        return Law((make(*texts, **more),))

    return made
