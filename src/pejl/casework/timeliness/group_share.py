"""Group duties: what is owed to a share of a group is judged for the group, not for one person at a time.

From 01.07.2026 at least 75 percent of a group must have had their talks, or their offer. The law asks for a recorded
reason where a citizen is left out. So the group is everybody to whom the duty was owed and whom no exception of the law
takes out of it; who has a recorded exemption is in the group, is not served, and lacks nothing.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.casework.timeliness.counted import Counted
from pejl.casework.timeliness.counting import counted
from pejl.law.duty import Duty
from pejl.register.small_counts import FEW, Count, as_it_is, rounded

if TYPE_CHECKING:
    import ibis
else:
    ibis = when_used.module("ibis")


@dataclass(frozen=True, slots=True)
class GroupJudged:
    """One group duty of a time: how many it was owed to, how many had it, and whether that is enough.

    `recorded` have an exemption with a reason, `lacking` neither. `to_reach` is how many more would have had to be
    served for the mark to be met. What becomes of a single person is no breach of a group duty.
    """

    group: str
    duties: tuple[str, ...]
    mark: float
    of: int
    served: int
    recorded: int

    @property
    def share(self) -> float | None:
        """Served of all; None where it was owed to nobody."""
        return self.served / self.of if self.of else None

    @property
    def needed(self) -> int:
        """The fewest that meet the mark."""
        return math.ceil(Fraction(str(self.mark)) * self.of)

    @property
    def met(self) -> bool | None:
        """Whether the mark is met: the mark itself is enough. None where it was owed to nobody."""
        return self.served >= self.needed if self.of else None

    @property
    def to_reach(self) -> int:
        """How many are missing up to the mark."""
        return max(0, self.needed - self.served)

    @property
    def lacking(self) -> int:
        """Those who have neither what is owed nor a recorded reason."""
        return self.of - self.served - self.recorded


@dataclass(frozen=True, slots=True)
class GroupTold:
    """A group duty as it may be shown to somebody who looks no person up. Of one to four persons nothing is told."""

    group: str
    duties: tuple[str, ...]
    mark: float
    of: Count
    served: Count
    recorded: Count
    lacking: Count
    to_reach: Count
    share: float | None
    met: bool | None


def group_told(judged: GroupJudged, totals: Sequence[Counted]) -> GroupTold:
    """The group as it may be shown: exact, or rounded where one of its numbers is small.

    So it is where few were kept or broken before a share was enough: they follow from the `totals` of its duties.
    """
    numbers = (judged.of, judged.served, judged.recorded, judged.lacking)
    before = (sum(each.kept for each in totals) - judged.served, sum(each.broken for each in totals) - judged.lacking)
    small = any(0 < each < FEW for each in (*numbers, *before))
    of, served, recorded, lacking, to_reach = (
        (rounded if small else as_it_is)(each) for each in (*numbers, judged.to_reach)
    )
    hidden = 0 < judged.of < FEW
    return GroupTold(
        judged.group,
        judged.duties,
        judged.mark,
        of,
        served,
        recorded,
        lacking,
        to_reach,
        None if small else judged.share,
        None if hidden else judged.met,
    )


def groups_judged(fallen: ibis.Table, duties: Sequence[Duty], excuses: Collection[str]) -> list[GroupJudged]:
    """Every group duty to which somebody was owed something, by the version in whose force each last day lies."""
    found: dict[tuple[str, float], list[Counted]] = {}
    for duty in duties:
        if duty.group_share is not None:
            rows = fallen.filter(fallen.duty == duty.name, fallen.due >= ibis.date(duty.force.since))
            if duty.force.until is not None:
                rows = rows.filter(rows.due <= ibis.date(duty.force.until))
            found.setdefault((duty.group or duty.name, duty.group_share), []).extend(counted(rows, None, excuses))
    return [_judged(group, mark, counts) for (group, mark), counts in found.items() if counts]


def _judged(group: str, mark: float, counts: Sequence[Counted]) -> GroupJudged:
    return GroupJudged(
        group,
        tuple(sorted({each.duty for each in counts})),
        mark,
        of=sum(each.judged + each.recorded for each in counts),
        served=sum(each.kept for each in counts),
        recorded=sum(each.recorded for each in counts),
    )
