"""What is counted of the deadlines of one duty, before anything is hidden because it is small."""

from __future__ import annotations

from dataclasses import dataclass

ALL = ""
"""The word of the part that is everything."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Deadlines of one duty whose last day has passed, within one part (a team, a target group, a month; `ALL`).

    `kept` and `broken` are deadlines, `persons_kept` and `persons_broken` how many different people they are of, and
    `persons` all of them. `excused` were exempt by the law, `recorded` by a person who recorded the reason; `lapsed`
    ended with a change of the law or with the case before the last day.
    """

    duty: str
    part: str
    kept: int
    broken: int
    persons: int
    persons_kept: int
    persons_broken: int
    excused: int = 0
    recorded: int = 0
    lapsed: int = 0

    @property
    def judged(self) -> int:
        """The deadlines that were either kept or not."""
        return self.kept + self.broken
