"""All duties of the employment effort, dated: what is owed to whom, how often, by when, and what counts."""

from __future__ import annotations

from pejl.law.duty import Duty
from pejl.law.indsats import offers, talks_dagpenge, talks_others, upkeep

DUTIES: tuple[Duty, ...] = (*talks_dagpenge.DUTIES, *talks_others.DUTIES, *offers.DUTIES, *upkeep.DUTIES)
