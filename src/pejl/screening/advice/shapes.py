"""The three pieces of advice, and an assessment that holds them: what is shown, logged, sent and written in letters."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Kind(StrEnum):
    """The three questions that may be asked, and no others: a fourth use needs a new purpose and a new law."""

    TIDLIG_INDSATS = "tidlig_indsats"
    SLIP = "slip"
    ATTEST = "attest"


class Says(StrEnum):
    """What an advice says. The word is kept in the log and never used for something else."""

    TILBYD_INDSATS = "tilbyd_indsats"
    SAEDVANLIG = "saedvanlig"
    """Ordinary assessment: nothing speaks for more, or no score can be given (then `Assessment.abstained` says why)."""
    KAN_SLIPPES = "kan_slippes"
    BEHOLD = "behold"
    """Keep in contact: release is not advised; the reasons say why."""
    LOVEN_KRAEVER = "loven_kraever"
    INDHENT = "indhent"
    UNDLAD = "undlad"
    """A certificate would change nothing that is done, and no law asks for one."""


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Reason(_Shape):
    """Why the chance is as it is: one feature, what it is for this person, and what it adds.

    `share` is in points of the chance (0.07 is seven percentage points), signed; the shares of all features add up to
    the chance minus the usual chance. `sentence` is plain Danish. Where a rule and not the model speaks, `share` is
    None and `cites` names the section.
    """

    feature: str
    sentence: str
    share: float | None = None
    cites: str = ""


class Change(_Shape):
    """What would change an advice: another value of one thing that can change, and what the chance would be then."""

    feature: str
    sentence: str
    chance: float | None = None


class Advice(_Shape):
    """One piece of advice. `chance` is of still being on sygedagpenge at `weeks` from the first day of absence."""

    kind: Kind
    says: Says
    sentence: str
    weeks: float | None = None
    chance: float | None = None
    low: float | None = None
    high: float | None = None
    usual: float | None = None
    reasons: tuple[Reason, ...] = ()
    changes: tuple[Change, ...] = ()
    hindrances: tuple[Reason, ...] = ()
    """What alone keeps a release from being advised: exclusion rules, an upper bound over the threshold."""
    needs_name: bool = False
    """Whether a person's name is needed before anything is done (always for release)."""


class Assessment(_Shape):
    """What is advised about one sick leave on a day. Computed; what people do with it are entries of the log.

    `model` is the id and hash of the model, `snapshot` that of the register. `inputs` are the features' values as they
    went in, `input_hash` the SHA-256 of them as canonical JSON. It must not be used after `expires`.
    `asked` is what citizen and employer say themselves ("ask first"), beside the model and never mixed with it.
    """

    id: str
    spell: str
    person: str
    day: dt.date
    landmark: str
    expires: dt.date
    model: str
    snapshot: str
    policy: str
    answered: bool
    abstained: str = ""
    advice: tuple[Advice, ...] = ()
    asked: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()
    inputs: dict[str, str | float | None]
    input_hash: str

    def of(self, kind: Kind) -> Advice | None:
        """The advice of a kind; None where the assessment has none."""
        return next((each for each in self.advice if each.kind is kind), None)
