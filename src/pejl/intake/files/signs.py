"""What the bytes of a file tell of how its text is written, found while they pass by to be hashed.

The whole file is looked at: the first letter that is not plain ASCII may stand in its last line.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_LETTER_IN_UTF8 = re.compile(rb"\xc3[\x80-\xbf]")
_MADE_TWICE = re.compile(rb"\xc3\x83\xc2[\xa5\xa6\xb8]")
_LETTER_OF_DOS = re.compile(rb"[A-Za-z][\x86\x91\x9b][a-z]")
_LETTERS_OF_WINDOWS = (b"\xe6", b"\xf8", b"\xe5")
_LETTERS_OF_DOS = (b"\x86", b"\x91", b"\x9b")


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


class SignReader:
    """Sees a file's bytes pass, in pieces of any size, and says at the end what they tell."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("strict")
        self._start = b""
        self._ascii = True
        self._utf8 = True
        self._letters_in_utf8 = False
        self._twice = False
        self._dos = False
        self._windows = False
        self._nulls = 0

    def see(self, piece: bytes) -> None:
        """The next bytes of the file."""
        if len(self._start) < 3:
            self._start += piece[:3]
        if 0 in piece:
            self._nulls += piece.count(0)
        if piece.isascii():
            self._see_ascii()
            return
        self._ascii = False
        self._weigh_utf8(piece)
        if not self._utf8:
            self._windows = self._windows or any(letter in piece for letter in _LETTERS_OF_WINDOWS)
            self._dos = self._dos or _has(piece, _LETTERS_OF_DOS, _LETTER_OF_DOS)
            self._letters_in_utf8 = self._letters_in_utf8 or _has(piece, (b"\xc3",), _LETTER_IN_UTF8)

    def signs(self) -> Signs:
        """What was seen, once the last bytes have passed."""
        bom = next((name for mark, name in _MARKS.items() if self._start.startswith(mark)), "")
        utf8 = self._utf8 and not self._decoder.getstate()[0]
        return Signs(
            bom=bom,
            ascii=self._ascii,
            utf8=utf8,
            mixed=not utf8 and self._letters_in_utf8,
            twice=self._twice,
            dos=self._dos and not self._windows,
            nulls=self._nulls,
        )

    def _see_ascii(self) -> None:
        if self._decoder.getstate()[0]:
            self._utf8 = False

    def _weigh_utf8(self, piece: bytes) -> None:
        if not self._utf8:
            return
        try:
            self._decoder.decode(piece)
        except UnicodeDecodeError:
            self._utf8 = False
            return
        self._letters_in_utf8 = self._letters_in_utf8 or _has(piece, (b"\xc3",), _LETTER_IN_UTF8)
        self._twice = self._twice or _has(piece, (b"\xc3\x83",), _MADE_TWICE)


def _has(piece: bytes, rare: tuple[bytes, ...], pattern: re.Pattern[bytes]) -> bool:
    """Whether the pattern is there. Its rare bytes are looked for first: they are found much faster."""
    return any(byte in piece for byte in rare) and pattern.search(piece) is not None
