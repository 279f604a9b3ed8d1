"""What a physician might plausibly answer about a case, if asked: from an early end to a late one."""

from __future__ import annotations

import numpy as np

from pejl.screening.advice.facts import Facts
from pejl.screening.advice.policy import Policy

LATEST = 260.0
"""The most weeks that the register takes."""


TRIED = 5
"""How many answers are tried, the ends among them."""


def plausible(facts: Facts, policy: Policy) -> tuple[float, ...]:
    """Answers to try, the earliest first: weeks from the first day of absence, later than now.

    They go from so many times shorter to so many times longer than citizen and employer expect, or, where neither said
    anything, from the one to the other number of weeks that the policy names.
    """
    gone = facts.weeks_gone
    told = [weeks for weeks in (facts.by_citizen, facts.by_employer) if weeks is not None]
    soon = min(told) / policy.physician_factor if told else gone + policy.physician_soon
    late = max(told) * policy.physician_factor if told else gone + policy.physician_late
    soon = min(max(soon, gone + 1.0), LATEST)
    late = min(max(late, soon + 1.0), LATEST)
    return tuple(float(weeks) for weeks in np.linspace(soon, late, TRIED))
