"""From log-odds by band to chances by time: of still running, and of having left by each exit, for those who run at
entry. Within a band the hazard is constant, so entry and time may lie anywhere; the last band goes on for ever."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pejl.screening.spells import Floats


@dataclass(frozen=True)
class Course:
    """How spells go on from their entry, by band. `hazard` and `split` are exits by spells by bands: the chance of
    leaving by an exit in a whole band, and the exit's part of all who leave in it. `summed` is the cumulated hazard of
    a whole band."""

    cuts: Floats
    entry: Floats
    hazard: Floats
    split: Floats
    summed: Floats

    def shares(self, time: float) -> Floats:
        """The part of each band between entry and a time: spells by bands, above 1 only in the last."""
        least, until = self.cuts[:-1], np.minimum(time, _open_end(self.cuts))
        gone = until - np.maximum(self.entry[:, None], least)
        return np.asarray(np.clip(gone, 0.0, None) / np.diff(self.cuts))

    def through(self, time: float) -> Floats:
        """The hazard that is cumulated between entry and a time: the chance of still running is exp of its negative."""
        return np.asarray((self.shares(time) * self.summed).sum(axis=1))


def _open_end(cuts: Floats) -> Floats:
    return np.append(cuts[1:-1], np.inf)


def course_of(log_odds: Floats, entry: Floats, cuts: Floats) -> Course:
    """How spells with these log-odds (exits by spells by bands) go on."""
    odds = np.exp(np.clip(log_odds, -40.0, 40.0))
    together = odds.sum(axis=0)
    return Course(
        cuts, np.asarray(entry, dtype=np.float64), odds / (1.0 + together), odds / together, np.log1p(together)
    )


def chances_of(course: Course, times: Floats) -> tuple[Floats, Floats]:
    """Still running: spells by times; left by each exit: spells by times by exits. Before entry nobody has left."""
    spells, exits = len(course.entry), len(course.split)
    still, left = np.empty((spells, len(times))), np.empty((spells, len(times), exits))
    begun, gone = _at_starts(course)
    for place, time in enumerate(times):
        band = min(max(int(np.searchsorted(course.cuts, time, side="left")) - 1, 0), len(course.cuts) - 2)
        since = np.maximum(course.entry, course.cuts[band])
        share = np.clip(time - since, 0.0, None) / (course.cuts[band + 1] - course.cuts[band])
        still[:, place] = begun[:, band] * np.exp(-share * course.summed[:, band])
        left[:, place] = gone[:, :, band].T + course.split[:, :, band].T * (begun[:, band] - still[:, place])[:, None]
    return still, left


def _at_starts(course: Course) -> tuple[Floats, Floats]:
    """Still running (spells by bands) and left by each exit (exits by spells by bands) when each band begins."""
    whole = course.shares(course.cuts[-1])
    through = np.cumsum(whole * course.summed, axis=1)
    ends = np.exp(-through)
    begun = np.column_stack([np.ones(len(ends)), ends[:, :-1]])
    leaving = course.split * (begun - ends)
    gone = np.concatenate([np.zeros((*leaving.shape[:2], 1)), np.cumsum(leaving, axis=2)[:, :, :-1]], axis=2)
    return begun, gone
