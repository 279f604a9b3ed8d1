"""Who is flagged for early effort: a chance at or over the policy's threshold."""

from __future__ import annotations

from typing import Protocol

from pejl.screening.spells import Bools, Floats


class Threshold(Protocol):
    """What groups need to know of a policy."""

    @property
    def early_effort_from(self) -> float:
        """The chance at and over which early effort is advised."""


def flagged_at(chances: Floats, policy: Threshold) -> Bools:
    """Which spells would be flagged."""
    return chances >= policy.early_effort_from
