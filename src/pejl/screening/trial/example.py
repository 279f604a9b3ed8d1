"""A protocol to begin with, of invented places."""

from __future__ import annotations

from importlib.resources import files


def example() -> str:
    """The file as it is written."""
    return files("pejl.screening.trial").joinpath("example.toml").read_text(encoding="utf-8")
