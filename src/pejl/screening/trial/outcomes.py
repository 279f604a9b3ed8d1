"""What became of those who were drawn, as arrays: nobody's name, one place for each, analysed as drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

import numpy as np

from pejl.screening.spells import NOT_ENDED, Bools, Floats, Ints

Texts: TypeAlias = np.ndarray[Any, np.dtype[np.str_]]


@dataclass(frozen=True)
class Event:
    """When something first happened to each, in weeks from the draw, or until when it was looked for; and whether."""

    time: Floats
    seen: Bools

    def only(self, kept: Bools) -> Event:
        """Some of them."""
        return Event(self.time[kept], self.seen[kept])

    def until(self, weeks: Floats) -> Event:
        """As it was known after so many weeks from each draw."""
        return Event(np.minimum(self.time, weeks), self.seen & (self.time <= weeks))


@dataclass(frozen=True)
class Outcomes:
    """Weeks are from the draw. `arm` is 0 for the control and 1 for what is tried; `exit` is the place in the list of
    exits, or `NOT_ENDED`. `entered` is when each was drawn, in weeks from the trial's first day. `harms` are by word;
    `covariates` what was known at the draw, for the adjusted analysis."""

    arm: Ints
    site: Texts
    band: Ints
    stratum: Ints
    time: Floats
    exit: Ints
    entered: Floats
    harms: Mapping[str, Event] = field(default_factory=dict)
    covariates: Mapping[str, Floats] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.arm)

    def only(self, kept: Bools) -> Outcomes:
        """Some of them."""
        return replace(
            self,
            arm=self.arm[kept],
            site=self.site[kept],
            band=self.band[kept],
            stratum=self.stratum[kept],
            time=self.time[kept],
            exit=self.exit[kept],
            entered=self.entered[kept],
            harms={word: event.only(kept) for word, event in self.harms.items()},
            covariates={name: values[kept] for name, values in self.covariates.items()},
        )

    def within(self, weeks: float) -> Outcomes:
        """Each followed for so many weeks from the draw and no longer."""
        return self._until(np.full(len(self), weeks))

    def known_at(self, week: float) -> Outcomes:
        """What was known so many weeks after the trial began: those drawn by then, followed until then."""
        drawn = self.only(self.entered < week)
        return drawn._until(week - drawn.entered)

    def ended_by(self, places: tuple[int, ...]) -> Bools:
        """Who was seen to end in one of these ways."""
        return np.isin(self.exit, places)

    def _until(self, weeks: Floats) -> Outcomes:
        return replace(
            self,
            time=np.minimum(self.time, weeks),
            exit=np.where(self.time <= weeks, self.exit, NOT_ENDED),
            harms={word: event.until(weeks) for word, event in self.harms.items()},
        )
