"""Whether a PDF can be read at once, or may be made to fill the memory and must be read apart.

PDFium unpacks whatever a page asks for, and draws a form (a piece of page that others use) each time it is used, so a
small file can ask for gigabytes. Ordinary minutes do neither. Here the file's streams are unpacked piece by piece and
counted, and nothing is kept. Whatever cannot be told from outside counts as heavy.
"""

from __future__ import annotations

import re
import zlib

from pejl.minutes.sources.limits import MEGABYTE

MOST_UNFOLDED = 30 * MEGABYTE
"""What all streams together, pictures among them, may unfold to for the PDF to be read at once."""

# It looks back last, so that the search can skip from word to word instead of stopping at every byte.
_STREAM = re.compile(rb"stream\r?\n(?<!endstream\n)(?<!endstream\r\n)")
_FORM = re.compile(rb"/Form\b")
_USES_ANOTHER = re.compile(rb"\bDo\b")
_PICTURE_FILTER = re.compile(rb"/(?:DCT|DCTDecode|JPXDecode|JBIG2Decode|CCF|CCITTFaxDecode)\b")
_FLATE = re.compile(rb"/Fl(?:ateDecode)?\b")
_OTHER_FILTER = re.compile(rb"/(?:LZW|LZWDecode|RL|RunLengthDecode|A85|ASCII85Decode|AHx|ASCIIHexDecode|Crypt)\b")
_MOST_STREAMS = 200_000
_PIECE = MEGABYTE
_DICTIONARY = 1_000
"""Bytes before a stream in which its dictionary is looked for. A longer one counts as heavy."""


def is_heavy(data: bytes) -> bool:
    """Whether reading this PDF might take far more time or memory than its size shows."""
    if b"/Encrypt" in data:
        # What is packed is encrypted too, so its size cannot be told.
        return True
    left = MOST_UNFOLDED
    for number, found in enumerate(_STREAM.finditer(data)):
        dictionary = _dictionary(data, found.start())
        if number > _MOST_STREAMS or dictionary is None or b"#" in dictionary or _OTHER_FILTER.search(dictionary):
            return True
        if _PICTURE_FILTER.search(dictionary):
            continue
        packed = len(_FLATE.findall(dictionary))
        if packed > 1:
            return True
        size, uses_another = _look(data, found.end(), left, packed=bool(packed), form=bool(_FORM.search(dictionary)))
        left -= size
        if left < 0 or uses_another:
            return True
    return False


def _dictionary(data: bytes, end: int) -> bytes | None:
    """What stands between an object's beginning and its stream; None where that is too much."""
    before = data[max(end - _DICTIONARY, 0) : end]
    start = before.rfind(b"obj")
    return None if start < 0 else before[start:]


def _look(data: bytes, start: int, limit: int, *, packed: bool, form: bool) -> tuple[int, bool]:
    """How many bytes a stream holds, counted no further than just over the limit; and whether, itself a
    form, it uses others."""
    if not packed:
        end = data.find(b"endstream", start, start + limit + 1)
        if end < 0:
            return limit + 1, False
        return end - start, form and _USES_ANOTHER.search(data, start, end) is not None
    unpacker = zlib.decompressobj()
    size, uses_another, seam = 0, False, b""
    rest = data[start : start + _PIECE]
    taken = start + len(rest)
    try:
        while size <= limit and not unpacker.eof and rest:
            piece = unpacker.decompress(rest, _PIECE)
            size += len(piece)
            if form and not uses_another:
                uses_another = _USES_ANOTHER.search(seam + piece) is not None
                seam = piece[-3:]
            rest = unpacker.unconsumed_tail
            if not rest:
                rest = data[taken : taken + _PIECE]
                taken += len(rest)
    except zlib.error:
        # A damaged stream ends here, for PDFium too.
        return size, uses_another
    return size, uses_another
