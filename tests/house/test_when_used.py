"""What is loaded late is named at the top of its file all the same, where readers, types and contracts see it."""

from __future__ import annotations

import ast
import importlib

import pytest

from house.tree import named, source_files
from pejl import when_used

LOADING = {"import_module", "__import__"}
LATE = {"module", "exports"}
MAY_LOAD = {"src/pejl/when_used.py", "src/pejl/cli/chapters.py"}


def late(code: str) -> tuple[set[str], set[str], list[int]]:
    """The modules that a file loads late, those it names for types alone, and where it loads anything otherwise."""
    tree = ast.parse(code)
    loaded: set[str] = set()
    typed: set[str] = set()
    at_the_top: set[int] = set()
    for block in (node for node in tree.body if isinstance(node, ast.If)):
        if ast.unparse(block.test) != "TYPE_CHECKING":
            continue
        for node in block.body:
            if isinstance(node, ast.ImportFrom):
                typed |= {f"{node.module}.{name.name}" for name in node.names}
            elif isinstance(node, ast.Import):
                typed |= {name.name for name in node.names}
        for call in (call for node in block.orelse for call in ast.walk(node) if isinstance(call, ast.Call)):
            if ast.unparse(call.func) == "when_used.module":
                at_the_top.add(call.lineno)
                loaded |= {argument.value for argument in call.args if isinstance(argument, ast.Constant)}  # type: ignore[misc]
            elif ast.unparse(call.func) == "when_used.exports":
                at_the_top.add(call.lineno)
    elsewhere = []
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = ast.unparse(call.func)
        if name.split(".")[-1] in LOADING or (
            name in {f"when_used.{one}" for one in LATE} and call.lineno not in at_the_top
        ):
            elsewhere.append(call.lineno)
    return loaded, typed, elsewhere


def test_nothing_is_loaded_late_but_at_the_top_and_by_its_import_too() -> None:
    wrong = []
    for path in source_files():
        if named(path) in MAY_LOAD:
            continue
        loaded, typed, elsewhere = late(path.read_text(encoding="utf-8"))
        wrong += [f"{named(path)}:{line}" for line in elsewhere]
        wrong += [f"{named(path)}: {name} is not imported for types" for name in loaded - typed]
    assert not wrong


def test_a_module_that_is_loaded_out_of_sight_is_found() -> None:
    named_for_types = "if TYPE_CHECKING:\n    from pejl.record import names\n"
    honest = f"{named_for_types}else:\n    names = when_used.module('pejl.record.names')\n"
    assert late(honest) == ({"pejl.record.names"}, {"pejl.record.names"}, [])
    assert late("names = when_used.module('pejl.record.names')\n")[2] == [1]
    assert late("def f():\n    return import_module('pejl.record.names')\n")[2] == [2]
    assert late(honest.replace("import names", "import other"))[1] == {"pejl.record.other"}


def test_the_services_export_what_they_say() -> None:
    services = importlib.import_module("pejl.record.services")
    for name in services.__all__:
        assert getattr(services, name).__module__.startswith(("pejl.record.services.", "pejl.acts.services"))
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = services.nothing


def test_a_late_module_is_the_module() -> None:
    assert when_used.module("pejl.record.names").spaced is importlib.import_module("pejl.record.names").spaced
    with pytest.raises(ModuleNotFoundError):
        _ = when_used.module("pejl.nowhere").anything
    with pytest.raises(AttributeError):
        _ = when_used.module("pejl.record.names").nothing
