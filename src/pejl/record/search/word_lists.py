"""The lists of Danish words that lie beside the code, one file for each list, with its reasons."""

from __future__ import annotations

from importlib.resources import files


def listed(name: str) -> frozenset[str]:
    """The words of a list; lines that begin with # are its reasons."""
    lines = files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
