"""Shares as pictures: a bar from nought to a hundred percent, with its interval and its mark. The numbers stand beside.

Lengths are attributes of SVG and no styles, so that the content security policy holds.
"""

from __future__ import annotations

from dataclasses import dataclass

WIDTH = 200
"""How many units of the picture are a hundred percent."""


@dataclass(frozen=True)
class Bar:
    """Where things lie on the bar, in units of the picture, written as SVG takes them. "" leaves a thing out."""

    share: str
    least: str
    between: str
    mark: str


def bar(share: float | None, least: float | None, most: float | None, mark: float | None = None) -> Bar:
    """The bar of a share; of one that is only known to lie between bounds, the bounds alone."""
    between = _units(most - least) if least is not None and most is not None else ""
    return Bar(_units(share), _units(least) if between else "", between, _units(mark))


def _units(share: float | None) -> str:
    return "" if share is None else f"{share * WIDTH:.1f}"
