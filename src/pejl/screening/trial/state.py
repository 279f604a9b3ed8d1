"""A trial as its acts tell it: versions of its protocol, looks, stop, and who was drawn. Plain values, read back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from pejl.screening.trial.drawing import Stratum
from pejl.screening.trial.protocol import Protocol


@dataclass(frozen=True)
class Version:
    """One registered version: its protocol, the hash of its text, who registered it and when, and what changed."""

    protocol: Protocol
    text: str
    sha256: str
    who: str
    at: dt.datetime
    why: str = ""
    changed: tuple[str, ...] = ()
    amends: bool = False
    """Whether it came after the first draw."""


@dataclass(frozen=True)
class Look:
    """A look that was made: how many ends there were, the test, the bound, and what was said (`stopping.Says`)."""

    number: int
    last: bool
    ends: int
    z: float
    bound: float
    harm_bound: float
    says: str
    snapshot: str
    who: str
    at: dt.datetime
    detail: dict[str, Any]


@dataclass(frozen=True)
class Stop:
    """That the trial was stopped: by whom, when and why."""

    who: str
    at: dt.datetime
    why: str


@dataclass(frozen=True)
class Trial:
    """A trial and all that people did with it. `seed` is None until it is opened."""

    name: str
    versions: tuple[Version, ...]
    commitment: str
    looks: tuple[Look, ...] = ()
    stopped: Stop | None = None
    seed: bytes | None = None

    @property
    def protocol(self) -> Protocol:
        """The version that holds now."""
        return self.versions[-1].protocol

    @property
    def amendments(self) -> tuple[Version, ...]:
        """The versions that came after the first draw."""
        return tuple(each for each in self.versions if each.amends)

    def over(self, day: dt.date) -> bool:
        """Whether nobody is drawn any more and all have been followed, or it was stopped."""
        return day > self.protocol.ends or self.stopped is not None


@dataclass(frozen=True)
class Drawn:
    """One person's place in a trial, as it was drawn. `number` is the draw's own, by which a complaint names it."""

    number: int
    trial: str
    version: int
    stratum: Stratum
    position: int
    arm: str
    person: str
    spell: str
    day: dt.date


@dataclass(frozen=True)
class Arm:
    """The arm that a sick leave is in while its trial runs. In the control arm no advice is shown."""

    trial: str
    word: str
    danish: str
    control: bool
    since: dt.date


@dataclass(frozen=True)
class Complaint:
    """A complaint about somebody's course, by the number of the draw."""

    draw: int
    day: dt.date
