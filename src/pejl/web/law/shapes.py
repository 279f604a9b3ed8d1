"""What the API answers with about the law. Sentences and written values are Danish; names are those of the law."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from pejl.web.page.shapes import Resource, Shape

LawStatus = Literal["confirmed", "derived", "proposed", "unconfirmed"]
LawValue = bool | int | float | str | None
"""A day is written 2025-07-01."""


class LawScenario(Shape):
    """What is supposed. It is no source of law."""

    name: str
    title: str
    why: str


class LawCommencement(Shape):
    """A day on which rules or duties came in, changed or went. Yearly amounts are none."""

    day: dt.date
    statute: str
    by: list[str] = Field(description="The acts.")
    status: LawStatus = Field(description="The least sure of what came.")
    new: list[str]
    changed: list[str]
    gone: list[str]


class LawStatute(Resource):
    """A statute and the question that it answers."""

    statute: str
    title: str
    act: str
    asks: str


class LawListing(Shape):
    """What law is here."""

    statutes: list[LawStatute]
    commencements: list[LawCommencement]
    scenarios: list[LawScenario]


class LawRule(Shape):
    """A version of a rule that is law on the day."""

    name: str
    title: str
    says: str
    cites: str
    since: dt.date
    until: dt.date | None
    cases_from: dt.date | None = Field(description="It is the law for cases that began on this day and later.")
    cases_until: dt.date | None = Field(description="It is the law for cases that began on this day and earlier.")
    by: str
    status: LawStatus
    source: str
    used: bool = Field(description="Whether an answer may rest on it.")
    scenario: bool = Field(description="Whether it is used only because the scenario supposes it.")


class LawParameter(Shape):
    """An amount, a share or a limit on the day. `value` is null where nobody has it."""

    name: str
    title: str
    value: LawValue
    written: str
    unit: str
    since: dt.date
    until: dt.date | None
    status: LawStatus
    source: str
    used: bool
    scenario: bool
    sentence: str = Field(description="Why it is not used.")
    look_up: str = Field(description="Where to look it up.")


class LawException(Shape):
    """Who does not owe a duty, or is not owed it."""

    says: str
    cites: str


class LawDuty(Shape):
    """A duty on the day."""

    name: str
    title: str
    kind: str
    says: str
    cites: str
    since: dt.date
    until: dt.date | None
    status: LawStatus
    source: str
    used: bool
    scenario: bool
    holder: str
    target_groups: list[str]
    benefits: list[str]
    rates: list[str]
    required: int
    group_share: float | None
    exceptions: list[LawException]
    note: str


class LawOpen(Shape):
    """Something that nobody has confirmed, and where to look it up."""

    name: str
    title: str
    what: Literal["rule", "parameter", "duty"]
    status: LawStatus
    missing: bool
    sentence: str
    look_up: str
    scenario: bool


class LawOfDay(LawStatute):
    """A statute on a day."""

    on: dt.date
    known: dt.date | None = Field(description="As it was known on this day; null: as it is known now.")
    scenario: LawScenario | None
    rules: list[LawRule]
    parameters: list[LawParameter]
    duties: list[LawDuty]
    unsettled: list[LawOpen]


class LawChange(Shape):
    """Something that is not the same on the two days."""

    name: str
    title: str
    what: Literal["rule", "parameter", "duty"]
    movement: Literal["came", "went", "changed"]
    before: str
    after: str
    cites: str
    by: str
    source: str
    sentence: str


class LawDifference(Resource):
    """What differs in a statute between two days."""

    statute: str
    from_: dt.date = Field(alias="from", serialization_alias="from")
    to: dt.date
    scenario: LawScenario | None
    changes: list[LawChange]


class LawRefusal(Shape):
    """Why there is no answer. `name` is what it failed on; the sentence says what to do."""

    kind: Literal["no_rule", "not_settled", "not_given"]
    name: str
    sentence: str


class LawLookedAt(Shape):
    """What a step looked at: something given, or the answer of a step before."""

    name: str
    title: str
    written: str
    given: bool


class LawStepParameter(Shape):
    """An amount that a step used."""

    name: str
    title: str
    written: str
    status: LawStatus
    source: str
    scenario: bool


class LawStep(Shape):
    """A rule that the answer came to rest on."""

    name: str
    title: str
    says: str
    value: LawValue
    written: str
    cites: str
    since: dt.date
    by: str
    status: LawStatus
    source: str
    scenario: bool
    looked_at: list[LawLookedAt]
    parameters: list[LawStepParameter]


class LawAnswer(Shape):
    """The answer to one question. `value` is null where it is unknown, and where it is refused."""

    name: str
    title: str
    value: LawValue
    written: str
    unit: str
    refused: LawRefusal | None
    scenario: bool = Field(description="Whether something supposed has part in it.")
    unknown: list[str] = Field(description="The facts that were told as unknown and looked at.")
    steps: list[LawStep]


class LawFact(Shape):
    """A fact that the question may come to rest on."""

    name: str
    title: str
    means: str
    kind: Literal["yes_or_no", "whole_number", "number", "word", "day"]
    unit: str
    words: list[str]
    example: LawValue


class LawComputed(Shape):
    """The answers, and the facts that were not told at all."""

    statute: str
    title: str
    act: str
    asks: str
    on: dt.date
    known: dt.date | None
    scenario: LawScenario | None
    answers: list[LawAnswer]
    not_told: list[LawFact]
