"""How it stands with models: who signed what, and which one is in use."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from pejl.screening.gate.demand import Verdict
from pejl.screening.gate.on_disk import Hashes
from pejl.screening.gate.verbs import Cause
from pejl.screening.training.run import TrainingRun


@dataclass(frozen=True)
class Signature:
    """A named owner's word for a model, and for exactly these bytes."""

    model: str
    hashes: Hashes
    who: str
    at: dt.datetime
    why: str
    minimums: str


@dataclass(frozen=True)
class InUse:
    """That a model was taken in use, by whom and why."""

    model: str
    hashes: Hashes
    who: str
    at: dt.datetime
    why: str


@dataclass(frozen=True)
class Suspended:
    """That the model which was in use was taken out of it."""

    model: str
    who: str
    at: dt.datetime
    why: str
    cause: Cause


@dataclass(frozen=True)
class Standing:
    """What the acts say of use now: a model, that it was suspended, or neither. `sentence` tells it in Danish."""

    in_use: InUse | None
    suspended: Suspended | None
    whole: bool
    sentence: str


class Step(StrEnum):
    """How far a model has come; never reused for something else."""

    DAMAGED = "beskadiget"
    FAILS = "bestaar_ikke"
    PASSES = "bestaar"
    SIGNED = "underskrevet"
    ACTIVE = "i_brug"
    SUSPENDED = "suspenderet"
    RETIRED = "afloest"

    @property
    def danish(self) -> str:
        """The words on the site."""
        return _DANISH[self]


_DANISH = {
    Step.DAMAGED: "Kan ikke bruges",
    Step.FAILS: "Opfylder ikke kravene",
    Step.PASSES: "Opfylder kravene",
    Step.SIGNED: "Underskrevet",
    Step.ACTIVE: "I brug",
    Step.SUSPENDED: "Taget ud af brug",
    Step.RETIRED: "Afløst",
}


@dataclass(frozen=True)
class Listed:
    """A model in the list of all: how far it has come, and why it is no further."""

    name: str
    step: Step
    sentence: str
    run: TrainingRun | None = None
    verdict: Verdict | None = None
    signature: Signature | None = None
