"""Addresses of the login through the identity provider; they are there only where one is configured."""

from __future__ import annotations

from importlib import import_module

from allauth.socialaccount.providers import registry
from django.urls import URLPattern, path

from pejl.access.rights import ENTER, may_see


def provider_addresses() -> list[URLPattern]:
    """The way out to the provider, and the way back. The provider's module needs its application to be installed."""
    registry.load()
    provider = import_module("allauth.socialaccount.providers.openid_connect.views")
    enter = may_see(ENTER)
    return [
        path("udbyder/<slug:provider_id>/", enter(provider.login), name="openid_connect_login"),
        path("udbyder/<slug:provider_id>/tilbage/", enter(provider.callback), name="openid_connect_callback"),
    ]
