"""The law that an assessment is made under: that of the day, read as the policy says where it is not settled."""

from __future__ import annotations

import datetime as dt

from pejl.law.law import law
from pejl.law.law_day import LawOnDay
from pejl.screening.advice.policy import Policy


def law_for(policy: Policy, day: dt.date) -> LawOnDay:
    """The law of the day under the policy's scenario; without one, what is not settled refuses."""
    return law().on(day, scenario=policy.law_scenario or None)
