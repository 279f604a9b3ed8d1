"""Addresses of the login through the identity provider; they are there only where one is configured."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from importlib import import_module

from allauth.socialaccount.providers import registry
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import URLPattern, path

from pejl.access.rights import ENTER, may_see

log = logging.getLogger("pejl.access")
View = Callable[[HttpRequest, str], HttpResponse]


def provider_addresses() -> list[URLPattern]:
    """The way out to the provider, and the way back. The provider's module needs its application to be installed."""
    registry.load()
    provider = import_module("allauth.socialaccount.providers.openid_connect.views")
    enter = may_see(ENTER)
    return [
        path("udbyder/<slug:provider_id>/", enter(told_of_silence(provider.login)), name="openid_connect_login"),
        path(
            "udbyder/<slug:provider_id>/tilbage/",
            enter(told_of_silence(provider.callback)),
            name="openid_connect_callback",
        ),
    ]


def provider_failed() -> HttpResponse:
    """502: the provider did not answer, or not as agreed; nobody is logged in."""
    return HttpResponse(render_to_string("access/provider_failed.html"), status=502)


def told_of_silence(view: View) -> View:
    """The view, with a page in the place of a fault where the provider is not reached or answers what it should not."""

    @wraps(view)
    def asked(request: HttpRequest, provider_id: str) -> HttpResponse:
        try:
            return view(request, provider_id)
        except (OSError, KeyError, ValueError):
            log.exception("The identity provider did not answer as it should.")
            return provider_failed()

    return asked
