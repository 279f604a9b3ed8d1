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
    seen = "".join(sign for sign in written if sign.isspace() or unicodedata.category(sign) not in _UNSEEN)
    return without_numbers(" ".join(seen.split()))[:longest]
