"""The published levels that the municipality is calibrated to, each with its day and its source.

They hold for about 70,000 inhabitants; for another number they are scaled. Which minutes a level is from is told; the
sentences of the minutes are not copied.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

INHABITANTS = 70_000
"""The number of inhabitants that the levels belong to."""

NOVEMBER = dt.date(2025, 11, 30)
YEAR_END = dt.date(2025, 12, 31)
STU_DAY = dt.date(2024, 12, 31)
COMPLAINTS_YEAR = 2025

TOLERANCE = 0.05


@dataclass(frozen=True)
class Level:
    """A published level: what is counted (`name`), when, and how many. A `share` is not scaled."""

    name: str
    meaning: str
    day: dt.date
    published: float
    source: str
    share: bool = False

    def for_inhabitants(self, inhabitants: int) -> float:
        """The level in a municipality of another size."""
        return self.published if self.share else self.published * inhabitants / INHABITANTS


_MAY, _DECEMBER, _MARCH = "minutes of 06.05.2026", "minutes of 03.12.2025", "minutes of 04.03.2026"

LEVELS = (
    Level("dagpenge", "on dagpenge", NOVEMBER, 967, f"{_MAY}, item 4"),
    Level("dagpenge_under_3", "of them under three months, percent", NOVEMBER, 40, f"{_MAY}, item 4", share=True),
    Level("jobparat", "job-ready on kontanthjælp", NOVEMBER, 113, f"{_MAY}, item 4"),
    Level("kontanthjaelp", "on kontanthjælp", NOVEMBER, 800, f"{_DECEMBER}, item 2 (about)"),
    Level("aktivitetsparat", "of them activity-ready (LAB § 6, nr. 3 and 5)", NOVEMBER, 550, f"{_DECEMBER}, item 2"),
    Level("mindstesats", "of them on mindstesats", NOVEMBER, 190, f"{_DECEMBER}, item 2"),
    Level("dagpenge_sygedagpenge", "on dagpenge or sygedagpenge", NOVEMBER, 2000, f"{_DECEMBER}, item 2 (about)"),
    Level("long_term", "long-term unemployed", NOVEMBER, 890, _DECEMBER),
    Level("ips", "in IPS", YEAR_END, 103, f"{_MARCH}, item 4"),
    Level("ips_aftercare", "of them in aftercare", YEAR_END, 12, f"{_MARCH}, item 4"),
    Level("complaints", "complaints decided by Ankestyrelsen in 2025", YEAR_END, 164, f"{_MAY}, item 6"),
    Level("upheld", "of them upheld", YEAR_END, 144, f"{_MAY}, item 6"),
    Level("changed", "of them changed", YEAR_END, 12, f"{_MAY}, item 6"),
    Level("sent_back", "of them sent back", YEAR_END, 8, f"{_MAY}, item 6"),
    Level("stu", "in STU", STU_DAY, 95, f"{_DECEMBER}, item 5"),
    Level("stu_transport", "of them with transport", STU_DAY, 26, f"{_DECEMBER}, item 5"),
)

LONG_WEEKS, LONG_SHARE = 52, 0.8
"""Long-term unemployed on a day: on dagpenge or kontanthjælp that day (of any visitation), and on one of dagpenge,
kontanthjælp, uddannelseshjælp and selvforsørgelses- og hjemrejseydelse for at least 80 percent of the last 52 weeks."""


def level(name: str) -> Level:
    """The level of that name."""
    return next(each for each in LEVELS if each.name == name)


def target(name: str, inhabitants: int) -> int:
    """How many that is in a municipality of that size, as a whole number."""
    return round(level(name).for_inhabitants(inhabitants))
