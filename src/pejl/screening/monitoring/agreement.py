"""Whether people decide, or the advice does: how often it is followed, and what they say when they cannot see it.

Where an advice was withheld (shadow cases), the person's own assessment cannot have been led by it. If own assessments
agree with the advice much more often when it is shown than when it is not, people lean on it (automation bias). Where
hardly anybody follows it, it is of no use. Both are told of teams and never of one person.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pejl.register.intervals import Interval, newcombe, wilson


@dataclass(frozen=True)
class Decided:
    """What a person concluded about one advice: whether it was hidden from them, whether they agree with it in the end,
    and the seconds from seeing it to deciding (None where it was hidden)."""

    kind: str
    team: str
    withheld: bool
    agrees: bool
    seconds: float | None = None


@dataclass(frozen=True)
class Agreement:
    """How often people agree with what is advised: shown, withheld, and the difference with its interval (95 percent,
    after Newcombe). None where a side has too few. `quick` is the share of decisions within ten seconds of seeing."""

    kind: str
    team: str
    shown: int
    shown_agree: int
    withheld: int
    withheld_agree: int
    difference: Interval | None
    quick: float | None

    @property
    def share(self) -> Interval | None:
        """The share that agrees when the advice is shown, with its interval; None where nobody decided."""
        return wilson(self.shown_agree, self.shown)


FEWEST = 20
"""Of fewer decisions on either side no difference is told."""
QUICK = 10.0
"""Seconds within which nobody has read the reasons."""
ALL = ""
"""All teams together."""


def agreements(decided: Sequence[Decided]) -> tuple[Agreement, ...]:
    """By kind of advice: for all teams together, then for each team with enough decisions to be told of."""
    kinds = sorted({each.kind for each in decided})
    teams = sorted({each.team for each in decided if each.team})
    found = [_agreement(decided, kind, team) for kind in kinds for team in (ALL, *teams)]
    return tuple(each for each in found if not each.team or each.shown + each.withheld >= FEWEST)


def _agreement(decided: Iterable[Decided], kind: str, team: str) -> Agreement:
    mine = [each for each in decided if each.kind == kind and team in (ALL, each.team)]
    shown, hidden = [each for each in mine if not each.withheld], [each for each in mine if each.withheld]
    agree, blind = sum(each.agrees for each in shown), sum(each.agrees for each in hidden)
    enough = len(shown) >= FEWEST and len(hidden) >= FEWEST
    difference = newcombe(agree, len(shown), blind, len(hidden)) if enough else None
    seconds = [each.seconds for each in shown if each.seconds is not None]
    quick = sum(each < QUICK for each in seconds) / len(seconds) if len(seconds) >= FEWEST else None
    return Agreement(kind, team, len(shown), agree, len(hidden), blind, difference, quick)
