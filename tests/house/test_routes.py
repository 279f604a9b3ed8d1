"""Every address of the site states who may see it."""

from __future__ import annotations

from pathlib import Path

import django_htmx
import pytest
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from house.addresses import routes
from house.tree import SOURCE
from pejl.access.rights import right_of


def test_every_route_states_who_may_see_it() -> None:
    site = dict(routes())
    assert len(site) > 5
    assert any(address.startswith("api/v1/") for address in site)
    assert not [address for address, view in site.items() if right_of(view) is None]


def test_the_gate_is_the_last_to_see_a_request_before_the_view() -> None:
    assert settings.MIDDLEWARE[-1] == "pejl.web.gate.Gate"


def test_the_files_served_beside_the_routes_are_those_of_the_look_alone() -> None:
    """Static files have no view and so no right: everyone may see them, and nothing else may lie among them."""
    looks = [SOURCE / "web" / "page" / "static", settings.NODE_MODULES / "dkfds", Path(django_htmx.__file__).parent]
    served = [Path(storage.path(name)).resolve() for finder in get_finders() for name, storage in finder.list([])]
    assert (
        {".css", ".js", ".woff2"}
        <= {path.suffix for path in served}
        <= {".css", ".js", ".woff", ".woff2", ".svg", ".png", ".ico"}
    )
    assert not [path for path in served if not any(path.is_relative_to(look.resolve()) for look in looks)]
    assert not getattr(settings, "WHITENOISE_ROOT", None)
    assert not settings.MEDIA_ROOT


def unmarked(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("secret")


urlpatterns = [path("forgotten/", unmarked)]


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_a_view_without_a_right_is_shown_to_nobody() -> None:
    response = Client().get("/forgotten/")
    assert response.status_code == 403
    assert b"secret" not in response.content
