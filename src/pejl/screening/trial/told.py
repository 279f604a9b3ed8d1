"""How a trial is going, as it may be told on a page, in a file or in a case: no effect, no arm, and nothing of too few.

Counts of persons are to the nearest ten, and one to four is told as such, so that none follows from the others. What an
analysis says is told by `analysis_told`.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pejl.calendar.days import danish_day
from pejl.register.small_counts import Count, rounded
from pejl.screening.trial.changed import in_danish
from pejl.screening.trial.state import Drawn, Trial
from pejl.screening.trial.stopping import Says


@dataclass(frozen=True)
class SiteTold:
    """How many were drawn at a site."""

    word: str
    danish: str
    drawn: Count


@dataclass(frozen=True)
class LookTold:
    """A look that was made: when, and what was said. What the test was is not told before the trial is over."""

    number: int
    day: dt.date
    last: bool
    says: Says


@dataclass(frozen=True)
class Status:
    """How a trial is going. Nothing here tells of an effect, and nothing tells of an arm."""

    trial: Trial
    drawn: Count
    sites: tuple[SiteTold, ...]
    months: tuple[tuple[str, Count], ...]
    ends: Count | None
    """In both arms together; None where the register was not asked."""
    looks: tuple[LookTold, ...]
    next_look: int | None
    """The ends that the next look waits for."""
    complaints: Count
    opened: bool

    def as_data(self) -> dict[str, Any]:
        """For other programs."""
        protocol, version = self.trial.protocol, self.trial.versions[-1]
        return {
            "trial": self.trial.name,
            "title": protocol.title,
            "version": protocol.version,
            "sha256": version.sha256,
            "commitment": self.trial.commitment,
            "registered": self.trial.versions[0].at.date().isoformat(),
            "responsible": protocol.responsible,
            "model": protocol.model.model_dump(),
            "planned_persons": protocol.primary.persons,
            "planned_ends": protocol.primary.ends,
            "drawn": self.drawn.as_data(),
            "ends": self.ends.as_data() if self.ends else None,
            "sites": {site.word: site.drawn.as_data() for site in self.sites},
            "months": {month: count.as_data() for month, count in self.months},
            "complaints": self.complaints.as_data(),
            "looks": [
                {"number": each.number, "day": each.day.isoformat(), "last": each.last, "says": each.says.value}
                for each in self.looks
            ],
            "next_look": self.next_look,
            "amendments": [
                {
                    "version": v.protocol.version,
                    "day": v.at.date().isoformat(),
                    "changed": list(v.changed),
                    "why": v.why,
                }
                for v in self.trial.amendments
            ],
            "stopped": {"day": stop.at.date().isoformat(), "why": stop.why} if (stop := self.trial.stopped) else None,
            "seed_opened": self.opened,
        }


def status(trial: Trial, drawn: Sequence[Drawn], complaints: int, *, ends: int | None, next_look: int | None) -> Status:
    """How it is going. `ends` are those of both arms together, `next_look` what the next look waits for."""
    by_site = Counter(each.stratum.site for each in drawn)
    by_month = Counter(each.day.isoformat()[:7] for each in drawn)
    return Status(
        trial=trial,
        drawn=rounded(len(drawn)),
        sites=tuple(SiteTold(site.word, site.danish, rounded(by_site[site.word])) for site in trial.protocol.sites),
        months=tuple((month, rounded(count)) for month, count in sorted(by_month.items())),
        ends=None if ends is None else rounded(ends),
        looks=tuple(LookTold(look.number, look.at.date(), look.last, Says(look.says)) for look in trial.looks),
        next_look=next_look,
        complaints=rounded(complaints),
        opened=trial.seed is not None,
    )


def amendments_of(trial: Trial) -> tuple[str, ...]:
    """A Danish sentence for each change after the first draw, as the analysis tells it."""
    return tuple(
        f"Version {each.protocol.version} ({danish_day(each.at.date())}, {each.who}) ændrede "
        f"{', '.join(in_danish(each.changed))}: {each.why}"
        for each in trial.amendments
    )
