"""How much a PDF unfolds to, told before PDFium sees it: packed streams are unpacked piece by piece and counted."""

from __future__ import annotations

import re
import zlib

from pejl.minutes.sources.limits import MEGABYTE, megabytes
from pejl.minutes.sources.unreadable import Refusal, Words

MOST_UNFOLDED = 100 * MEGABYTE
"""What all packed streams of a PDF may unfold to together, pictures apart."""

_STREAM = re.compile(rb"stream\r?\n")
_PICTURE = re.compile(rb"/Subtype\s*/Image")
_PACKED_TWICE = re.compile(rb"/Fl(?:ateDecode)?\s*/Fl(?:ateDecode)?\b")
_PIECE = MEGABYTE
_WORDS_BEFORE = 600

TOO_MUCH = Words(
    f"the PDF unfolds to more than {megabytes(MOST_UNFOLDED)}, which is the limit",
    f"PDF-filen fylder mere end {megabytes(MOST_UNFOLDED)}, når den pakkes ud, og det er grænsen",
)


def check_streams(data: bytes) -> None:
    """Refuse a PDF whose streams would fill the memory.

    Nothing that is unpacked is kept. Pictures are passed over: reading text does not unpack them.
    """
    left = MOST_UNFOLDED
    for found in _STREAM.finditer(data):
        before = data[max(found.start() - _WORDS_BEFORE, 0) : found.start()]
        dictionary = before[before.rfind(b"obj") + 1 :]
        if b"/Fl" not in dictionary or _PICTURE.search(dictionary):
            continue
        if _PACKED_TWICE.search(dictionary):
            raise Refusal(TOO_MUCH)
        left -= _unfolded(data, found.end(), left)
        if left < 0:
            raise Refusal(TOO_MUCH)


def _unfolded(data: bytes, start: int, limit: int) -> int:
    """How many bytes the packed stream at `start` holds, counted no further than just over the limit."""
    unpacker = zlib.decompressobj()
    size = 0
    rest = data[start : start + _PIECE]
    taken = start + len(rest)
    try:
        while size <= limit and not unpacker.eof:
            size += len(unpacker.decompress(rest, _PIECE))
            rest = unpacker.unconsumed_tail
            if not rest:
                rest = data[taken : taken + _PIECE]
                taken += len(rest)
                if not rest:
                    break
    except zlib.error:
        # A damaged stream: what it holds ends here, and whether the page can be read is for PDFium to say.
        return size
    return size
