"""Pages in parts: htmx gets the part that changes, everybody else the whole page, from the same address."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django_htmx.middleware import HtmxDetails


def asks_for_part(request: HttpRequest) -> bool:
    """Whether htmx asks, which puts the answer into the page that the reader has."""
    return bool(HtmxDetails(request))


def page_or_part(request: HttpRequest, page: str, part: str, context: dict[str, object]) -> HttpResponse:
    """The template that fits who asks. A cache keeps the two answers apart."""
    response = render(request, part if asks_for_part(request) else page, context)
    patch_vary_headers(response, ["HX-Request"])
    return response
