"""The house as files: what the tests of the house look at."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
SOURCE = ROOT / "src" / "pejl"


def tracked_files() -> list[Path]:
    """Every file that is part of the project, as git knows them (or would, for files that are new)."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def text_of(path: Path) -> str:
    """The file's text, or nothing where it is a picture or another binary file."""
    content = path.read_bytes()
    return "" if b"\0" in content else content.decode("utf-8", errors="replace")


def source_files() -> list[Path]:
    """The Python files of the product itself."""
    return sorted(SOURCE.rglob("*.py"))


def python_files() -> list[Path]:
    """Every Python file of the project: product, tests and benchmarks."""
    return sorted(path for path in tracked_files() if path.suffix == ".py")


def rooms() -> set[str]:
    """The folders of the product that hold code."""
    return {path.parent.name for path in SOURCE.glob("*/__init__.py")}


def named(path: Path) -> str:
    """The path as a person names it: from the root of the project."""
    return str(path.relative_to(ROOT))
