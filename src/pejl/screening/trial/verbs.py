"""What people do with a trial, each an act with a name. The subject is the trial's (`SUBJECT`)."""

from __future__ import annotations

from enum import StrEnum

SUBJECT = "trial:"
"""What the subject of an act on a trial begins with; its name follows."""


class Verb(StrEnum):
    """What was done. The word is kept; it is never used for something else."""

    REGISTERED = "screening.trial_registered"
    """A protocol, whole, with its SHA-256 and what commits to the seed. Before it nobody can be drawn."""
    AMENDED = "screening.trial_amended"
    """Another version after the first draw. The analysis tells of it."""
    LOOKED = "screening.trial_looked"
    """The trial was looked at: with how many ends, what the test was, and what it was held against."""
    HARM = "screening.trial_harm"
    """A complaint about somebody's course in the trial was written down."""
    STOPPED = "screening.trial_stopped"
    """Nobody is drawn any more, and no arm is asked for; those who were drawn are still followed."""
    OPENED = "screening.trial_opened"
    """The seed was told, so that everybody can derive the arms again."""

    @property
    def needs_reason(self) -> bool:
        """A change, a stop and a complaint say nothing without why."""
        return self in (Verb.AMENDED, Verb.STOPPED, Verb.HARM)
