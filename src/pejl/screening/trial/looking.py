"""When a trial may be looked at, and what the look is held against. Looking more often than was promised is refused."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

from pejl.calendar.days import danish_day
from pejl.calendar.numbers import danish_number
from pejl.screening.trial.state import Trial
from pejl.screening.trial.statistics.bounds import next_bound


class NotYet(ValueError):
    """It is too soon for the next look. `str()` says what it waits for, in Danish, and tells of no effect."""


@dataclass(frozen=True)
class Due:
    """A look that may be made: its number, whether it is the last, and the bounds of effect and of harm.

    `again` is that the last look was made before: it is told again with its own bounds, and counted no more.
    """

    number: int
    last: bool
    bound: float
    harm_bound: float
    again: bool = False


def due(trial: Trial, ends: int, known: dt.date) -> Due:
    """The look that may be made with so many ends, as they were known on a day. Raises `NotYet`."""
    protocol, made = trial.protocol, trial.looks
    if made and made[-1].last:
        return Due(made[-1].number, True, made[-1].bound, made[-1].harm_bound, again=True)
    last = _is_last(trial, ends, known)
    number = len(made) + 1
    if not last:
        _see_is_due(trial, ends, number)
    planned = protocol.primary.ends
    share = max(ends, 1) / planned
    before = [look.ends / planned for look in made]
    share = max(share, (before[-1] if before else 0) + 1 / planned)
    bound, harm_bound = (
        next_bound(before, used, share, alpha, protocol.looks.bound, last=last)
        for used, alpha in (
            ([look.bound for look in made], protocol.primary.alpha / 2),
            ([look.harm_bound for look in made], protocol.harm_alpha),
        )
    )
    return Due(number, last, bound, harm_bound)


def ends_for(trial: Trial, number: int) -> int:
    """How many ends the look of that number waits for."""
    at = trial.protocol.looks.at
    return math.ceil(at[min(number, len(at)) - 1] * trial.protocol.primary.ends)


def _is_last(trial: Trial, ends: int, known: dt.date) -> bool:
    """Whether nothing more is waited for: all ends are there, the follow-up is over, or the trial was stopped."""
    return ends >= trial.protocol.primary.ends or trial.over(known)


def _see_is_due(trial: Trial, ends: int, number: int) -> None:
    at = trial.protocol.looks.at
    if number < len(at) and ends >= ends_for(trial, number):
        return
    wanted = ends_for(trial, number)
    raise NotYet(
        f"Det næste kig er nummer {number} af {len(at)} og venter på {danish_number(wanted)} afslutninger eller på, at "
        f"forsøget er fulgt til ende {danish_day(trial.protocol.ends)}. Før er der intet at se."
    )
