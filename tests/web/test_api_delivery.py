"""How the API's answers travel: from any origin, by GET and HEAD alone, and not again while nothing has changed."""

from __future__ import annotations

import gzip

import pytest
from django.test import Client

from web.api_record import PLACE

pytestmark = pytest.mark.usefixtures("record")

DOCUMENT = f"/api/v1/meetings/{PLACE}/document"


@pytest.mark.parametrize("address", ["/api/v1/", "/api/v1/items", "/api/v1/openapi.json", DOCUMENT])
def test_a_head_request_has_the_headers_of_the_get_and_no_content(address: str) -> None:
    got, asked = Client().get(address), Client().head(address)
    assert asked.status_code == 200
    assert asked.content == b""
    for name in ("Content-Length", "Content-Type", "ETag", "Cache-Control"):
        assert asked.headers[name] == got.headers[name]
    assert int(got.headers["Content-Length"]) == len(got.content)


def test_a_long_answer_is_sent_compressed_to_whoever_can_unpack_it() -> None:
    packed = Client().get(DOCUMENT, headers={"accept-encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == Client().get(DOCUMENT).content


def test_an_unchanged_document_is_not_sent_again() -> None:
    first = Client().get(DOCUMENT)
    again = Client().get(DOCUMENT, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert first.headers["Last-Modified"].endswith("GMT")
    other = Client().get(DOCUMENT, headers={"If-None-Match": '"another"'})
    assert other.status_code == 200


def test_any_site_may_read_answers_and_errors_of_the_api_and_nothing_else() -> None:
    for address in ("/api/v1/items", "/api/v1/items?limit=0", "/api/v1/nothing"):
        assert Client().get(address).headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in Client().get("/referater/").headers


def test_a_browser_that_asks_first_learns_that_it_may_only_read() -> None:
    answer = Client().options("/api/v1/items", headers={"Access-Control-Request-Method": "GET"})
    assert answer.status_code == 204
    assert answer.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert Client().options("/api/v1/nothing").status_code == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("address", ["/api/v1/", "/api/v1/items", f"/api/v1/meetings/{PLACE}"])
def test_nothing_can_be_written(method: str, address: str) -> None:
    answer = Client().generic(method, address)
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert answer.json()["detail"] == "The record can only be read: use GET or HEAD."


@pytest.mark.parametrize(
    ("accept", "status"),
    [
        ("application/json", 200),
        ("*/*", 200),
        ("", 200),
        ("text/html, application/*;q=0.5", 200),
        ("text/html", 406),
        ("application/xml;q=0.9, text/csv", 406),
    ],
)
def test_only_what_can_be_given_is_given(accept: str, status: int) -> None:
    answer = Client().get("/api/v1/items", headers={"Accept": accept})
    assert answer.status_code == status
    assert answer.json()


def test_errors_are_not_kept_by_caches() -> None:
    assert Client().get("/api/v1/items").headers["Cache-Control"] == "public, max-age=60"
    assert Client().get("/api/v1/items?limit=0").headers["Cache-Control"] == "no-store"


def test_a_fault_of_ours_is_a_problem_without_its_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the inside")

    monkeypatch.setattr("pejl.record.queries.catalogue.items", fail)
    answer = Client(raise_request_exception=False).get("/api/v1/items")
    assert answer.status_code == 500
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert b"the inside" not in answer.content
