"""OParl 1.1 under /oparl/v1.1/: the whole record, browsable from the system object, as anyone may have it."""

from __future__ import annotations

import datetime as dt

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.utils.http import http_date

from pejl.access.rights import PUBLIC_RECORD, may_see
from pejl.record.oparl.files import TEXT, file_name
from pejl.record.oparl.ground import ROOT, TYPES, Stamp
from pejl.record.oparl.lists import list_page
from pejl.record.oparl.system import LISTS, SYSTEM
from pejl.record.oparl.system import system as system_object
from pejl.record.published.paths import Kind
from pejl.record.queries import published
from pejl.record.queries.oparl.told import objects
from pejl.record.queries.renditions import text_of
from pejl.web.base_address import base_address
from pejl.web.open_delivery import refused
from pejl.web.record.oparl_asked import MOST, Refused, asked
from pejl.web.record.open_data import WORDS, speaker

NOTHING_YET = Stamp(dt.datetime(1970, 1, 1, tzinfo=dt.UTC), dt.datetime(1970, 1, 1, tzinfo=dt.UTC))
"""When an empty record was made and last changed: the standard wants to be told."""

FEWER = {Kind.MEETING: 25, Kind.PERSON: 50, Kind.PAPER: 50}
"""How many objects a page has at most where one object holds many others."""


@may_see(PUBLIC_RECORD)
def system(request: HttpRequest) -> HttpResponse:
    """Where a reader begins."""
    speaking, stamp = speaker(request), published.extent() or NOTHING_YET
    return _answer(system_object(speaking.base, speaking.about, stamp), stamp)


@may_see(PUBLIC_RECORD)
def root(request: HttpRequest) -> HttpResponse:
    """The way to where a reader begins."""
    return HttpResponsePermanentRedirect(f"{base_address(request)}{ROOT}{SYSTEM}")


@may_see(PUBLIC_RECORD)
def bodies(request: HttpRequest) -> HttpResponse:
    """The municipalities."""
    return _list(request, Kind.BODY, None)


@may_see(PUBLIC_RECORD)
def body_list(request: HttpRequest, municipality: str, kind: str) -> HttpResponse:
    """One of the lists of a municipality."""
    found = published.published(f"{Kind.BODY}/{municipality}")
    if found is None or kind not in {each.value for each in LISTS.values()}:
        raise Http404
    return _list(request, Kind(kind), municipality)


@may_see(PUBLIC_RECORD)
def thing(request: HttpRequest, path: str) -> HttpResponse:
    """One object, or the mark that it is no longer published."""
    row = published.published(path)
    if row is None or row.kind not in {kind.value for kind in TYPES}:
        raise Http404
    [told] = objects(speaker(request), [row])
    return _answer(told, Stamp(row.created, row.modified))


@may_see(PUBLIC_RECORD)
def text(request: HttpRequest, municipality: str, sha256: str, name: str) -> HttpResponse:
    """A document as text, to be read or, with `?download=1`, to be kept."""
    found = text_of(municipality, sha256)
    if found is None or file_name(WORDS, found.file) != name:
        row = published.published(f"{Kind.FILE}/{municipality}/{sha256}")
        if row is not None and row.deleted:
            return refused(request, 410)
        raise Http404
    response = HttpResponse(found.text.encode(), content_type=f"{TEXT}; charset=utf-8")
    if "download" in request.GET:
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return _dated(response, found.file.stamp)


def _list(request: HttpRequest, kind: Kind, municipality: str | None) -> HttpResponse:
    try:
        wanted = asked(request.GET, published.beginning_of(kind, municipality), FEWER.get(kind, MOST))
    except Refused as refusal:
        return refused(request, 400, str(refusal))
    speaking = speaker(request)
    rows, cut = published.page_of(kind, municipality, wanted.filters, wanted.limit, wanted.after)
    data = objects(speaking, rows, omit_internal=wanted.omit_internal)
    own = kind.value if municipality is None else f"{Kind.BODY}/{municipality}/{kind.value}"
    page = list_page(f"{speaking.base.address}{ROOT}{own}", wanted.kept, data, cut, None)
    return _answer(page, published.extent(municipality))


def _answer(told: dict[str, object], stamp: Stamp | None) -> HttpResponse:
    return _dated(JsonResponse(told, json_dumps_params={"ensure_ascii": False}), stamp)


def _dated(response: HttpResponse, stamp: Stamp | None) -> HttpResponse:
    """With the moment of the last change, for readers who ask whether there has been one."""
    if stamp:
        response.headers["Last-Modified"] = http_date(stamp.modified.timestamp())
    return response
