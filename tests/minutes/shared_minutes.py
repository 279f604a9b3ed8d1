"""The real minutes and layout examples that stand beside the repository, where they do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "minutes"
REAL = SHARED / "gladsaxe"
FAMILIES = SHARED / "families"

needs_real = pytest.mark.skipif(not REAL.is_dir(), reason="the real minutes do not stand beside this repository")
needs_families = pytest.mark.skipif(
    not FAMILIES.is_dir(), reason="the layout examples do not stand beside this repository"
)


def real_days() -> list[str]:
    """The days of the real minutes that are there."""
    return sorted(path.stem for path in REAL.glob("*.txt"))


def expected(day: str) -> dict[str, Any]:
    """What must be read from the real minutes of a day."""
    told: dict[str, Any] = json.loads((REAL / f"{day}.expected.json").read_text("utf-8"))
    return told


def family_facts() -> dict[str, dict[str, Any]]:
    """What must be read from each layout example."""
    if not FAMILIES.is_dir():
        return {}
    told: dict[str, dict[str, Any]] = json.loads((FAMILIES / "expected.json").read_text("utf-8"))
    return told


def family_text(name: str) -> bytes:
    """A layout example without its first line, which is a comment about it."""
    return (FAMILIES / name).read_bytes().split(b"\n", 1)[1]
