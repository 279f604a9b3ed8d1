"""Between which bounds the number lies that a printed figure was rounded from.

"7 pct." stands for anything from 6.5 to 7.5, "1,23 mio. kr." for 1.225 to 1.235, "43.000 borgere" for 42,500 to 43,500,
and "knap 7 pct." for something below 7. A count below a thousand is what it says.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from pejl.calendar.hedges import Blur

HALF = Fraction(1, 2)
_NEAR = Fraction(7, 100)
"""How far off "ca." may be, as a part of the number: "ca. 550" is 512 to 588."""
_BESIDE = Fraction(10, 100)
"""How far below "knap" and above "godt" may be, as a part of the number."""
_ROUNDED_AT_MOST = Fraction(5, 100)
"""A count that ends in noughts is hardly rounded by more than this part of itself."""
_ROUND_COUNT = 1000


@dataclass(frozen=True, slots=True)
class Bounds:
    """From `low` to `high`, both included. `high` None is no upper bound ("mere end 60 pct.")."""

    low: Fraction
    high: Fraction | None

    def meets(self, other: Bounds) -> bool:
        """Whether some number lies between both pairs of bounds."""
        return (other.high is None or self.low <= other.high) and (self.high is None or other.low <= self.high)

    def plus(self, other: Bounds) -> Bounds:
        """The bounds of the sum of two numbers."""
        high = None if self.high is None or other.high is None else self.high + other.high
        return Bounds(self.low + other.low, high)

    def size(self) -> Bounds:
        """The bounds of the number without its sign."""
        if self.low >= 0 or self.high is None:
            return self
        if self.high <= 0:
            return Bounds(-self.high, -self.low)
        return Bounds(Fraction(0), max(-self.low, self.high))

    def complement(self) -> Bounds:
        """The bounds of what is left of a hundred."""
        return Bounds(Fraction(0) if self.high is None else 100 - self.high, 100 - self.low)

    def widened(self, by: Fraction) -> Bounds:
        """The bounds moved apart by `by` at both ends."""
        return Bounds(self.low - by, None if self.high is None else self.high + by)


def exactly(value: Fraction) -> Bounds:
    """Bounds with nothing between them."""
    return Bounds(value, value)


def rounded(value: Fraction, step: Fraction, blur: Blur | None = None) -> Bounds:
    """The bounds of a number that was printed as `value` with a last digit worth `step`, blurred by words or not."""
    return _blurred(value, step * HALF, max(step, _round_step(value, step)), blur)


def counted(value: Fraction, blur: Blur | None = None, *, measured: bool = False) -> Bounds:
    """The bounds of a count. A `measured` one (full-time persons) is rounded from decimals even when it is small."""
    slack = _count_slack(value)
    if measured and value.denominator == 1:
        slack = max(slack, HALF)
    return _blurred(value, slack, Fraction(1), blur)


def percent_of(part: Bounds, whole: Bounds) -> Bounds | None:
    """What `part` may be in hundredths of `whole`; None where the whole may be nothing."""
    if whole.low <= 0:
        return None
    low = Fraction(0) if whole.high is None else 100 * part.low / whole.high
    return Bounds(low, None if part.high is None else 100 * part.high / whole.low)


def _blurred(value: Fraction, slack: Fraction, step: Fraction, blur: Blur | None) -> Bounds:
    low, high = value - slack, value + slack
    beside = max(step, abs(value) * _BESIDE)
    match blur:
        case None:
            return Bounds(low, high)
        case Blur.ABOUT:
            near = max(step, abs(value) * _NEAR)
            return Bounds(low - near, high + near)
        case Blur.JUST_BELOW:
            return Bounds(low - beside, high)
        case Blur.JUST_ABOVE:
            return Bounds(low, high + beside)
        case Blur.AT_MOST:
            return Bounds(min(Fraction(0), low), high)
        case Blur.AT_LEAST:
            return Bounds(low, None)


def _round_step(value: Fraction, step: Fraction) -> Fraction:
    """Half the coarser step that a round number may have been rounded to: "ca. 70 pct." to tens, "ca. 25" to fives."""
    if value == 0:
        return Fraction(0)
    for coarse, width in ((10, Fraction(3)), (5, Fraction(5, 2))):
        if value % (coarse * step) == 0:
            return min(width * step, abs(value) * 3 / 10)
    return Fraction(0)


def _count_slack(value: Fraction) -> Fraction:
    """Half of what a count's last digit other than nought is worth, where it has noughts enough to be rounded."""
    if value.denominator != 1:
        return HALF / 10
    number = int(value)
    if number < _ROUND_COUNT or number % 100:
        return Fraction(0)
    step = 100
    while number % (step * 10) == 0:
        step *= 10
    return min(step * HALF, number * _ROUNDED_AT_MOST)
