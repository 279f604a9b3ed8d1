"""What the API is asked with and answers with about the screening. Persons are pseudonyms; sick leaves have the number
that their source gave them, by which a case system knows them."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Self

from pydantic import ConfigDict, Field, StringConstraints, WithJsonSchema, model_validator

from pejl.screening.advice.shapes import Kind, Says
from pejl.screening.assessments.waiting import Why
from pejl.web.page.parameters import TEXT
from pejl.web.page.shapes import Shape

Number = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=TEXT)]
Person = Annotated[str, StringConstraints(pattern="^p[a-z2-7]{26}$")]
Question = Annotated[Kind, WithJsonSchema({"type": "string", "enum": [each.value for each in Kind]})]
Conclusion = Annotated[Says, WithJsonSchema({"type": "string", "enum": [each.value for each in Says]})]
Cause = Annotated[Why, WithJsonSchema({"type": "string", "enum": [each.value for each in Why]})]
"""Written out where they stand: the description keeps one shape for a name, and other rooms have a Kind too."""
Words = Annotated[str, StringConstraints(max_length=1000, pattern=TEXT)]


class OwnHeld(Shape):
    """What the caseworker holds about one question, before the advice is shown."""

    kind: Question
    says: Conclusion = Field(description="One of the answers to the question; see docs/screening.md.")
    why: Words = ""


class AssessmentAsked(Shape):
    """Whose sick leave is to be assessed: by its number at the source, or by the person's pseudonym; and who asks."""

    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": ["spell"]}, {"required": ["person"]}]})

    spell: Number = Field(default="", description="The sick leave's number at the source.")
    person: Person = Field(default="", description="The person's pseudonym: the leave that began last.")
    caseworker: Number = Field(
        description="Who asks in the case system. It stands in the log beside the system's name."
    )
    own: list[OwnHeld] = Field(default=[], max_length=3, description="What the caseworker holds: screening_decide.")

    @model_validator(mode="after")
    def _names_one(self) -> Self:
        if bool(self.spell) == bool(self.person):
            raise ValueError("Name the sick leave or the person, one of them")
        return self


class ReasonTold(Shape):
    """One reason. `share` is what it adds to the chance; the shares of all add up to the chance less the usual one."""

    feature: str
    sentence: str
    share: float | None
    cites: str


class ChangeTold(Shape):
    """What would change the advice, and what the chance would be then."""

    feature: str
    sentence: str
    chance: float | None


class AdviceTold(Shape):
    """One piece of advice. Where `hidden` says why it is not shown, everything but `kind` is empty."""

    kind: Question
    hidden: str | None = Field(
        description="own_first: the own assessments of all questions come first; withheld: it is shown to nobody."
    )
    says: Conclusion | None
    sentence: str | None
    weeks: float | None = Field(description="The chance is of still being sick so many weeks from the first day.")
    chance: float | None
    low: float | None
    high: float | None
    usual: float | None
    reasons: list[ReasonTold]
    changes: list[ChangeTold]
    hindrances: list[ReasonTold] = Field(description="What alone keeps a release from being advised.")
    needs_name: bool = Field(description="Whether a named person must decide before anything is done.")


class AssessmentTold(Shape):
    """An assessment, as far as it may be shown now. It must not be used after `expires`."""

    id: str
    spell: str
    person: str
    day: dt.date
    landmark: str
    expires: dt.date
    model: str = Field(description="The model's id and the SHA-256 of its file.")
    snapshot: str
    policy: str
    answered: bool = Field(description="Whether the citizen's answers went into it.")
    abstained: str = Field(
        description="Why there is no score: then an ordinary assessment is made. Empty as long as the advice is hidden."
    )
    advice: list[AdviceTold]
    asked: list[ReasonTold] = Field(description="What citizen and employer say themselves.")
    missing: list[str] = Field(description="What the model did not know. Empty as long as the advice is hidden.")


class WaitingTold(Shape):
    """A sick leave that waits for somebody, by its number at the source."""

    spell: str
    team: str
    caseworker: str
    landmark: str
    since: dt.date
    why: Cause
    title: str = Field(description="Why, in Danish.")


class WaitingList(Shape):
    """The sick leaves that wait, in the order of the day since which they do; never by a score."""

    results: list[WaitingTold]
