"""The pages for what went wrong: in Danish, in the design, and without a look into the database."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the address or the form could not be understood. The frame is left out: the host itself may be wrong."""
    return HttpResponse(render_to_string("page/400.html"), status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the reader may not see this page. Without the frame, so that a refusal shows nothing of anything."""
    return HttpResponse(render_to_string("page/403.html"), status=403)


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form without the mark that its page was given, as after a long pause. Nothing of it is used."""
    return HttpResponse(render_to_string("page/form_too_old.html"), status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: there is no such page, meeting or item."""
    return render(request, "page/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: the fault is ours. Rendered without the request, so that nothing that failed is asked again."""
    return HttpResponse(render_to_string("page/500.html"), status=500)
