"""What is installed without the repository holds everything that the code reads beside it."""

from __future__ import annotations

import tomllib
from pathlib import PurePath

from house.tree import ROOT, SOURCE, named, tracked_files


def test_every_file_beside_the_code_goes_into_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = [*project["tool"]["setuptools"]["package-data"]["*"], "*.py"]
    ours = [path for path in tracked_files() if path.is_relative_to(SOURCE)]
    assert len(ours) > 100
    assert not [named(path) for path in ours if not any(PurePath(path).match(pattern) for pattern in patterns)]
