"""The export: every published thing as a line, streamed, and from a cursor on what has changed since."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import http_date

from pejl.access.rights import PUBLIC_RECORD, may_see
from pejl.record.published.cursor import Unusable, reached_of
from pejl.record.queries import export, published
from pejl.web.open_delivery import refused
from pejl.web.record.open_data import PAGES

MEDIA_TYPE = "application/x-ndjson"
FILE_NAME = "record.ndjson"

NO_CURSOR = "since skal være en cursor fra en tidligere eksport."
NO_LIMIT = "limit skal være et helt tal fra 1 og op."
PAST_CHANGED = "Det, der lå før denne cursor, er ændret siden. Hent det hele igen uden since."


@may_see(PUBLIC_RECORD)
def ndjson(request: HttpRequest) -> HttpResponseBase:
    """The record, or what has changed in it since a cursor."""
    since, limit = request.GET.get("since", ""), request.GET.get("limit", "")
    if limit and not (limit.isascii() and limit.isdigit() and len(limit) <= 9 and int(limit)):
        return refused(request, 400, NO_LIMIT)
    try:
        start, past = export.beginning(reached_of(since) if since else None)
    except Unusable:
        return refused(request, 400, NO_CURSOR)
    except export.PastChanged:
        return refused(request, 410, PAST_CHANGED)
    lines = export.lines(PAGES, start, past, int(limit) if limit else None)
    response = StreamingHttpResponse(_written(lines), content_type=f"{MEDIA_TYPE}; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    if stamp := published.extent():
        response.headers["Last-Modified"] = http_date(stamp.modified.timestamp())
    return response


def _written(lines: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    for told in lines:
        yield json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
