"""Several things in one sentence, as Danish lists them."""

from __future__ import annotations

from collections.abc import Iterable


def in_a_row(things: Iterable[object], last: str = "og") -> str:
    """The things with commas between them, and a word before the last.

    >>> in_a_row([1, 2, 4]), in_a_row(["rød", "grøn"], "eller"), in_a_row([])
    ('1, 2 og 4', 'rød eller grøn', '')
    """
    words = [str(thing) for thing in things]
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)
