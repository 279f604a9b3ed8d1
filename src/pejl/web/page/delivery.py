"""How answers leave the house: compressed where that helps, and with the browser's powers turned off."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.template.loader import render_to_string

from pejl.web.access.addresses import takes_forms
from pejl.web.open_delivery import OPEN

API = "/api/"
COMPRESSIBLE = (
    *("text/", "application/json", "application/x-ndjson", "application/atom+xml"),
    *("application/javascript", "image/svg+xml"),
)


class CompressText(GZipMiddleware):
    """Compresses text only: fonts and pictures are compressed already, and a part of a file must stay as asked for."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Compress `response` if it is a whole text that the browser can unpack."""
        whole = response.status_code == 200 or response.status_code >= 400
        if not whole or not response.get("Content-Type", "").startswith(COMPRESSIBLE):
            return response
        return super().process_response(request, response)


class OnlyRead:
    """Answers those who read, and tells the others that there is nothing to write here.

    The forms of logging in, of one's own account and of looks at persons are the exception (`access/addresses.py`):
    each may be sent to its one address.
    A page may be kept but must be asked about before it is shown again, so that what a correction takes back is gone
    from browsers too. A HEAD request is answered as a GET, with the same ETag; the server leaves the content out. The
    API frames its own answers, see `pejl.web.api_delivery`, and open data says itself that it can only be read.
    """

    METHODS = "GET, HEAD"

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page, or a refusal of whatever does more than read."""
        if request.path_info.startswith(API):
            return self.get_response(request)
        if request.path_info.startswith(OPEN) and request.method not in {"GET", "HEAD"}:
            return self.get_response(request)
        if request.method == "POST" and takes_forms(request.path_info):
            return self.get_response(request)
        if request.method not in {"GET", "HEAD"}:
            return HttpResponse(render_to_string("page/405.html"), status=405, headers={"Allow": self.METHODS})
        head_only = request.method == "HEAD"
        request.method = "GET"
        response = self.get_response(request)
        if head_only:
            request.method = "HEAD"
        response.headers.setdefault("Cache-Control", "no-cache")
        return response


class FewPowers:
    """Tells browsers that no page of ours uses camera, microphone or place."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add the header to every answer."""
        response = self.get_response(request)
        response["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
        return response
