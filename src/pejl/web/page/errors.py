"""The pages for what went wrong: in Danish, in the design, and without a look into the database.

But for one: where nothing is found at an address, it is asked whether something was withdrawn there.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from pejl.web.record.withdrawn import withdrawal_asked_for


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
    """404: there is no such page, meeting or item; 410 where there was one that is withdrawn."""
    if withdrawal := withdrawal_asked_for(request):
        return render(request, "record/withdrawn.html", {"withdrawal": withdrawal}, status=410)
    return render(request, "page/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: the fault is ours. Rendered without the request, so that nothing that failed is asked again."""
    return HttpResponse(render_to_string("page/500.html"), status=500)
