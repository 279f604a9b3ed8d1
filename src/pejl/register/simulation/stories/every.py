"""All stories, kind by kind."""

from __future__ import annotations

import datetime as dt

from pejl.register.simulation.stories import (
    dagpenge_2024,
    dagpenge_2026,
    dagpenge_under_way,
    exemptions,
    flex_jobs,
    informing,
    moves,
    offers_2024,
    offers_2026,
    old_schemes,
    sick_leave,
    talks_2024,
    talks_2026,
    work_duty,
)
from pejl.register.simulation.stories.story import Story

STORIES: tuple[Story, ...] = (
    *dagpenge_2024.STORIES,
    *dagpenge_under_way.STORIES,
    *dagpenge_2026.STORIES,
    *offers_2024.STORIES,
    *offers_2026.STORIES,
    *talks_2024.STORIES,
    *talks_2024.OVER_THE_REFORM,
    *talks_2026.STORIES,
    *moves.STORIES,
    *old_schemes.STORIES,
    *sick_leave.STORIES,
    *exemptions.STORIES,
    *flex_jobs.STORIES,
    *work_duty.STORIES,
    *informing.STORIES,
)


def within(first: dt.date, last: dt.date) -> tuple[Story, ...]:
    """The stories that lie within the days of which the source tells."""
    return tuple(each for each in STORIES if first.isoformat() <= each.first and each.last <= last.isoformat())
