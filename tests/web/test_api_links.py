"""What the API tells of where items point, and of what has come of it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from pejl.minutes.document import Outcome, Reference
from record.builders import item, minutes, stop
from web.reading import take_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_home")]


def get(address: str) -> Any:
    response = Client().get(address)
    assert response.status_code == 200, response.content
    return response.json()


def test_an_item_tells_where_it_points_and_what_each_pointer_has_come_to() -> None:
    april = dt.date(2025, 4, 9)
    take_in(
        minutes(
            item(
                1,
                "Indsatsen",
                case="25-1",
                route=[stop("Byrådet", april), stop("Økonomiudvalget", dt.date(2025, 4, 1))],
                references=(
                    Reference(body="Byrådet", date=april, item=9, line=12, text="Byrådet 09.04.2025, punkt 9"),
                    Reference(body="Byrådet", date=april, item=1, line=13, text="Byrådet 09.04.2025, punkt 1"),
                ),
            )
        ),
        minutes(item(1, "Indsatsen", case="25-1", outcome=Outcome.APPROVED), body="Byrådet", date=april),
    )
    committee = get("/api/v1/items/fjordby-kommune/beskaeftigelsesudvalg/2025-03-12/punkt-1")
    assert [(each["kind"], each["item"], each["resolution"]) for each in committee["points_at"]] == [
        ("reference", 9, "no_such_item"),
        ("reference", 1, "item"),
        ("route", None, "item"),
        ("route", None, "waiting"),
    ]
    council = get(committee["points_at"][1]["target"]["url"])
    assert council["title"] == "Indsatsen"
    assert [(each["kind"], each["body"]) for each in council["named_in"]] == [
        ("reference", "Beskæftigelsesudvalget"),
        ("route", "Beskæftigelsesudvalget"),
    ]
    assert committee["derived_voters"] is None
    assert committee["flags"] == [], "the council's items have no printed number to hold the reference against"
