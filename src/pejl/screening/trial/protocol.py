"""What a trial promises before the first draw: a file that people write, register and sign. Nothing computes it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from pejl.calendar.personal_numbers import masked
from pejl.calendar.written_words import without_unseen
from pejl.screening.advice.shapes import Kind
from pejl.screening.landmarks import EXITS
from pejl.screening.trial.compares import Compares
from pejl.screening.trial.statistics.bound import Bound

Word = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")]
"""A short name that stands in rows and files: small letters, digits, - and _."""
NOT_PLAIN = "value_error"
"""The kind of mistake that a sentence is which nobody may show."""


def _plain(written: str) -> str:
    """A protocol is registered as it was written, so what must not be shown is refused and not taken away."""
    if without_unseen(written) != written or masked(written) != written:
        raise ValueError("signs that nobody sees, or a personal number")
    return written


Sentence = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=3, max_length=2000), AfterValidator(_plain)
]

KLAGE = "klage"
TILBAGEFALD = "tilbagefald"
HARMS = ("anden_ydelse", "ordning", TILBAGEFALD, KLAGE)
"""The harms that can be followed: two ways for a sick leave to end, a new sick leave within `RELAPSE_WEEKS` after the
return, and a complaint that somebody wrote down."""
RELAPSE_WEEKS = 26.0


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ArmSpec(_Shape):
    """One of the two arms. The control arm is usual practice: it is scored too, and the score is shown to nobody."""

    word: Word
    danish: Sentence
    control: bool = False


class Site(_Shape):
    """A municipality, or some of its units, that takes part. With no units or teams named, all of them do."""

    word: Word
    danish: Sentence
    municipality: int = Field(ge=100, le=999)
    units: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()

    def has(self, municipality: int | None, unit: str | None, team: str | None) -> bool:
        """Whether a sick leave with these is the site's."""
        return (
            municipality == self.municipality
            and (not self.units or unit in self.units)
            and (not self.teams or team in self.teams)
        )


class FrozenModel(_Shape):
    """The one model that the trial uses, by id and hash, and the week whose chance divides persons into bands."""

    id: Sentence
    hash: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    weeks: float = Field(gt=0, le=104)


class Draw(_Shape):
    """How arms are drawn: in blocks of random sizes within each stratum of site, team and risk band.

    `bands` are the cut points of the chance of still being sick at the model's week: [0.1, 0.3] makes three bands.
    """

    bands: tuple[Annotated[float, Field(gt=0, lt=1)], ...]
    blocks: tuple[Annotated[int, Field(ge=2, le=12)], ...]


class Primary(_Shape):
    """The one outcome that decides, when it is judged, and what would count as an answer.

    `exits` are the ways of ending that count; other ends take somebody out of sight. `ratio` is the hazard ratio that
    must not be missed, or the margin that must be kept. `ends` is how many ends the trial waits for.
    """

    outcome: Sentence
    exits: tuple[str, ...] = Field(min_length=1)
    weeks: float = Field(gt=0, le=104)
    compares: Compares
    ratio: float = Field(gt=0.1, lt=10)
    alpha: float = Field(default=0.05, gt=0, le=0.1)
    power: float = Field(default=0.8, ge=0.5, lt=1)
    ends: int = Field(ge=10)
    persons: int = Field(ge=10)
    analysis: Sentence

    @property
    def places(self) -> tuple[int, ...]:
        """The exits that count, as places in the list of exits."""
        return tuple(EXITS.index(each) for each in self.exits)


class Looks(_Shape):
    """When the trial is looked at before its end: after these shares of the ends. The last is the end itself."""

    at: tuple[Annotated[float, Field(gt=0, le=1)], ...] = (1.0,)
    bound: Bound = Bound.OBRIEN_FLEMING


class Harm(_Shape):
    """A harm that is followed. `limit` is how much more of it (as a share) the tried arm may have by `weeks` before
    somebody must look, whatever chance says."""

    word: str
    danish: Sentence
    limit: float = Field(gt=0, lt=1)
    weeks: float = Field(default=26, gt=0, le=104)


class Protocol(_Shape):
    """The whole of it. `starts` to `enrols_until` are the days on which somebody can be drawn; `ends` is the last day
    of follow-up, after which the trial is analysed."""

    name: Word
    version: int = Field(ge=1)
    title: Sentence
    question: Sentence
    kind: Kind
    case_number: str = ""
    responsible: Sentence
    approval: Sentence
    starts: dt.date
    enrols_until: dt.date
    ends: dt.date
    arms: tuple[ArmSpec, ...]
    sites: tuple[Site, ...] = Field(min_length=1)
    model: FrozenModel
    draw: Draw
    primary: Primary
    looks: Looks = Looks()
    harms: tuple[Harm, ...] = Field(min_length=1)
    harm_alpha: float = Field(default=0.05, gt=0, le=0.2)
    stop_rule: Sentence

    @property
    def control(self) -> ArmSpec:
        """Usual practice."""
        return next(arm for arm in self.arms if arm.control)

    @property
    def tried(self) -> ArmSpec:
        """What is tried."""
        return next(arm for arm in self.arms if not arm.control)

    def site_of(self, municipality: int | None, unit: str | None, team: str | None) -> Site | None:
        """The site that a sick leave belongs to; None where it belongs to none."""
        return next((site for site in self.sites if site.has(municipality, unit, team)), None)

    def arm_named(self, word: str) -> ArmSpec:
        """The arm of this word."""
        return next(arm for arm in self.arms if arm.word == word)
