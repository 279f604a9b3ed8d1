"""A closed item that came with its text by mistake: no address of the API gives a word of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.test import Client

from web.api_record import SECRET


def addresses_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for part in value.values():
            yield from addresses_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from addresses_in(part)
    elif isinstance(value, str) and value.startswith("/api/"):
        yield value


def test_no_address_of_the_api_gives_the_text_of_a_closed_item(record: None) -> None:
    waiting, walked, seen = ["/api/v1/", f"/api/v1/search?q={SECRET}", "/api/v1/search"], set[str](), ""
    while waiting:
        address = waiting.pop()
        if address in walked:
            continue
        walked.add(address)
        response = Client().get(address)
        assert response.status_code == 200, address
        text = response.content.decode()
        assert SECRET not in text, address
        seen += text
        waiting += addresses_in(response.json())
    closed = [address for address in walked if address.endswith("2025-03-12/punkt-3")]
    assert closed, "the walk did not come by the closed item"
    item = Client().get(closed[0]).json()
    assert item["closed"] is True
    assert item["title"] == "Lukket: Personsag"
    assert item["content"]["sections"] == [] and item["content"]["decision"] is None
    assert any("/documents/" in address for address in walked)
