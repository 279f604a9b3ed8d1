"""The key of the pseudonyms: where it lies, that only its owner reads it, and how it is told apart without being told.

Who has the key can find out whose a pseudonym is by trying every number. So it lies in a file of its own that nobody
else may read, or comes from the environment; it never stands in the data folder, a log, a report or an error. Its
fingerprint does: it tells whether two snapshots use the same key, and nothing about it. See `docs/register.md`.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

SIZE = 32
"""Bytes of a key."""

_HEX = re.compile(rf"[0-9a-fA-F]{{{2 * SIZE}}}\Z")


class NoKey(Exception):
    """There is no key that can be used. `str()` says what is wrong and what to do."""


@dataclass(frozen=True)
class Key:
    """Thirty-two secret bytes. Printing one shows its fingerprint only."""

    secret: bytes = field(repr=False)

    @property
    def fingerprint(self) -> str:
        """Twelve characters by which the key is recognised; they do not help to find it."""
        return hashlib.sha256(b"pejl key fingerprint" + self.secret).hexdigest()[:12]

    def __str__(self) -> str:
        return f"key {self.fingerprint}"


def key_of(environment: Mapping[str, str]) -> Key:
    """The key that PEJL_KEY (64 hexadecimal digits) or PEJL_KEY_FILE (a file with them) gives.

    Raises `NoKey` where neither does, both do, or the file may be read by others.
    """
    written, path = environment.get("PEJL_KEY", ""), environment.get("PEJL_KEY_FILE", "")
    if written and path:
        raise NoKey("PEJL_KEY and PEJL_KEY_FILE are both set. Keep one of them.")
    if written:
        return _key(written, "PEJL_KEY")
    if path:
        return read_key(Path(path))
    raise NoKey(
        "There is no key for pseudonyms. `pejl register key PATH` makes one; then set PEJL_KEY_FILE to its path. "
        "Keep a copy where the deliveries' owner keeps secrets: without it, later deliveries cannot be joined to these."
    )


def read_key(path: Path) -> Key:
    """The key in a file that only its owner may read. Raises `NoKey`."""
    try:
        mode = path.stat().st_mode
        written = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as trouble:
        reason = trouble.strerror if isinstance(trouble, OSError) else "it holds no text"
        raise NoKey(f"The key file {path} cannot be read: {reason}.") from None
    if mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise NoKey(f"The key file {path} may be read by others. Run `chmod 600 {path}`, and ask who has read it.")
    return _key(written, str(path))


def write_new_key(path: Path) -> Key:
    """Make a key and write it to a new file that only its owner may read. Raises `NoKey` where the file is there."""
    key = Key(secrets.token_bytes(SIZE))
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as trouble:
        raise NoKey(f"The key file {path} cannot be made: {trouble.strerror}. A key is never overwritten.") from None
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(key.secret.hex() + "\n")
        file.flush()
        os.fsync(descriptor)
    return key


def _key(written: str, where: str) -> Key:
    if not _HEX.match(written):
        raise NoKey(f"{where} holds no key: it must be {2 * SIZE} hexadecimal digits.")
    return Key(bytes.fromhex(written))
