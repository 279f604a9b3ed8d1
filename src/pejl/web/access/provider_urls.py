"""Addresses of the login through the identity provider; they are there only where one is configured."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING

from allauth.socialaccount.providers import registry
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import URLPattern, path

from pejl import when_used
from pejl.access.rights import ENTER, may_see

if TYPE_CHECKING:
    from allauth.socialaccount.providers.openid_connect import views as provider
else:  # it loads what speaks to other servers, which is for nothing where there is no provider
    provider = when_used.module("allauth.socialaccount.providers.openid_connect.views")

log = logging.getLogger("pejl.access")
View = Callable[[HttpRequest, str], HttpResponse]


def provider_addresses() -> list[URLPattern]:
    """The way out to the provider, and the way back."""
    registry.load()
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
