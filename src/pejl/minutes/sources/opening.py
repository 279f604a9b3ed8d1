"""The door: a file or its bytes in, numbered lines or a refusal out."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pejl.minutes.sources import limits
from pejl.minutes.sources.plain import read_text
from pejl.minutes.sources.source_text import SourceText
from pejl.minutes.sources.unreadable import WHOLE_FILE, Refusal, Unreadable, Words

EMPTY = Words("it is empty", "den er tom")
NO_TEXT = Words("it holds no text, only space", "den rummer ingen tekst, kun mellemrum")


def open_source(path: Path) -> SourceText:
    """The text of the file at `path`; `Unreadable` names the path as it was given."""
    try:
        data = _file_bytes(path)
        return _open(path.name, data)
    except Refusal as refusal:
        raise Unreadable(str(path), refusal.reason, refusal.place) from refusal


def open_bytes(name: str, data: bytes) -> SourceText:
    """The text of a file that is in memory; its name tells the kind only where the content does not."""
    try:
        return _open(name, data)
    except Refusal as refusal:
        raise Unreadable(name, refusal.reason, refusal.place) from refusal


def _open(name: str, data: bytes) -> SourceText:
    if not data:
        raise Refusal(EMPTY)
    if len(data) > limits.FILE_BYTES:
        raise limits.too_large(len(data), limits.FILE_BYTES)
    if len(data) > limits.TEXT_BYTES:
        raise limits.too_large(len(data), limits.TEXT_BYTES)
    lines = tuple(read_text(data))
    _check(lines)
    media_type = "text/markdown" if name.lower().endswith((".md", ".markdown")) else "text/plain"
    return SourceText(name, hashlib.sha256(data).hexdigest(), media_type, lines)


def _check(lines: tuple[str, ...]) -> None:
    """Refuse a text without words, and one with a line that no minutes can have."""
    if not any(line.strip() for line in lines):
        raise Refusal(NO_TEXT)
    for number, line in enumerate(lines, start=1):
        if len(line) > limits.LINE_CHARACTERS:
            raise Refusal(
                Words(
                    f"the line is longer than {limits.LINE_CHARACTERS:,} characters",
                    f"linjen er længere end {limits.LINE_CHARACTERS:,} tegn".replace(",", "."),
                ),
                Words(f"line {number}", f"linje {number}"),
            )


def _file_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(limits.FILE_BYTES + 1)
    except OSError as error:
        raise Refusal(Words(f"it cannot be opened ({error.strerror})", "den kan ikke åbnes"), WHOLE_FILE) from error
