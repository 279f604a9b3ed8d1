"""The pages of the record."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from pejl.access.rights import PUBLIC_RECORD, may_see
from pejl.record.queries import bodies as of_bodies
from pejl.record.queries import meetings as of_meetings
from pejl.record.queries.cases import case_history
from pejl.record.queries.items import item_page
from pejl.record.queries.people import person_record
from pejl.record.queries.promises import promises_of
from pejl.record.queries.rows import Document, Meeting
from pejl.record.queries.source import source_of
from pejl.web.page.labels import version_asked, version_name
from pejl.web.page.parts import page_or_part
from pejl.web.record import trails
from pejl.web.record.person_form import PersonForm


@may_see(PUBLIC_RECORD)
def bodies(request: HttpRequest, municipality: str | None = None) -> HttpResponse:
    """Which bodies are in the record, and when did they last meet?"""
    rows = list(of_bodies.bodies(municipality))
    if municipality is not None and not rows:
        raise Http404
    one = rows[0].municipality if municipality is not None else None
    return render(request, "record/bodies.html", {"bodies": rows, "municipality": one, "trail": trails.to_bodies(one)})


@may_see(PUBLIC_RECORD)
def body(request: HttpRequest, municipality: str, body: str) -> HttpResponse:
    """When has this body met?"""
    row = of_bodies.body(municipality, body)
    if row is None:
        raise Http404
    context = {"body": row, "meetings": list(of_bodies.meetings_of(row)), "trail": trails.to_body(row)}
    return render(request, "record/body.html", context)


@may_see(PUBLIC_RECORD)
def meeting(request: HttpRequest, municipality: str, body: str, meeting: str) -> HttpResponse:
    """What was on the agenda of this meeting, what came of it, and who was there?"""
    row, documents, shown = asked_meeting(request, municipality, body, meeting)
    page = of_meetings.meeting_page(row, documents, shown)
    context = {"page": page, "trail": trails.to_meeting(row), **_version(request, documents, shown)}
    return render(request, "record/meeting.html", context)


@may_see(PUBLIC_RECORD)
def item(request: HttpRequest, municipality: str, body: str, meeting: str, item: str) -> HttpResponse:
    """What was recommended, what was decided, who voted how, what led here, and where does it go?"""
    row, documents, shown = asked_meeting(request, municipality, body, meeting)
    page = item_page(row, documents, shown, item)
    if page is None:
        raise Http404
    source = source_of(page) if "kilde" in request.GET else None
    version = _version(request, documents, shown)
    kept = version["version_query"]
    context = {
        "page": page,
        "source": source,
        "source_query": f"{kept}&kilde=1" if kept else "?kilde=1",
        "promises": promises_of(page.row, timezone.localdate()) if page.row else None,
        "trail": trails.to_item(row),
        **version,
    }
    return page_or_part(request, "record/item.html", "record/source.html" if source else "record/item.html", context)


@may_see(PUBLIC_RECORD)
def case(request: HttpRequest, municipality: str, case: str) -> HttpResponse:
    """How has this case moved between bodies?"""
    history = case_history(municipality, case)
    if history is None:
        raise Http404
    context = {"history": history, "trail": trails.to_municipality(history.case.municipality)}
    return render(request, "record/case.html", context)


@may_see(PUBLIC_RECORD)
def person(request: HttpRequest, municipality: str, person: str) -> HttpResponse:
    """How has this member met and voted?"""
    form = PersonForm.of(request.GET)
    record = person_record(municipality, person, form.asked())
    if record is None:
        raise Http404
    context = {
        "record": record,
        "leaf": {field: form.leafing(getattr(record, field).pages, field) for field in form.FIELDS.values()},
        "trail": trails.to_municipality(record.person.municipality),
    }
    return render(request, "record/person.html", context)


def _version(request: HttpRequest, documents: list[Document], shown: Document) -> dict[str, object]:
    """What pages say of the version shown: the one that stands instead, if any, and how links keep to the version."""
    asked = request.GET.get("version")
    return {
        "standing": documents[0] if shown != documents[0] else None,
        "version_query": f"?version={version_name(shown.kind, shown.version)}" if asked else "",
    }


def asked_meeting(
    request: HttpRequest, municipality: str, body: str, slug: str
) -> tuple[Meeting, list[Document], Document]:
    """The meeting, its documents, and the one that the address asks for (`?version=referat-1`)."""
    row = of_meetings.meeting_at(municipality, body, slug)
    if row is None:
        raise Http404
    documents = of_meetings.documents_of(row)
    asked = request.GET.get("version")
    kind, version = version_asked(asked) if asked else (None, None)
    shown = of_meetings.document_named(documents, kind, version)
    if shown is None or (asked and kind is None):
        raise Http404
    return row, documents, shown
