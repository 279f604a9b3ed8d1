"""The operations of the API that give votes in the words of Popolo."""

from __future__ import annotations

from typing import Annotated

from django.http import Http404, HttpRequest
from django.urls import reverse
from ninja import Path, Router

from pejl.access.rights import PUBLIC_RECORD, may_see
from pejl.record.popolo import VoteShape, vote_event
from pejl.record.queries import votes as of_votes
from pejl.web.base_address import base_address
from pejl.web.page.listing import Limit, Offset, extent
from pejl.web.problems import GONE, NOT_THERE, UNUSABLE
from pejl.web.record import asked
from pejl.web.record.open_data import PAGES
from pejl.web.record.popolo_shapes import VoteEvent, VoteEventListing

router = Router(tags=["popolo"], by_alias=True)

Number = Annotated[int, Path(ge=1, le=1000, description="Which of the item's votes, from 1.")]


@router.get("/popolo/vote-events", response={200: VoteEventListing, **UNUSABLE}, summary="Votes in the words of Popolo")
@may_see(PUBLIC_RECORD)
def vote_events(
    request: HttpRequest,
    municipality: asked.Municipality = None,
    limit: Limit = 50,
    offset: Offset = 0,
) -> VoteEventListing:
    """Votes with counts, motion and named votes as stated, those published latest first."""
    found = of_votes.votes(municipality, limit, offset)
    return VoteEventListing(
        **extent(request, found),
        results=[_event(request, shape) for shape in of_votes.vote_shapes(PAGES, found.rows)],
    )


@router.get(
    "/popolo/vote-events/{slug:municipality}/{slug:body}/{slug:meeting}/{slug:item}/{int:number}",
    response={200: VoteEvent, **NOT_THERE, **GONE},
    summary="A vote in the words of Popolo",
)
@may_see(PUBLIC_RECORD)
def one_vote_event(
    request: HttpRequest,
    municipality: asked.Slug,
    body: asked.Slug,
    meeting: asked.Slug,
    item: asked.Slug,
    number: Number,
) -> VoteEvent:
    """One of an item's votes."""
    shape = of_votes.vote_at(PAGES, municipality, body, meeting, item, str(number))
    if shape is None:
        raise Http404(f"The record holds no vote {number} of that item.")
    return _event(request, shape)


def _event(request: HttpRequest, shape: VoteShape) -> VoteEvent:
    base = base_address(request)
    event = vote_event(shape, lambda page: f"{base}{page}" if page else None)
    url = reverse("api:one_vote_event", args=shape.path.split("/")[1:])
    return VoteEvent.model_validate({**event, "pejl:url": url})
