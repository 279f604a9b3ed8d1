"""What logins are signed with: a key from the environment, or one kept in the data folder and shared by all workers."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from django.utils.functional import SimpleLazyObject

from pejl.home.durable import flush_folder, make_folder, write_part
from pejl.home.folders import Home

SHORTEST = 32
"""Fewer characters than this are no key."""


def secret_key(given: str | None, home: Home) -> str:
    """The key. Without one given it is read, or made, when something is signed for the first time, and not before.

    Asked for, it raises ValueError with a sentence where the key is too short or its file open to others.
    """
    return SimpleLazyObject(lambda: _checked(given) if given else _kept(home.root / "secret-key"))  # type: ignore[return-value]


def _checked(given: str) -> str:
    if len(given) < SHORTEST:
        raise ValueError(f"PEJL_SECRET_KEY has {len(given)} characters; it must have {SHORTEST} at least.")
    return given


def _kept(path: Path) -> str:
    if not path.exists():
        _make(path)
    if path.stat().st_mode & 0o077:
        raise ValueError(f"{path} can be read by others than its owner; run: chmod 600 {path}")
    return _checked_file(path)


def _checked_file(path: Path) -> str:
    key = path.read_text(encoding="ascii").strip()
    if len(key) < SHORTEST:
        raise ValueError(f"{path} holds no key. Delete it: a new one is made, and everybody logs in again.")
    return key


def _make(path: Path) -> None:
    """Make the file, whole or not at all; of several processes that do so at once, one makes the key of all."""
    make_folder(path.parent)
    part = write_part(path, secrets.token_urlsafe(48).encode(), 0o600)
    try:
        os.link(part, path)
    except FileExistsError:
        return
    finally:
        part.unlink()
    flush_folder(path.parent)
