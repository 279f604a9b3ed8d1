"""What people write in a field, as it may be kept: on one line, without signs that nobody sees, without numbers."""

from __future__ import annotations

import unicodedata

from pejl.calendar.stray_numbers import without_numbers

LONGEST = 1000
"""How many signs of a reason are kept."""
_UNSEEN = {"Cc", "Cf", "Cs"}


def one_line(written: str, longest: int = LONGEST) -> str:
    """What was written on one line, without signs that nobody sees or that turn the text, and without numbers.

    Numbers go before the text is cut, or half of one would be left.

    >>> one_line("Talt med borgeren\\n(010180-1234) i dag")
    'Talt med borgeren ([CPR-nummer skjult]) i dag'
    """
    return without_numbers(" ".join(without_unseen(written).split()))[:longest]


def without_unseen(written: str) -> str:
    """What was written without signs that nobody sees, that turn the text, or that make a terminal do something. Its
    lines stay.

    >>> without_unseen("Fejl\\x1b[31m i\\r\\ndata\\u200b")
    'Fejl[31m i\\ndata'
    """
    lines = written.replace("\r\n", "\n").split("\n")
    return "\n".join(map(_seen, lines))


def _seen(line: str) -> str:
    signs = (" " if sign.isspace() else sign for sign in line)
    return "".join(sign for sign in signs if unicodedata.category(sign) not in _UNSEEN)
