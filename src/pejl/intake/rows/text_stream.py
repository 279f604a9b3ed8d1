"""The text of a file as UTF-8, whatever it was written in: a stream that holds a piece of it at a time.

What cannot be decoded, and a byte of nought, becomes U+FFFD, the sign that Unicode has for it: a row with that sign is
a row that could not be read. A sign of that kind in the file itself says the same of an earlier reader.
"""

from __future__ import annotations

import codecs
import io
from typing import BinaryIO

from pejl.intake.rows.encoding import UTF8

UNREADABLE = "\ufffd"
_UNREADABLE = UNREADABLE.encode()
_MARK = codecs.BOM_UTF8


class TextStream(io.RawIOBase):
    """Reads UTF-8 from a binary file in any encoding. Byte order marks are left out, also within the file.

    `unreadable` tells whether anything so far could not be decoded; `quotes` is how many quotation marks there were.
    """

    def __init__(self, file: BinaryIO, encoding: str) -> None:
        super().__init__()
        self._file = file
        self._decode = None if encoding == UTF8 else codecs.getincrementaldecoder(encoding)("replace").decode
        self._ascii_based = not encoding.startswith("utf-16")
        self._kept = b""
        self._held_back = b""
        self.unreadable = False
        self.quotes = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most as many as asked for; none only at the end."""
        piece = self._kept or self._next(size)
        if size < 0 or len(piece) <= size:
            self._kept = b""
            return piece
        self._kept = piece[size:]
        return piece[:size]

    def give_back(self, piece: bytes) -> None:
        """Put back the last bytes that were read, to be read again."""
        self._kept = piece + self._kept

    def _next(self, size: int) -> bytes:
        """A piece of the file: a little less than asked for, since letters grow when they become UTF-8."""
        while raw := self._file.read(size - size // 16 if size > 0 else -1):
            if piece := self._plain(raw):
                return piece
        return self._last()

    def _plain(self, raw: bytes) -> bytes:
        if self._ascii_based and raw.isascii() and not self._held_back:
            piece = raw
        elif self._decode is None:
            piece = self._whole_letters(self._held_back + raw)
        else:
            piece = self._decode(raw).encode("utf-8", "replace")
        return self._cleaned(piece)

    def _whole_letters(self, raw: bytes) -> bytes:
        """UTF-8 as it is, but for a letter or a mark that the end of the piece may cut in two."""
        end = len(raw)
        for back in range(1, min(3, end) + 1):
            byte = raw[-back]
            if byte >= 0xC0:
                end -= back if back < _length(byte) else 0
                break
            if byte < 0x80:
                break
        self._held_back = raw[end:]
        piece = raw[:end]
        try:
            piece.decode()
        except UnicodeDecodeError:
            return piece.decode("utf-8", "replace").encode()
        return piece

    def _last(self) -> bytes:
        rest = self._held_back if self._decode is None else self._decode(b"", True).encode("utf-8", "replace")
        self._held_back = b""
        return self._cleaned(rest.decode("utf-8", "replace").encode()) if rest else b""

    def _cleaned(self, piece: bytes) -> bytes:
        if 0 in piece:
            piece = piece.replace(b"\0", _UNREADABLE)
        if _MARK in piece:
            piece = piece.replace(_MARK, b"")
        self.unreadable = self.unreadable or _UNREADABLE in piece
        self.quotes += piece.count(b'"')
        return piece


def _length(first: int) -> int:
    """How many bytes a letter has in UTF-8 whose first byte is this."""
    return 4 if first >= 0xF0 else 3 if first >= 0xE0 else 2
