"""A page's signs (letters, figures, spaces) as PDFium counts them, and where each stands.

Places are points (1/72 inch) from the page's lower left corner.
"""

from __future__ import annotations

import ctypes
from struct import Struct
from typing import NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pypdfium2 import raw as pdfium_c

from pejl.minutes.sources.pdf_calls import address, get_char_box, get_loose_char_box


class Place(NamedTuple):
    """A box on the page."""

    left: float
    right: float
    bottom: float
    top: float


class Span(NamedTuple):
    """The signs of a line or a piece of it: from `first` up to but not including `end`, no space at either end."""

    first: int
    end: int


_DOUBLES = Struct("4d").unpack
_FLOATS = Struct("4f").unpack


class Signs:
    """A page's signs, one per UTF-16 unit, and where each stands; usable as long as the text page is open."""

    def __init__(self, text_page: pdfium.PdfTextPage) -> None:
        self._page = text_page.raw
        self._address = address(self._page)
        count = pdfium_c.FPDFText_CountChars(self._page)
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium_c.FPDFText_GetText(self._page, 0, count, buffer) if count else 0
        self.text = _units(bytes(buffer)[: 2 * max(written - 1, 0)])
        # PDFium may leave signs out of the text that it counts; then the two numberings differ.
        self._same_numbers = len(self.text) == count
        self._ink = (ctypes.c_double * 4)()
        start, side = ctypes.addressof(self._ink), ctypes.sizeof(ctypes.c_double)
        self._ink_sides = (start, start + side, start + 2 * side, start + 3 * side)
        self._body = (ctypes.c_float * 4)()
        self._body_address = ctypes.addressof(self._body)

    def ink(self, index: int) -> Place:
        """The box around the sign's ink."""
        get_char_box(self._address, index if self._same_numbers else self._number(index), *self._ink_sides)
        return Place._make(_DOUBLES(self._ink))

    def ink_ends(self, index: int) -> float:
        """The right side of the box around the sign's ink."""
        get_char_box(self._address, index if self._same_numbers else self._number(index), *self._ink_sides)
        return self._ink[1]

    def body(self, index: int) -> Place:
        """The sign's box with its font's full height, which is the same for all signs of a font."""
        get_loose_char_box(self._address, index if self._same_numbers else self._number(index), self._body_address)
        left, top, right, bottom = _FLOATS(self._body)
        return Place(left, right, bottom, top)

    def _number(self, index: int) -> int:
        return int(pdfium_c.FPDFText_GetCharIndexFromTextIndex(self._page, index))


def _units(data: bytes) -> str:
    """One character per UTF-16 unit, so that places in the text are PDFium's; `joined` puts pairs together again."""
    text = data.decode("utf-16-le", "surrogatepass")
    return text if 2 * len(text) == len(data) else "".join(map(chr, memoryview(data).cast("H")))


def joined(units: str) -> str:
    """The text with its pairs of units put together."""
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
