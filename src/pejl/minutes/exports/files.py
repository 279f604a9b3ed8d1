"""Names of files as exports write them: full of folders, servers and backslashes, of which only the name is kept."""

from __future__ import annotations

import re

_SEPARATORS = re.compile(r"[/\\]")


def file_name(path: str) -> str:
    """The name alone: "Bilag\\1234567.PDF" and "//server/files/1234567.PDF" are "1234567.PDF"."""
    return _SEPARATORS.split(path.strip())[-1].strip()


def same_file(one: str, other: str) -> bool:
    """Whether two names are one file's: case systems and web servers differ in capitals."""
    return bool(one) and file_name(one).casefold() == file_name(other).casefold()
