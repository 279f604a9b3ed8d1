"""The operations of the API on the screening: how a case system has a sick leave assessed and knows what waits.

What they need is loaded when one is asked; see `register/late.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from django.http import HttpRequest
from ninja import Path, Query, Router

from pejl import when_used
from pejl.access.purposes import Purpose
from pejl.access.rights import SCREENING_LIST, SCREENING_PERSON, may_see
from pejl.web.access.bearers import by_token_only
from pejl.web.access.look_forms import asked_in_body
from pejl.web.problems import BEHIND_LOGIN, GONE, NOT_NOW, NOT_THERE, UNUSABLE, Problem, Responses
from pejl.web.screening.shapes import AssessmentAsked, AssessmentTold, WaitingList

if TYPE_CHECKING:
    from pejl.web.screening import entries
else:
    entries = when_used.module("pejl.web.screening.entries")

router = Router(tags=["screening"], by_alias=True)

CONFLICT: Responses = {409: Problem}
IN_THE_LOG: Responses = {**BEHIND_LOGIN, **NOT_THERE, **UNUSABLE, **NOT_NOW, **CONFLICT}
SENT: Responses = {400: Problem, **{code: told for code, told in IN_THE_LOG.items() if code != 304}}
WhatFor = Annotated[Purpose, Query(description="What the look is for. It stands in the log beside it.")]
AssessmentId = Annotated[str, Path(pattern="^[a-z0-9-]{1,64}$", description="The assessment's `id`.")]


@router.post(
    "/screening/assessments",
    response={200: AssessmentTold, **SENT},
    summary="A sick leave assessed",
)
@by_token_only
@asked_in_body
@may_see(SCREENING_PERSON)
def screening_assess(request: HttpRequest, formaal: WhatFor, asked: AssessmentAsked) -> Any:
    """Assess a running sick leave with an employer by the model in use, or give the assessment that still holds.

    Takes a token with the right `screening_person`. What may not be shown now is empty, with the reason in `hidden`:
    the own assessments of all three questions come first (send them in `own`), or the advice is withheld. 409 says why
    nobody can be assessed: the screening is stopped, the citizen objects, or no model is in use. Deciding is done on
    the site.
    """
    return entries.assess(request, asked)


@router.get(
    "/screening/assessments/{str:assessment}",
    response={200: AssessmentTold, **IN_THE_LOG, **GONE},
    summary="An assessment that still holds",
)
@asked_in_body
@may_see(SCREENING_PERSON)
def screening_assessment(request: HttpRequest, assessment: AssessmentId, formaal: WhatFor) -> Any:
    """An assessment by its id, as far as it may be shown now; 410 where another one, or none, may be used."""
    return entries.again(request, assessment)


@router.get(
    "/screening/waiting",
    response={200: WaitingList, **BEHIND_LOGIN, **NOT_THERE, **NOT_NOW},
    summary="The sick leaves that wait",
)
@by_token_only
@may_see(SCREENING_LIST)
def screening_waiting(request: HttpRequest) -> Any:
    """The sick leaves of all teams that wait for an assessment, a decision or a re-check, by their numbers.

    Takes a token with the right `screening_list`. No person and no score is told.
    """
    return entries.waiting_list()
