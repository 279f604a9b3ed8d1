"""The operations of the API on completeness."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Router

from pejl.access.rights import PUBLIC_RECORD, may_see
from pejl.record.queries.coverage import coverage, coverage_of
from pejl.web.about import shapes
from pejl.web.about.entries import body_completeness_resource, completeness_resource
from pejl.web.problems import NOT_THERE, UNUSABLE
from pejl.web.record import asked

router = Router(tags=["completeness"], by_alias=True)

PLACES = 10
"""How many of the places that point at a missing meeting are told."""


@router.get(
    "/completeness",
    response={200: shapes.CompletenessResource, **UNUSABLE},
    summary="What is known of, what is here, what is not",
)
@may_see(PUBLIC_RECORD)
def completeness(request: HttpRequest, municipality: asked.Municipality = None) -> shapes.CompletenessResource:
    """Every body that is here or pointed at: meetings known, imported, missing and coming; numbers, lines, files."""
    today = timezone.localdate()
    return completeness_resource(today, coverage(today, municipality))


@router.get(
    "/completeness/{slug:municipality}/{slug:body}",
    response={200: shapes.BodyCompletenessResource, **NOT_THERE},
    summary="What is missing of a body",
)
@may_see(PUBLIC_RECORD)
def body_completeness(
    request: HttpRequest, municipality: asked.Slug, body: asked.Slug
) -> shapes.BodyCompletenessResource:
    """The body's meetings that are not here, each with where it is named; missing numbers; lines not placed."""
    found = coverage_of(timezone.localdate(), municipality, body, places=PLACES)
    if found is None:
        raise Http404(f"The record knows of no body {body!r} of that municipality.")
    return body_completeness_resource(found)
