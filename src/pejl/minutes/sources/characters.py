"""Signs and line ends: the same text for the same print, whichever tool wrote it.

Signs that a reader cannot see (soft hyphens, zero-width signs, direction marks) are taken out, those that look the same
are made the same (all sorts of spaces, ligatures, letters composed of two signs), and no word is lost or joined to
another.
"""

from __future__ import annotations

import re
import unicodedata

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_CONTROLS = "".join(map(chr, [*range(0x09), *range(0x0E, 0x20), 0x7F]))
_SURROGATES = range(0xD800, 0xE000)

_FOLDED: dict[str, str] = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_INVISIBLE, ""),
    **dict.fromkeys(_CONTROLS, " "),
    **dict.fromkeys(map(chr, _SURROGATES), "\ufffd"),
    # Control signs that nobody writes: where they occur, Windows-1252 was taken for ISO-8859-1 on the way here.
    **{chr(byte): bytes([byte]).decode("cp1252", "ignore") or " " for byte in range(0x80, 0xA0)},
    # Word's Symbol and Wingdings fonts put their bullets in the private area.
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}

_TO_FOLD = re.compile("[" + "".join(map(re.escape, _FOLDED)) + "]")
_SOFT_HYPHEN_LAST = re.compile("\u00ad(?=[ \t]*$)")
# U+0085 is a line end in Unicode text. In Windows-1252 its byte is "…", which is decoded before it comes here.
_LINE_END = re.compile("\r\n|[\n\r\v\u0085\u2028\u2029]")
_PAGE_BREAK_BESIDE_LINE_END = re.compile("(?<![^\n])[ \t]*\f+|\f+[ \t]*(?![^\n])")


def fold(line: str) -> str:
    """One line with its signs folded for reading.

    A soft hyphen shows only where a line is broken after it: there it becomes a hyphen, elsewhere it goes.
    """
    if line.isprintable() and unicodedata.is_normalized("NFKC", line):
        # Nearly every line: all that would be folded either does not print or, as a ligature, has a plainer form.
        return line.rstrip(" ")
    if "\u00ad" in line:
        line = _SOFT_HYPHEN_LAST.sub("-", line).replace("\u00ad", "")
    line = _TO_FOLD.sub(lambda sign: _FOLDED[sign[0]], line)
    return unicodedata.normalize("NFC", line).rstrip(" ")


def split_lines(text: str) -> list[str]:
    """The lines of a text, folded. The end of the last line does not start another.

    A line ends where an editor ends it (CR, LF, CRLF) and at the rarer signs that mean a new line: vertical tab, next
    line, line separator, paragraph separator. A form feed starts a new line too, but beside a line end it adds none,
    so that line numbers stay those of the editor.
    """
    text = _LINE_END.sub("\n", text)
    if "\f" in text:
        text = _PAGE_BREAK_BESIDE_LINE_END.sub("", text).replace("\f", "\n")
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    return [fold(line) for line in lines]
