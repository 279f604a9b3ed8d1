"""What every page has in common: the gate, the headers, the errors, the files that are served."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from pejl.access.rights import PUBLIC_SITE, may_see
from pejl.web.page.design import ChosenFinder, DesignFinder, HtmxFinder
from pejl.web.wsgi import application

PAGES = ["/", "/referater/", "/soeg/", "/om/", "/om/tilgaengelighed/"]


def unmarked(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("hemmeligt")


@may_see(PUBLIC_SITE)
def broken(_request: HttpRequest) -> HttpResponse:
    raise RuntimeError("the database is gone")


urlpatterns = [path("glemt/", unmarked), path("i-stykker/", broken)]
handler500 = "pejl.web.page.errors.server_error"


@pytest.mark.urls(__name__)
def test_a_page_that_names_no_right_is_refused_and_the_refusal_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, logger="pejl.access"):
        response = Client().get("/glemt/")
    assert response.status_code == 403
    assert "hemmeligt" not in response.content.decode()
    assert "Siden kan ikke vises" in response.content.decode()
    assert "unmarked names no right" in caplog.text


@pytest.mark.urls(__name__)
def test_a_fault_of_ours_is_told_in_danish_without_asking_the_database() -> None:
    response = Client(raise_request_exception=False).get("/i-stykker/")
    assert response.status_code == 500
    assert "Noget gik galt hos os" in response.content.decode()
    assert "the database is gone" not in response.content.decode()


@pytest.mark.parametrize("address", ["/findes-ikke/", "/referater/ingen/", "/sager/ingen/1/", "/medlemmer/ingen/x/"])
def test_a_page_that_is_not_there_offers_the_search(db: None, address: str) -> None:
    response = Client().get(address)
    assert response.status_code == 404
    text = response.content.decode()
    assert "Siden findes ikke" in text
    assert 'role="search"' in text


def test_a_request_to_a_host_of_another_name_is_told_so_in_danish() -> None:
    response = Client(headers={"host": "et-andet-sted.example"}).get("/om/tilgaengelighed/")
    assert response.status_code == 400
    assert "Adressen kunne ikke forstås" in response.content.decode()


@pytest.mark.parametrize("address", PAGES)
def test_a_reader_gets_no_cookie_and_the_page_may_load_from_here_only(db: None, own_home: None, address: str) -> None:
    response = Client().get(address)
    assert response.status_code == 200
    assert not response.cookies
    policy = response["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Permissions-Policy"] == "camera=(), microphone=(), geolocation=()"
    assert "<style" not in response.content.decode()
    assert "onclick" not in response.content.decode()


@pytest.mark.parametrize("address", PAGES)
def test_a_page_marks_its_own_room_in_the_menu(db: None, own_home: None, address: str) -> None:
    text = Client().get(address).content.decode()
    assert text.count('aria-current="') == 1


def test_the_site_is_called_by_the_municipality_that_it_is_set_up_for(db: None, own_home: None) -> None:
    with override_settings(MUNICIPALITY="Havnby Kommune"):
        assert "<title>Referater og beslutninger – Havnby Kommune</title>" in Client().get("/").content.decode()


def test_files_are_kept_by_the_browser_and_their_addresses_follow_their_content(db: None, own_home: None) -> None:
    text = Client().get("/").content.decode()
    address = next(part for part in text.split('"') if part.startswith("/static/pejl/pejl.css?v="))
    response = Client().get(address, headers={"accept-encoding": "gzip"})
    assert response.status_code == 200
    assert "max-age=2592000" in response["Cache-Control"]
    assert response["Content-Encoding"] == "gzip"


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/static/dkfds/css/dkfds.min.css", 200),
        ("/static/dkfds/fonts/IBMPlexSans/complete/woff2/IBMPlexSans-Regular.woff2", 200),
        ("/static/django_htmx/htmx-2.min.js", 200),
        ("/static/dkfds/fonts/IBMPlexSans/complete/ttf/IBMPlexSans-Regular.ttf", 404),
        ("/static/dkfds/js/dkfds.min.js", 404),
        ("/static/dkfds/../package.json", 404),
        ("/static/django_htmx/htmx-4.js", 404),
    ],
)
def test_only_the_files_that_pages_use_are_served(db: None, address: str, status: int) -> None:
    assert Client().get(address).status_code == status


@pytest.mark.parametrize("kind", [DesignFinder, HtmxFinder])
def test_a_file_that_no_page_uses_is_not_found_either(kind: type[ChosenFinder]) -> None:
    finder = kind()
    (name, *_), prefix = sorted(finder.names), finder.prefix
    assert finder.find(f"{prefix}/{name}") == str(finder.root / name)
    assert finder.find(f"{prefix}/../package.json") is None
    assert finder.find(name) is None


def test_a_font_is_not_compressed_twice_and_a_part_of_a_file_stays_whole() -> None:
    font = "/static/dkfds/fonts/IBMPlexSans/complete/woff2/IBMPlexSans-Regular.woff2"
    assert "Content-Encoding" not in Client().get(font, headers={"accept-encoding": "gzip"})
    part = Client().get("/static/dkfds/css/dkfds.min.css", headers={"accept-encoding": "gzip", "range": "bytes=0-99"})
    assert part.status_code == 206
    assert "Content-Encoding" not in part


def test_without_the_design_system_the_site_says_which_command_to_run(tmp_path: Path) -> None:
    with (
        override_settings(NODE_MODULES=tmp_path),
        pytest.raises(ImproperlyConfigured, match="`make demo` and `make serve` install it"),
    ):
        DesignFinder()


def test_the_site_is_a_wsgi_application() -> None:
    assert callable(application)


def test_a_page_that_has_not_changed_is_not_sent_again(db: None, own_home: None) -> None:
    first = Client().get("/", headers={"accept-encoding": "gzip"})
    again = Client().get("/", headers={"accept-encoding": "gzip", "if-none-match": first["ETag"]})
    assert again.status_code == 304
    assert not again.content


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "EGEN"])
def test_who_does_anything_but_read_is_told_that_here_is_only_reading(db: None, own_home: None, method: str) -> None:
    response = Client().generic(method, "/om/", b"x=1")
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"
    assert "Her kan kun læses" in response.content.decode()


def test_a_page_is_asked_about_again_before_it_is_shown_from_a_cache(db: None, own_home: None) -> None:
    page = Client().get("/om/")
    assert page["Cache-Control"] == "no-cache"
    assert Client().head("/om/")["ETag"] == page["ETag"]
    assert Client(headers={"if-none-match": page["ETag"]}).get("/om/").status_code == 304
