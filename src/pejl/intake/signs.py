"""What the bytes of a file tell of how its text is written, found while they pass by to be hashed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Signs:
    """What was seen in a whole file. The defaults are those of a file of plain ASCII."""

    bom: str = ""
    """The encoding that a byte order mark at the start names, "" without one."""
    ascii: bool = True
    utf8: bool = True
    """Whether all of it is valid UTF-8."""
    mixed: bool = False
    """Not valid UTF-8, though letters are written as UTF-8 writes them: two encodings in one file."""
    twice: bool = False
    """Letters that were made UTF-8 twice, so that an æ has become Ã¦."""
    dos: bool = False
    """Letters as DOS wrote them (code page 850) and none as Windows does."""
    nulls: int = 0
    """How many bytes are nought. Text has none, except in UTF-16."""
