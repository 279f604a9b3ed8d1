"""The operations of the API on deadlines: the same rights and the same log as the pages.

What they need is loaded when one is asked; see `register/late.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from django.http import HttpRequest
from ninja import Path, Query, Router

from pejl import when_used
from pejl.access.purposes import Purpose
from pejl.access.rights import CASEWORK_LISTS, CASEWORK_PERSON, may_see
from pejl.casework.worklists.asked import Narrowed
from pejl.casework.worklists.lists import FEW_DAYS
from pejl.web.casework.shapes import PersonDeadlines, WorklistRows, Worklists
from pejl.web.page.listing import Limit, Offset
from pejl.web.page.parameters import SLUG, TEXT
from pejl.web.problems import BEHIND_LOGIN, NOT_NOW, NOT_THERE, UNUSABLE, Responses

if TYPE_CHECKING:
    from pejl.web.casework import entries
else:
    entries = when_used.module("pejl.web.casework.entries")

router = Router(tags=["casework"], by_alias=True)

IN_THE_LOG: Responses = {**BEHIND_LOGIN, **NOT_THERE, **UNUSABLE, **NOT_NOW}
Pseudonym = Annotated[str, Path(pattern="^p[a-z2-7]{26}$", description="The person's pseudonym.")]
ListName = Annotated[str, Path(pattern=SLUG, max_length=40, description="The worklist's `name`.")]
WhatFor = Annotated[Purpose, Query(description="What the look is for. It stands in the log beside it.")]
OfUnit = Annotated[str, Query(pattern=TEXT, max_length=200, description="Only cases of this unit.")]
OfTeam = Annotated[
    str, Query(pattern=TEXT, max_length=200, description="Only cases of this team: its unit, a slash, and its name.")
]
OfCaseworker = Annotated[
    str, Query(pattern=TEXT, max_length=80, description="Only cases of the caseworker with this number.")
]
InGroup = Annotated[str, Query(pattern=TEXT, max_length=80, description="Only persons in this target group.")]
OfDuty = Annotated[str, Query(pattern=TEXT, max_length=80, description="Only this duty.")]
WithinDays = Annotated[int, Query(ge=1, le=365, description="Of the list `frist`: within how many days.")]


@router.get(
    "/casework/deadlines/{str:person}",
    response={200: PersonDeadlines, **IN_THE_LOG},
    summary="What one person is owed by when",
)
@may_see(CASEWORK_PERSON)
def casework_deadlines(request: HttpRequest, person: Pseudonym, formaal: WhatFor) -> Any:
    """Every deadline of a person, with the talks in the fields of the national hub. Takes a login with the right
    `casework_person`; the look is written in the log."""
    return entries.of_person(person)


@router.get(
    "/casework/worklists",
    response={200: Worklists, **BEHIND_LOGIN, **NOT_THERE, **NOT_NOW},
    summary="The worklists and how many rows each has",
)
@may_see(CASEWORK_LISTS)
def casework_worklists(request: HttpRequest) -> Any:
    """Every worklist, counted over what whoever asks may see. Takes a login with the right `casework_lists`."""
    return entries.lists(request)


@router.get(
    "/casework/worklists/{str:name}",
    response={200: WorklistRows, **IN_THE_LOG},
    summary="The rows of a worklist",
)
@may_see(CASEWORK_LISTS)
def casework_worklist(
    request: HttpRequest,
    name: ListName,
    formaal: WhatFor,
    unit: OfUnit = "",
    team: OfTeam = "",
    caseworker: OfCaseworker = "",
    target_group: InGroup = "",
    duty: OfDuty = "",
    days: WithinDays = FEW_DAYS,
    limit: Limit = 50,
    offset: Offset = 0,
) -> Any:
    """Rows of one worklist in its order. Takes a login with the right `casework_lists`; each person in the answer is
    written in the log as a look."""
    narrowed = Narrowed(unit=unit, team=team, caseworker=caseworker, target_group=target_group, duty=duty, days=days)
    return entries.rows_of(request, name, narrowed, formaal, limit, offset)
