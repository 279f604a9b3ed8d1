"""Promises as open data."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from web.promised import DAY, KEPT_PROMISE, SECRET, take_in_promises

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_home")]


@pytest.fixture(autouse=True)
def promised() -> None:
    take_in_promises()


def get(address: str, **asked: object) -> Any:
    response = Client().get(address, {"as_of": DAY, **asked} if "/promises/" not in address else {})
    assert response.status_code == 200, response.content
    return response.json()


def test_promises_are_listed_overdue_first_with_counts_of_all_states() -> None:
    found = get("/api/v1/promises", limit=2)
    assert [entry["state"] for entry in found["results"]] == ["overdue", "due"]
    assert found["states"] == {"overdue": 1, "due": 1, "coming": 2, "kept": 1, "dropped": 0, "void": 1}
    assert (found["total"], found["as_of"]) == (6, DAY)
    following = Client().get(found["next"]).json()
    assert (following["offset"], following["as_of"]) == (2, DAY)


def test_a_promise_tells_its_source_its_window_and_what_keeps_it() -> None:
    (kept,) = get("/api/v1/promises", state="kept")["results"]
    assert (kept["kind"], kept["by"], kept["to"]) == ("status", "administration", "Beskæftigelsesudvalget")
    assert kept["window"] == {
        "first": "2026-01-01",
        "last": "2026-03-31",
        "words": "i 1. kvartal 2026",
        "recurring": None,
    }
    assert kept["sentence"] == KEPT_PROMISE
    assert kept["made_in"]["date"] == "2025-09-10"
    assert (kept["kept_by"]["confirmed"], kept["kept_by"]["item"]["title"]) == (False, "Status på handleplanerne")
    assert "Titlen siger en status" in kept["kept_by"]["reasons"]
    alone = get(kept["url"])
    assert (alone["key"], alone["sentence"]) == (kept["key"], kept["sentence"])
    assert Client().get(kept["page"].partition("#")[0]).status_code == 200


def test_filters_narrow_down_and_what_cannot_be_is_refused() -> None:
    assert get("/api/v1/promises", kind="evaluation")["total"] == 1
    assert get("/api/v1/promises", text="Klager redegørelse")["total"] == 1
    assert get("/api/v1/promises", body="beskaeftigelsesudvalg", municipality="fjordby-kommune")["total"] == 6
    assert Client().get("/api/v1/promises", {"state": "lost"}).status_code == 422
    assert Client().get("/api/v1/promises", {"as_of": "1. maj"}).status_code == 422
    assert Client().get("/api/v1/promises/ffff").status_code == 404


def test_nothing_of_a_closed_item_is_in_it() -> None:
    assert SECRET not in Client().get("/api/v1/promises", {"as_of": DAY}).content.decode()
