"""PDFium's functions that are called for every line or every drawn object of a page, with plain numbers in and out.

pypdfium2's own make an object of each pointer, which takes about as long as the call. These take and give addresses.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

from pypdfium2 import raw as pdfium_c  # type: ignore[import-untyped]

_ADDRESS = ctypes.c_void_p
_NUMBER = ctypes.c_int


def _plain(function: Any, gives: Any, *takes: Any) -> Callable[..., Any]:
    """The same function; it is too short to be worth letting other threads run meanwhile."""
    return ctypes.PYFUNCTYPE(gives, *takes)(address(function))


def address(of: Any) -> int:
    """Where a function or a thing of PDFium's stands in memory."""
    return ctypes.cast(of, _ADDRESS).value or 0


get_char_box = _plain(pdfium_c.FPDFText_GetCharBox, _NUMBER, _ADDRESS, _NUMBER, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS)
"""Text page, sign, where to write the box's left, right, bottom and top (four doubles)."""

get_loose_char_box = _plain(pdfium_c.FPDFText_GetLooseCharBox, _NUMBER, _ADDRESS, _NUMBER, _ADDRESS)
"""Text page, sign, where to write the box's left, top, right and bottom (floats, one after the other)."""

get_object = _plain(pdfium_c.FPDFPage_GetObject, _ADDRESS, _ADDRESS, _NUMBER)
"""Page, number; gives the object."""

get_object_type = _plain(pdfium_c.FPDFPageObj_GetType, _NUMBER, _ADDRESS)
"""Object; gives its type."""
