"""One person's case as the page shows it: the sick leave, what is advised, what people hold and did, what was told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pejl.screening.advice.shapes import Assessment, Kind, Says
from pejl.screening.assessments.entry import Entry
from pejl.screening.assessments.events import Event
from pejl.screening.assessments.telling import NOTICE
from pejl.screening.assessments.withheld import Withheld
from pejl.screening.caseload.running import SickLeave


@dataclass(frozen=True)
class OwnAssessment:
    """What somebody held before they saw the advice."""

    kind: Kind
    says: Says
    who: str
    at: dt.datetime
    why: str
    assessment: str


@dataclass(frozen=True)
class Decision:
    """What a person decided on an advice. It stands until a person decides anew, whatever is computed meanwhile.

    `says` is what was decided, `advised` what the advice said then; `reason` a word of `reasons`, `why` what was kept.
    """

    kind: Kind
    event: Event
    says: Says
    advised: Says
    who: str
    at: dt.datetime
    reason: str
    why: str
    assessment: str
    landmark: str


@dataclass(frozen=True)
class Recheck:
    """A day on which somebody who was left in peace is looked at again; `says` is None until it was done."""

    due: dt.date
    says: Says | None = None
    who: str = ""
    at: dt.datetime | None = None


@dataclass(frozen=True)
class Release:
    """That somebody was left in peace, by whom, and the re-checks. `ended` where a person took up contact again."""

    decision: Decision
    rechecks: tuple[Recheck, ...]
    ended: bool = False

    @property
    def next(self) -> dt.date | None:
        """The first re-check that was not done; None where none is left or the release is over."""
        return None if self.ended else next((each.due for each in self.rechecks if each.says is None), None)


class LinkState(StrEnum):
    """How a link to the questions stands."""

    AABEN = "aaben"
    BESVARET = "besvaret"
    UDLOEBET = "udloebet"
    TRUKKET = "trukket"

    @property
    def danish(self) -> str:
        """The words on the site."""
        return {
            "aaben": "Borgeren har ikke svaret endnu",
            "besvaret": "Borgeren har svaret",
            "udloebet": "Linket er udløbet uden svar",
            "trukket": "Linket er trukket tilbage",
        }[self.value]


@dataclass(frozen=True)
class Asked:
    """The last link that was made, and what was answered by it or an earlier one."""

    state: LinkState | None
    sent_at: dt.datetime | None = None
    sent_by: str = ""
    expires: dt.datetime | None = None
    language: str = ""
    answered_at: dt.datetime | None = None
    answers: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Told:
    """A letter that was sent: which kind, when, by whom."""

    letter: str
    event: Event
    who: str
    at: dt.datetime


@dataclass(frozen=True)
class Objection:
    """The citizen does not want to be assessed. It holds until it is withdrawn."""

    who: str
    at: dt.datetime
    why: str


@dataclass(frozen=True)
class Stop:
    """The screening is stopped for everyone, until somebody starts it."""

    who: str
    at: dt.datetime
    why: str


@dataclass(frozen=True)
class Correction:
    """A value that was wrong, what it is taken for instead (None: not known), and whether the citizen has been told."""

    feature: str
    was: str | float | None
    value: str | float | None
    who: str
    at: dt.datetime
    why: str
    told: bool


@dataclass(frozen=True)
class ScreeningCase:
    """Everything about one person's running sick leave, on a day.

    `assessment` is the one that may be used now, None where there is none, it expired, another model is in use, the
    screening is stopped or the citizen objects. `visible` says of each kind whether its advice may be shown; the
    `assessment` must not be shown beyond it. `withheld` is told when it may be known (a shadow case only after the own
    assessments). `news` are the kinds on which a newer assessment says something else than the decision was made upon.
    """

    person: str
    day: dt.date
    sick_leaves: tuple[SickLeave, ...]
    sick_leave: SickLeave | None = None
    assessment: Assessment | None = None
    assessed_at: dt.datetime | None = None
    withheld: Withheld | None = None
    visible: Mapping[Kind, bool] = field(default_factory=dict)
    own: Mapping[Kind, OwnAssessment] = field(default_factory=dict)
    decisions: Mapping[Kind, Decision] = field(default_factory=dict)
    news: tuple[Kind, ...] = ()
    release: Release | None = None
    objection: Objection | None = None
    stop: Stop | None = None
    asked: Asked = field(default_factory=lambda: Asked(None))
    letters: tuple[Told, ...] = ()
    corrections: tuple[Correction, ...] = ()
    entries: tuple[Entry, ...] = ()
    """All that the log has of the person, the latest first. What is withheld still is not among them: see `folding`."""

    @property
    def landmark(self) -> str:
        """The landmark that the sick leave has passed; "" where none runs."""
        return self.sick_leave.landmark(self.day).word if self.sick_leave else ""

    @property
    def notified(self) -> bool:
        """Whether the citizen was told that the tool is used."""
        return any(each.letter == NOTICE for each in self.letters)

    @property
    def to_tell(self) -> tuple[Correction, ...]:
        """Corrections of which the citizen was not told yet."""
        return tuple(each for each in self.corrections if not each.told)
