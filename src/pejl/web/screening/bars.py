"""What a reason adds or takes, as a picture: a bar from the middle, to the right for more and to the left for less.

Lengths are attributes of SVG and no styles, so that the content security policy holds. The numbers stand beside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 200
"""How many units the picture is wide; the middle is nought."""
_LEAST = 0.02
"""The scale of a picture: the longest bar, but no less than this, so that a trifle does not look great."""


@dataclass(frozen=True)
class Swing:
    """Where a bar begins and how long it is, in units of the picture, written as SVG takes them."""

    start: str
    length: str
    more: bool


def swings(shares: Sequence[float]) -> tuple[Swing, ...]:
    """The bars of shares that stand together, all to one scale."""
    scale = max([_LEAST, *map(abs, shares)])
    return tuple(_swing(share / scale) for share in shares)


def _swing(part: float) -> Swing:
    length = abs(part) * WIDTH / 2
    start = WIDTH / 2 if part >= 0 else WIDTH / 2 - length
    return Swing(f"{start:.1f}", f"{length:.1f}", part >= 0)
