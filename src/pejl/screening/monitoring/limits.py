"""What a model in use must keep to, and what happens where it does not. The reasons stand with the numbers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Level(IntEnum):
    """How grave something is."""

    GOOD = 0
    LOOK = 1
    """Somebody should look at it at the next occasion."""
    ALARM = 2
    """Somebody must look at it now; the model stays in use meanwhile."""
    SUSPEND = 3
    """The model goes out of use at once, until a person has found out why."""

    @property
    def danish(self) -> str:
        """The word on the site."""
        return {
            Level.GOOD: "I orden",
            Level.LOOK: "Se på det",
            Level.ALARM: "Alarm",
            Level.SUSPEND: "Taget ud af brug",
        }[self]


@dataclass(frozen=True)
class Limits:
    """The limits. An installation may set narrower ones, never wider (`tightened`)."""

    drift_look: float = 0.10
    drift_alarm: float = 0.25
    """The usual marks of the population stability index in credit scoring; never under what chance alone makes."""

    ratio_alarm: float = 0.15
    ratio_suspend: float = 0.30
    """How far observed over expected may be from 1 beyond its whole interval, among those whose advice was withheld.
    Among all, where help is meant to lower it, only what is above counts."""

    surprise_alarm: float = 3.0
    """Standard deviations of the running sum of observed minus expected; 3 is hardly ever reached by chance."""

    group_alarm: float = 0.25
    """As `ratio_alarm`, for a single group by sex, age or family."""

    released_long: float = 0.10
    """The share of those released that may turn out long: above it with its whole interval, releasing must end."""

    agree_least: float = 0.30
    """Where less is followed, the advice is of no use."""
    agree_most: float = 0.97
    """Where more is followed, nobody seems to decide."""
    leaning: float = 0.15
    """How much more people may agree with what they see than with what they do not see."""
    quick: float = 0.25
    """The share of decisions within ten seconds of seeing the advice."""

    abstained: float = 0.30
    """The share of sick leaves that get no score: above it the model does not fit those who come."""
    days_without_data: int = 45
    """Days since the register's newest delivery: a score on older data is of another person's situation."""

    def tightened(self, **limits: float) -> Limits:
        """With limits of the installation's own. Raises `ValueError`, a sentence, for one that is wider or unknown."""
        found = dict(vars(self))
        for name, value in limits.items():
            if name not in found:
                raise ValueError(f"There is no limit {name!r}. The limits are: {', '.join(found)}.")
            upwards = name == "agree_least"
            if (value < found[name]) if upwards else (value > found[name]):
                raise ValueError(f"The limit {name} is {found[name]}; it may be made narrower, not wider ({value}).")
            found[name] = value
        return Limits(**found)
