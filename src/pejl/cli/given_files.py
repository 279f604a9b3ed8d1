"""Files that a command is given and reads whole."""

from __future__ import annotations

from pathlib import Path

import typer

from pejl.cli.console import UNUSABLE, remark

LARGEST = 100_000_000
"""Bytes of a file."""


def content_of(file: Path) -> bytes:
    """The file's bytes; the command ends with a sentence where it cannot be read or is too large."""
    try:
        if file.stat().st_size > LARGEST:
            remark(f"{file} is larger than {LARGEST // 1_000_000} MB. Split it.")
            raise typer.Exit(UNUSABLE)
        return file.read_bytes()
    except OSError as trouble:
        remark(f"{file} cannot be read: {trouble.strerror}.")
        raise typer.Exit(UNUSABLE) from trouble
