"""The operations of the API on the law. Everyone may ask; what is told of a person is used and forgotten."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Path, Query, Router
from pydantic import AfterValidator, Field

from pejl.access.rights import PUBLIC_LAW, may_see
from pejl.law.refusals import Contradiction
from pejl.law.scenario import scenario_names
from pejl.web.law import entries
from pejl.web.law.facts_shape import LawDay, LawFacts, OneOf
from pejl.web.law.question import statute_asked
from pejl.web.law.shapes import LawComputed, LawDifference, LawListing, LawOfDay
from pejl.web.page.shapes import Shape
from pejl.web.problems import NOT_THERE, START, UNUSABLE, Fault, Problem, problem

router = Router(tags=["law"], by_alias=True)

SCENARIOS = OneOf(scenario_names())
ScenarioName = Annotated[str, AfterValidator(SCENARIOS), SCENARIOS.as_enum]
Named = Annotated[str, Path(pattern="^[a-z]+$", max_length=40, description="A statute's name.")]
On = Annotated[LawDay | None, Query(description="The day of the law; otherwise today.")]
Known = Annotated[LawDay | None, Query(description="As the law was known on this day; otherwise as it is known now.")]
Supposed = Annotated[ScenarioName | None, Query(description="A scenario that supposes what nobody has confirmed.")]
First = Annotated[LawDay, Query(alias="from", description="The earlier day.")]
Last = Annotated[LawDay, Query(alias="to", description="The later day.")]


class LawQuestion(Shape):
    """What is asked, and of whom: facts without a name. A fact that is null is unknown."""

    on: LawDay = Field(description="The day of the law.")
    known: LawDay | None = Field(default=None, description="As the law was known on this day; otherwise as it is now.")
    scenario: ScenarioName | None = Field(
        default=None, description="A scenario that supposes what nobody has confirmed."
    )
    wanted: list[Annotated[str, Field(max_length=100)]] = Field(
        default=[], max_length=20, description="Rules or amounts; none asks the statute's own question."
    )
    facts: LawFacts = Field(default=LawFacts(), description="What is known of the person. Only what is told is used.")


@router.get("/law", response={200: LawListing, **START}, summary="What law is here, and when it changed")
@may_see(PUBLIC_LAW)
def law_statutes(request: HttpRequest) -> Any:
    """The statutes, the days on which anything of them came, changed or went, and the scenarios."""
    return entries.listing()


@router.get(
    "/law/{str:statute}", response={200: LawOfDay, **NOT_THERE, **UNUSABLE}, summary="A statute as it stands on a day"
)
@may_see(PUBLIC_LAW)
def law_on_day(
    request: HttpRequest, statute: Named, on: On = None, known: Known = None, scenario: Supposed = None
) -> Any:
    """Rules, amounts and duties, and what of it nobody has confirmed, with where to look it up."""
    return entries.of_day(statute_asked(statute), on or timezone.localdate(), known, scenario)


@router.get(
    "/law/{str:statute}/difference",
    response={200: LawDifference, **NOT_THERE, **UNUSABLE},
    summary="What differs between two days",
)
@may_see(PUBLIC_LAW)
def law_difference(
    request: HttpRequest, statute: Named, first: First, last: Last, known: Known = None, scenario: Supposed = None
) -> Any:
    """Everything of a statute that came, went or changed."""
    return entries.difference(statute_asked(statute), first, last, known, scenario)


@router.post(
    "/law/{str:statute}/compute",
    response={200: LawComputed, 400: Problem, 404: Problem, 406: Problem, 422: Problem},
    summary="One person judged, with every step",
)
@may_see(PUBLIC_LAW)
def law_compute(request: HttpRequest, statute: Named, question: LawQuestion) -> Any:
    """What the law says for the facts that are sent. They are sent in the body, never in the address, and not kept.

    What is not settled is answered with `refused`, which says where to look it up.
    """
    try:
        facts = question.facts.model_dump(mode="json", exclude_unset=True)
        return entries.computed(
            statute_asked(statute), question.on, question.known, question.scenario, question.wanted, facts
        )
    except Contradiction as wrong:
        return _unusable(wrong)


def _unusable(wrong: Contradiction) -> HttpResponse:
    fault = Fault(parameter=f"facts.{wrong.name}", reason=str(wrong))
    return problem(422, "A fact cannot be used; see `faults`.", [fault])
