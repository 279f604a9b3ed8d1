"""Text files: which signs their bytes stand for."""

from __future__ import annotations

import codecs
import re

from pejl.minutes.sources.characters import split_lines
from pejl.minutes.sources.unreadable import Refusal, Words

NOT_A_TEXT = Words(
    "it is not a text, but some other kind of file",
    "den er ikke en tekst, men en anden slags fil",
)

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    # UTF-32 first: its mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile("[\\x00-\\x08\\x0e-\\x1f\\x7f]")
_CONTROLS_PER_SIGN = 0.1


def read_text(data: bytes) -> list[str]:
    """The lines of a text file."""
    text = decode(data)
    if "\0" in text or _is_mostly_controls(text):
        raise Refusal(NOT_A_TEXT)
    return split_lines(text)


def marked_encoding(data: bytes) -> tuple[str, int] | None:
    """The encoding that a byte order mark states, and the mark's length; None where there is no mark."""
    return next(((encoding, len(mark)) for mark, encoding in _MARKS if data.startswith(mark)), None)


def decode(data: bytes) -> str:
    """The text that the bytes stand for: what the byte order mark says, else UTF-8, else Windows-1252.

    A text that is UTF-8 in all but a few lines (files put together from several) is decoded line by line, so that one
    line in another encoding does not spoil the rest. ISO-8859-1 differs from Windows-1252 only in bytes that it uses
    for control signs, which no minutes hold, so it needs no case of its own.
    """
    marked = marked_encoding(data)
    if marked:
        encoding, length = marked
        if encoding != "utf-8":
            return data[length:].decode(encoding, errors="replace")
        data = data[length:]
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(_decode_line(line) for line in data.splitlines(keepends=True))


def _decode_line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        # Five bytes are unassigned in Windows-1252; they become the control signs that ISO-8859-1 has there.
        return line.decode("cp1252", errors="pejl.latin1")


def _as_latin1(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("pejl.latin1", _as_latin1)


def _is_mostly_controls(text: str) -> bool:
    """Whether so many signs are control signs that a person could not read the text."""
    return len(_CONTROL.findall(text)) > len(text) * _CONTROLS_PER_SIGN
