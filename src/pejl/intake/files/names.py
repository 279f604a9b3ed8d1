"""The names of files in a delivery: one spelling for all systems, and which of them a pattern means.

A name is the path within the delivery with `/` between folders. Capitals make no difference, nor does the way in which
a system composes an å; `*` stays within its folder.
"""

from __future__ import annotations

import fnmatch
import re
import unicodedata
from collections.abc import Iterable

_DRIVE = re.compile(r"[A-Za-z]:")
_OF_SYSTEMS = frozenset({".ds_store", "thumbs.db", "desktop.ini"})


def spelled(name: str) -> str:
    """The name as all systems would spell it."""
    return unicodedata.normalize("NFC", name.replace("\\", "/"))


def leads_out(name: str) -> bool:
    """Whether the name could lead out of the delivery, or is no name."""
    return name.startswith("/") or bool(_DRIVE.match(name)) or ".." in name.split("/") or not name.isprintable()


def of_the_system(name: str) -> bool:
    """Whether the file was put there by an operating system and not by a person."""
    parts = name.casefold().split("/")
    return parts[0] == "__macosx" or parts[-1] in _OF_SYSTEMS or parts[-1].startswith(("._", "~$"))


def meant(pattern: str, names: Iterable[str]) -> list[str]:
    """The names that a pattern of a description means, in their order."""
    wanted = _folded(pattern).removeprefix("./").split("/")
    return sorted(name for name in names if _fits(_folded(name).split("/"), wanted))


def _folded(name: str) -> str:
    return spelled(name).casefold()


def _fits(parts: list[str], wanted: list[str]) -> bool:
    return len(parts) == len(wanted) and all(map(fnmatch.fnmatchcase, parts, wanted))
