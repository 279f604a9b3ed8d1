"""The operations of the API on the record. Each names the right that lets a reader in."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.http import http_date
from ninja import Router
from ninja.errors import HttpError

from pejl.access.rights import PUBLIC_RECORD, PUBLIC_SITE, may_see
from pejl.minutes.document import Minutes
from pejl.record.queries import catalogue
from pejl.record.queries.catalogue import Place, Wanted
from pejl.record.queries.finding import find
from pejl.record.queries.item_links import item_with_links
from pejl.record.queries.rows import Document
from pejl.record.search import Query
from pejl.web.page.listing import Limit, Offset, extent
from pejl.web.problems import GONE, NOT_NOW, NOT_THERE, START, UNUSABLE
from pejl.web.record import asked, shapes
from pejl.web.record.entries import (
    body_entry,
    item_entry,
    item_resource,
    meeting_entry,
    meeting_resource,
    search_listing,
)
from pejl.web.record.links import page_neighbours

router = Router(tags=["record"], by_alias=True)


@router.get("/", response={200: shapes.StartResource, **START}, summary="Where to begin")
@may_see(PUBLIC_SITE)
def start(request: HttpRequest) -> shapes.StartResource:
    """The lists that the API offers, and its description."""
    return shapes.StartResource(
        bodies=reverse("api:bodies"),
        meetings=reverse("api:meetings"),
        items=reverse("api:items"),
        search=reverse("api:search"),
        promises=reverse("api:promises"),
        appropriations=reverse("api:appropriations"),
        completeness=reverse("api:completeness"),
        vote_events=reverse("api:vote_events"),
        register_contract=reverse("api:register_contract"),
        openapi=reverse("api:openapi-json"),
    )


@router.get("/bodies", response={200: shapes.BodyListing, **UNUSABLE}, summary="Councils and committees")
@may_see(PUBLIC_RECORD)
def bodies(
    request: HttpRequest,
    municipality: asked.Municipality = None,
    limit: Limit = 50,
    offset: Offset = 0,
) -> shapes.BodyListing:
    """The bodies of the record, by municipality and name."""
    found = catalogue.bodies(Wanted(municipality=municipality), limit, offset)
    return shapes.BodyListing(**extent(request, found), results=[body_entry(row) for row in found.rows])


@router.get(
    "/bodies/{slug:municipality}/{slug:body}",
    response={200: shapes.BodyEntry, **NOT_THERE},
    summary="A council or committee",
)
@may_see(PUBLIC_RECORD)
def body(request: HttpRequest, municipality: asked.Slug, body: asked.Slug) -> shapes.BodyEntry:
    """A body, and how much of it the record holds."""
    row = catalogue.body_at(municipality, body)
    if row is None:
        raise Http404(f"The record holds no body {body!r} of a municipality {municipality!r}.")
    return body_entry(row)


@router.get("/meetings", response={200: shapes.MeetingListing, **UNUSABLE}, summary="Meetings")
@may_see(PUBLIC_RECORD)
def meetings(
    request: HttpRequest,
    municipality: asked.Municipality = None,
    body: asked.BodySlug = None,
    since: asked.From = None,
    until: asked.To = None,
    limit: Limit = 50,
    offset: Offset = 0,
) -> shapes.MeetingListing:
    """The meetings of the record, latest first; those without a date come last, and no `from` or `to` finds them."""
    wanted = Wanted(municipality=municipality, body=body, since=since, until=until)
    found = catalogue.meetings(wanted, limit, offset)
    return shapes.MeetingListing(**extent(request, found), results=[meeting_entry(row) for row in found.rows])


@router.get(
    "/meetings/{slug:municipality}/{slug:body}/{slug:meeting}",
    response={200: shapes.MeetingResource, **NOT_THERE, **GONE},
    summary="A meeting",
)
@may_see(PUBLIC_RECORD)
def meeting(
    request: HttpRequest, municipality: asked.Slug, body: asked.Slug, meeting: asked.Slug
) -> shapes.MeetingResource:
    """A meeting with its agenda, its attendance, and all versions of its documents."""
    row = catalogue.meeting_at(Place(municipality, body, meeting))
    if row is None:
        raise Http404(f"The record holds no meeting {meeting!r} of that body.")
    return meeting_resource(row)


@router.get(
    "/meetings/{slug:municipality}/{slug:body}/{slug:meeting}/document",
    response={200: Minutes, **NOT_THERE, **GONE},
    summary="What stands for a meeting",
)
@may_see(PUBLIC_RECORD)
def meeting_document(
    request: HttpRequest, municipality: asked.Slug, body: asked.Slug, meeting: asked.Slug
) -> HttpResponse:
    """The meeting's current minutes, or its current agenda while there are no minutes, in the form pejl.minutes/1."""
    row = catalogue.document_shown(Place(municipality, body, meeting))
    if row is None:
        raise Http404(f"The record holds no document of a meeting {meeting!r} of that body.")
    return _document(row)


@router.get(
    "/documents/{slug:sha256}",
    response={200: Minutes, **NOT_THERE, **GONE},
    summary="One version of a document",
)
@may_see(PUBLIC_RECORD)
def document(request: HttpRequest, sha256: asked.Sha256) -> HttpResponse:
    """Minutes or an agenda as read from one file, in the form pejl.minutes/1. A meeting lists its versions."""
    row = catalogue.document_of(sha256)
    if row is None:
        raise Http404("The record holds no document that was read from a file with this hash.")
    return _document(row)


@router.get("/items", response={200: shapes.ItemListing, **UNUSABLE}, summary="Items of agendas")
@may_see(PUBLIC_RECORD)
def items(
    request: HttpRequest,
    municipality: asked.Municipality = None,
    body: asked.BodySlug = None,
    year: asked.Year = None,
    outcome: asked.Became = None,
    subject: asked.Subject = None,
    case: asked.Case = None,
    limit: Limit = 50,
    offset: Offset = 0,
) -> shapes.ItemListing:
    """Items, those of the latest meeting first, and within a meeting in the agenda's order."""
    wanted = Wanted(municipality, body, year=year, outcome=outcome, subject=subject, case=case)
    found = catalogue.items(wanted, limit, offset)
    return shapes.ItemListing(**extent(request, found), results=[item_entry(row) for row in found.rows])


@router.get(
    "/items/{slug:municipality}/{slug:body}/{slug:meeting}/{slug:item}",
    response={200: shapes.ItemResource, **NOT_THERE, **GONE},
    summary="An item",
)
@may_see(PUBLIC_RECORD)
def item(
    request: HttpRequest, municipality: asked.Slug, body: asked.Slug, meeting: asked.Slug, item: asked.Slug
) -> shapes.ItemResource:
    """An item with what its document says of it. `content` is the item of the form pejl.minutes/1."""
    links = item_with_links(Place(municipality, body, meeting), item)
    if links is None:
        raise Http404(f"The record holds no item {item!r} of that meeting.")
    return item_resource(links)


@router.get(
    "/search",
    response={200: shapes.SearchListing, **UNUSABLE, **NOT_NOW},
    summary="Where something is said",
)
@may_see(PUBLIC_RECORD)
def search(
    request: HttpRequest,
    q: asked.Words = "",
    municipality: asked.Municipality = None,
    body: asked.BodySlug = None,
    year: asked.Year = None,
    outcome: asked.Became = None,
    subject: asked.Subject = None,
    page: asked.PageNumber = 1,
    per_page: asked.PerPage = 20,
    strictly: asked.Strictly = False,
) -> shapes.SearchListing:
    """Search the open items. Items that hold every word come first, in any inflection, also as a part of a longer word.

    A question also finds items that hold most of its words, and, where the installation has the extra for it, items
    whose meaning is near; a word that the record does not hold is put right. `strictly` leaves all of that out.
    """
    result = find(Query(q, municipality, body, year, outcome, subject, page, per_page, strictly)).result
    if result is None:
        raise HttpError(503, "There is no search index at the moment. It is being made; try again in a while.")
    return search_listing(result, page_neighbours(request, result))


def _document(row: Document) -> HttpResponse:
    """The document as filed, which is as anyone may have it. `Last-Modified` is its arrival; the ETag tells
    whether it changed since."""
    answer = JsonResponse(row.content, json_dumps_params={"ensure_ascii": False})
    answer.headers["Last-Modified"] = http_date(row.received_at.timestamp())
    return answer
