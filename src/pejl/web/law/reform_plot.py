"""The distribution as a picture: a bar for each band, made here so that no script and no style is needed.

The same numbers stand in the table beside it. Colours are the text's own, so it is seen in print and in the dark.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pejl.calendar.numbers import danish_number
from pejl.casework.reform.reform import Band
from pejl.web.page.register_words import count_word

WIDTH, LABELS, NUMBERS, LINE, THICK = 320, 132, 48, 26, 16
"""Units of the picture: its width, the room for words left and numbers right, a line's height, a bar's thickness."""


@dataclass(frozen=True)
class Bar:
    """A band's bar: where it lies, its words and its number. `less` is filled, more is an outline."""

    words: str
    number: str
    less: bool
    top: int
    text: int
    width: str
    after: str


@dataclass(frozen=True)
class Plot:
    """All bars, and how high the picture is."""

    bars: tuple[Bar, ...]
    height: int
    width: int = WIDTH
    labels: int = LABELS
    start: int = LABELS + 6
    thick: int = THICK


def plot(bands: Sequence[Band]) -> Plot:
    """The bands as bars, the greatest as long as there is room for."""
    most = max((band.told.persons.nearest for band in bands), default=1)
    room = WIDTH - LABELS - NUMBERS - 6
    bars = tuple(_bar(place, band, room * band.told.persons.nearest / most) for place, band in enumerate(bands))
    return Plot(bars, len(bars) * LINE + 4)


def _bar(place: int, band: Band, width: float) -> Bar:
    top = place * LINE + 4
    end = f"{LABELS + 6 + width + 4:.1f}"
    less = band.most is not None and band.most <= 0
    return Bar(band_words(band), count_word(band.told.persons), less, top, top + THICK - 3, f"{width:.1f}", end)


def band_words(band: Band) -> str:
    """A band in words: "-1.000 til -500", "over 5.000"."""
    if band.least is None and band.most is not None:
        return f"under {danish_number(band.most)}"
    if band.most is None and band.least is not None:
        return f"over {danish_number(band.least)}"
    return f"{danish_number(band.least or 0)} til {danish_number(band.most or 0)}"
