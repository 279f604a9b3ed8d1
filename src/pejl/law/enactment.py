"""An act that brought rules in or took them out: its name, and the day on which one could know of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Enactment:
    """What changed the law: »lov nr. 1655 af 30. december 2024«, or a bill.

    `known` is the day of promulgation (for a bill the day it was put forward): before it nobody could apply what it
    brings, and what it takes out still seemed to go on. It is not the day of commencement, which stands on each rule.
    """

    name: str
    known: dt.date
    source: str


LONG_KNOWN = Enactment(
    "Gældende før 2023", dt.date(2000, 1, 1), "Regler, hvis vedtagelse ligger før det, Pejl regner på"
)
"""For rules whose adoption lies before all that Pejl judges: known on every day that can be asked for."""
