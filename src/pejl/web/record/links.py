"""The addresses of the record's things in the API, each beside its page on the site, and of neighbouring stretches."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from pejl.record.queries.finding import address_of
from pejl.record.queries.rows import Body, Document, Item, Meeting
from pejl.record.search import Hit, Result
from pejl.web.page.listing import from_number
from pejl.web.record.addresses import body_address, hit_address, item_address, meeting_address


def body_links(body: Body) -> dict[str, str]:
    """`url` and `page` of a body."""
    return {"url": reverse("api:body", args=[body.municipality.slug, body.slug]), "page": body_address(body)}


def meeting_links(meeting: Meeting) -> dict[str, str]:
    """`url` and `page` of a meeting."""
    return {"url": reverse("api:meeting", args=_words(meeting)), "page": meeting_address(meeting)}


def item_links(item: Item) -> dict[str, str]:
    """`url` and `page` of an item."""
    return {"url": reverse("api:item", args=[*_words(item.meeting), item.slug]), "page": item_address(item)}


def document_links(document: Document) -> dict[str, str]:
    """`url` of one version of a document, which stays when a later version comes, and `page` of its meeting."""
    return {"url": reverse("api:document", args=[document.sha256]), "page": meeting_address(document.meeting)}


def shown_document_url(meeting: Meeting) -> str:
    """The address of whatever document stands for the meeting now."""
    return reverse("api:meeting_document", args=_words(meeting))


def meetings_url(body: Body) -> str:
    """The body's meetings."""
    asked = urlencode({"municipality": body.municipality.slug, "body": body.slug})
    return f"{reverse('api:meetings')}?{asked}"


def hit_links(hit: Hit) -> dict[str, str]:
    """`url` of a found item, and `page` of it at the paragraph that was found."""
    return {"url": reverse("api:item", args=address_of(hit)), "page": hit_address(hit)}


def page_neighbours(request: HttpRequest, result: Result) -> dict[str, str | None]:
    """`next` and `previous` page of what was found, or None at an end."""
    return {
        "next": from_number(request, "page", result.page + 1 if result.page < result.pages else None),
        "previous": from_number(request, "page", min(result.page - 1, result.pages) or None),
    }


def _words(meeting: Meeting) -> list[str]:
    return [meeting.body.municipality.slug, meeting.body.slug, meeting.slug]
