"""Plots as SVG: lines and dots in the text's own colour, told apart by their form. The numbers are in a table beside.

No script and no style is needed, so the site's content security policy holds, and a print shows the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from pejl.calendar.numbers import danish_number

WIDTH, HEIGHT, LEFT, BELOW, ABOVE = 360, 312, 46, 40, 26
"""Units of the picture: its size, and the room left, below and above the field."""
DASHES = {"model": "", "all": "8 4", "none": "2 4", "ask_first": "12 4 2 4"}
Points = Sequence[tuple[float, float]]


def calibration_plot(points: Points, title: str, ident: str) -> str:
    """Chance across, what came upwards; on the slanting line they are the same."""
    field = _Field(0, 1, 0, 1)
    line = f'<path d="{field.path([(0, 0), (1, 1)])}" stroke="currentColor" stroke-dasharray="4 4" fill="none"></path>'
    dots = "".join(
        f'<circle cx="{field.x(chance)}" cy="{field.y(share)}" r="4" fill="currentColor"></circle>'
        for chance, share in points
    )
    axes = field.axes([0, 0.25, 0.5, 0.75, 1], [0, 0.25, 0.5, 0.75, 1], "Chance ifølge modellen", "Andel, der kom")
    return _svg(title, ident, axes + line + dots)


def benefit_plot(curves: Mapping[str, Points], names: Mapping[str, str], title: str, ident: str) -> str:
    """Threshold across, net benefit upwards: a line for each way of deciding."""
    most = max((value for points in curves.values() for _, value in points), default=0.1)
    right = max((threshold for points in curves.values() for threshold, _ in points), default=1.0)
    least = -most / 4
    field = _Field(0, right, least, most)
    lines = "".join(
        f'<path d="{field.path([point for point in points if point[1] >= least])}" stroke="currentColor" '
        f'stroke-width="{2 if name == "model" else 1}" stroke-dasharray="{DASHES.get(name, "1 2")}" fill="none"></path>'
        for name, points in curves.items()
        if points
    )
    key = "".join(_key(place, name, names.get(name, name)) for place, name in enumerate(curves))
    steps = [right * part / 4 for part in range(5)]
    axes = field.axes(steps, [0, most / 2, most], "Grænse for at gøre noget", "Nettogevinst")
    return _svg(title, ident, axes + lines + key)


class _Field:
    """Where numbers lie in the picture."""

    def __init__(self, left: float, right: float, low: float, high: float) -> None:
        self.left, self.right, self.low = left, max(right, left + 1e-9), low
        self.high = max(high, low + 1e-9)

    def x(self, value: float) -> str:
        share = (value - self.left) / (self.right - self.left)
        return f"{LEFT + share * (WIDTH - LEFT - 12):.1f}"

    def y(self, value: float) -> str:
        share = (value - self.low) / (self.high - self.low)
        return f"{HEIGHT - BELOW - share * (HEIGHT - BELOW - ABOVE):.1f}"

    def path(self, points: Points) -> str:
        return " ".join(f"{'L' if at else 'M'}{self.x(x)} {self.y(y)}" for at, (x, y) in enumerate(points))

    def axes(self, across: Sequence[float], up: Sequence[float], below: str, beside: str) -> str:
        base, side = self.y(self.low), self.x(self.left)
        lines = (
            f'<path d="M{side} {ABOVE} L{side} {base} L{WIDTH - 12} {base}" stroke="currentColor" fill="none"></path>'
        )
        numbers = "".join(_text(self.x(at), f"{float(base) + 16:.1f}", _short(at), "middle") for at in across)
        numbers += "".join(_text(f"{float(side) - 6:.1f}", self.y(at), _short(at), "end") for at in up)
        middle = f"{(LEFT + WIDTH) / 2:.1f}"
        return lines + numbers + _text(middle, f"{HEIGHT - 6}", below, "middle") + _text("4", "10", beside, "start")


def _key(place: int, name: str, words: str) -> str:
    """A line's form beside its name."""
    top = ABOVE + 14 + place * 16
    line = (
        f'<path d="M{WIDTH - 150} {top} L{WIDTH - 118} {top}" stroke="currentColor" '
        f'stroke-width="{2 if name == "model" else 1}" stroke-dasharray="{DASHES.get(name, "1 2")}"></path>'
    )
    return line + _text(str(WIDTH - 112), str(top + 4), words, "start")


def _text(x: str, y: str, words: str, anchor: str) -> str:
    return f'<text x="{x}" y="{y}" font-size="11" text-anchor="{anchor}" fill="currentColor">{escape(words)}</text>'


def _short(value: float) -> str:
    return danish_number(round(value, 3), 2)


def _svg(title: str, ident: str, inside: str) -> str:
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img" '
        f'aria-labelledby="{ident}-title {ident}-told" focusable="false">'
        f'<title id="{ident}-title">{escape(title)}</title>'
        f'<desc id="{ident}-told">De samme tal står i tabellen ved siden af.</desc>{inside}</svg>'
    )
