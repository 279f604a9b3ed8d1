"""Nothing in screening is kept in a form that runs when it is read."""

from __future__ import annotations

import ast

from house.tree import SOURCE

RUNS_WHEN_READ = {"cloudpickle", "dill", "joblib", "marshal", "pickle", "shelve"}


def test_nothing_in_screening_reads_or_writes_pickles() -> None:
    files = sorted((SOURCE / "screening").rglob("*.py"))
    assert files
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            assert not RUNS_WHEN_READ & set(_named(node)), path
            if isinstance(node, ast.keyword) and node.arg == "allow_pickle":
                assert isinstance(node.value, ast.Constant), path
                assert node.value.value is False, path


def _named(node: ast.AST) -> list[str]:
    """The outermost modules that an import names, or that a text names for a later import."""
    if isinstance(node, ast.Import):
        return [each.name.partition(".")[0] for each in node.names]
    if isinstance(node, ast.ImportFrom):
        return [(node.module or "").partition(".")[0]]
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value.partition(".")[0]]
    return []
