"""The operations of the API on the law. Everyone may ask; what is told of a person is used and forgotten."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Path, Query, Router
from pydantic import AfterValidator, Field

from pejl.access.rights import PUBLIC_LAW, may_see
from pejl.law.refusals import Contradiction
from pejl.law.scenario import scenario_names
from pejl.law.statute import Statute
from pejl.web.law import entries
from pejl.web.law.shapes import LawComputed, LawDifference, LawListing, LawOfDay, LawValue
from pejl.web.page.shapes import Shape
from pejl.web.problems import NOT_THERE, START, UNUSABLE, Fault, Problem, problem
from pejl.web.record.asked import IsoDay

router = Router(tags=["law"], by_alias=True)

FIRST_YEAR, LAST_YEAR = 1900, 2200


def _within_reach(day: dt.date) -> dt.date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"it must lie between {FIRST_YEAR} and {LAST_YEAR}")
    return day


def _a_scenario(name: str) -> str:
    if name and name not in scenario_names():
        raise ValueError(f"it must be one of {', '.join(scenario_names())}")
    return name


Day = Annotated[IsoDay, AfterValidator(_within_reach)]
ScenarioName = Annotated[str, AfterValidator(_a_scenario)]
Named = Annotated[str, Path(pattern="^[a-z]+$", max_length=40, description="A statute's name.")]
On = Annotated[Day | None, Query(description="The day of the law; otherwise today.")]
Known = Annotated[Day | None, Query(description="As the law was known on this day; otherwise as it is known now.")]
Supposed = Annotated[ScenarioName, Query(description="A scenario that supposes what nobody has confirmed.")]
First = Annotated[Day, Query(alias="from", description="The earlier day.")]
Last = Annotated[Day, Query(alias="to", description="The later day.")]


class LawQuestion(Shape):
    """What is asked, and of whom: facts without a name. A fact that is null is unknown."""

    on: Day = Field(description="The day of the law.")
    known: Day | None = Field(default=None, description="As the law was known on this day; otherwise as it is now.")
    scenario: ScenarioName = Field(default="", description="A scenario that supposes what nobody has confirmed.")
    wanted: list[Annotated[str, Field(max_length=100)]] = Field(
        default=[], max_length=20, description="Rules or amounts; none asks the statute's own question."
    )
    facts: dict[str, LawValue] = Field(
        default={}, max_length=200, description="What is known of the person: days are written 2025-07-01."
    )


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
    request: HttpRequest, statute: Named, on: On = None, known: Known = None, scenario: Supposed = ""
) -> Any:
    """Rules, amounts and duties, and what of it nobody has confirmed, with where to look it up."""
    return entries.of_day(_statute(statute), on or timezone.localdate(), known, scenario)


@router.get(
    "/law/{str:statute}/difference",
    response={200: LawDifference, **NOT_THERE, **UNUSABLE},
    summary="What differs between two days",
)
@may_see(PUBLIC_LAW)
def law_difference(
    request: HttpRequest, statute: Named, first: First, last: Last, known: Known = None, scenario: Supposed = ""
) -> Any:
    """Everything of a statute that came, went or changed."""
    return entries.difference(_statute(statute), first, last, known, scenario)


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
        return entries.computed(
            _statute(statute), question.on, question.known, question.scenario, question.wanted, question.facts
        )
    except Contradiction as wrong:
        return _unusable(wrong)


def _statute(name: str) -> Statute:
    found = entries.statute_named(name)
    if found is None:
        raise Http404("There is no such statute.")
    return found


def _unusable(wrong: Contradiction) -> HttpResponse:
    fault = Fault(parameter=f"facts.{wrong.name}", reason=str(wrong))
    return problem(422, "A fact cannot be used; see `faults`.", [fault])
