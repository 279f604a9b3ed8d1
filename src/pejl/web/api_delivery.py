"""How every answer under /api/ leaves the house: open to other sites, cacheable, and honest about what it cannot do."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from pejl.web.access.asked import asks_who
from pejl.web.problems import ERRORS, is_problem, problem

PREFIX = "/api/"
METHODS = "GET, HEAD, OPTIONS"
SENDING = "POST, OPTIONS"
SENT = re.compile(r"/api/v1/(law/[^/]+/compute|screening/assessments)")
"""Where something is sent in the body, so that it stands in no address: facts to be reckoned with, whom to assess."""
ONLY_SENT = "What is asked for is sent in the body here: use POST."
FRESH_FOR = 60
"""Seconds for which an answer may be used again unasked; after that its ETag is asked about."""


class ApiDelivery:
    """Frames the answers of the API, those that no view gave included (no such address, refused, failed).

    It stands outside the middleware that answers conditional requests, so that a HEAD request, which is answered as a
    GET and loses its content on the way out, has the ETag of the GET.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer in its frame; requests to the rest of the site pass untouched."""
        if not request.path_info.startswith(PREFIX):
            return self.get_response(request)
        head_only = request.method == "HEAD"
        if head_only:
            request.method = "GET"
        response = _framed(request, self._answer(request))
        return _without_content(response) if head_only else response

    def _answer(self, request: HttpRequest) -> HttpResponse:
        if request.method not in methods_of(request).split(", "):
            return _as_problem(request, HttpResponse(status=405))
        response = self.get_response(request)
        if request.method == "OPTIONS" and response.status_code in (401, 403, 405):
            return _methods(request)
        if response.status_code in ERRORS:
            return _as_problem(request, response)
        return response if _accepted(request, response) else problem(406)


def methods_of(request: HttpRequest) -> str:
    """What an address answers: reading, and where facts are reckoned with, sending alone."""
    return SENDING if SENT.fullmatch(request.path_info) else METHODS


def _methods(request: HttpRequest) -> HttpResponse:
    """What may be asked for, also for a browser that asks before it lets another site's script ask."""
    methods = methods_of(request)
    answer = HttpResponse(status=204, headers={"Allow": methods, "Access-Control-Allow-Methods": methods})
    del answer.headers["Content-Type"]
    return answer


def _as_problem(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The same refusal in the API's one shape, whoever refused."""
    methods = methods_of(request)
    detail = ONLY_SENT if response.status_code == 405 and methods == SENDING else None
    told = response if is_problem(response) else problem(response.status_code, detail)
    if response.status_code == 405:
        told.headers["Allow"] = methods
    return told


def _accepted(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether the reader takes the answer's kind. An empty Accept header, like none, takes anything."""
    kind = response.headers.get("Content-Type", "").partition(";")[0]
    return not kind or not request.accepted_types or request.accepts(kind)


def _framed(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """With the headers that every answer has. What is public and only read may be read by any site's script.

    What takes a login is neither kept by a cache nor shown to other sites.
    """
    if asks_who(request):
        response.headers["Cache-Control"] = "private, no-store"
        return _measured(response)
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = "ETag, Last-Modified"
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Headers"] = "*"
    fresh = response.status_code in (200, 304) and request.method != "POST"
    response.headers["Cache-Control"] = f"public, max-age={FRESH_FOR}" if fresh else "no-store"
    patch_vary_headers(response, ["Accept"])
    return _measured(response)


def _measured(response: HttpResponse) -> HttpResponse:
    """With its length, where it has one."""
    if not response.streaming and response.status_code not in (204, 304):
        response.headers["Content-Length"] = str(len(response.content))
    return response


def _without_content(response: HttpResponse) -> HttpResponse:
    """The headers of the answer, its length included, and no content."""
    if not response.streaming:
        response.content = b""
    return response
