"""Every variable that an installation can be steered by is explained to those who run one."""

from __future__ import annotations

import re

from house.tree import DOCS, source_files

VARIABLE = re.compile(r"""environ(?:\.get\(|\[)\s*["']([A-Z_]+)["']""")


def test_every_environment_variable_is_explained() -> None:
    read = {name for path in source_files() for name in VARIABLE.findall(path.read_text(encoding="utf-8"))}
    explained = set(re.findall(r"^\| `([A-Z_]+)`", (DOCS / "operation.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert {"PEJL_HOME", "DATABASE_URL", "PEJL_SECRET_KEY"} <= read
    assert read == explained
