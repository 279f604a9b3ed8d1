"""Items found again by their addresses, as acts name them."""

from __future__ import annotations

import pytest
from django.utils import timezone

from pejl.record.models import Body, Document, Item, Meeting, Municipality
from pejl.record.queries.addresses import item_address
from pejl.record.queries.promise_view import item_named, items_named

pytestmark = pytest.mark.django_db

HERE = "fjordby-kommune/beskaeftigelsesudvalg"


@pytest.fixture(autouse=True)
def two_meetings() -> None:
    municipality = Municipality.objects.create(name="Fjordby Kommune", slug="fjordby-kommune")
    body = Body.objects.create(
        municipality=municipality, name="Beskæftigelsesudvalget", key="beskæftigelse", slug="beskaeftigelsesudvalg"
    )
    for order, (day, numbers) in enumerate({"2025-03-12": (1, 2), "2025-04-09": (1, 3)}.items()):
        meeting = Meeting.objects.create(body=body, slug=day, date=day)
        document = Document.objects.create(
            **{"meeting": meeting, "sha256": str(order), "order": order, "received_at": timezone.now(), "version": 1},
            **{"kind": "minutes", "content": {}, "lines_total": 0, "lines_unread": 0},
        )
        for number in numbers:
            Item.objects.create(meeting=meeting, document=document, position=number, slug=f"punkt-{number}", detail={})


def test_an_address_names_its_item_and_no_other() -> None:
    asked = [f"{HERE}/2025-03-12/punkt-2", f"{HERE}/2025-04-09/punkt-3", f"{HERE}/2025-04-09/punkt-2", "punkt-1", ""]
    found = items_named(asked)
    assert list(found) == asked[:2]
    assert [item_address(row) for row in found.values()] == asked[:2]


def test_as_many_addresses_as_a_calendar_holds_are_looked_up_at_once() -> None:
    asked = [f"{HERE}/2025-03-12/punkt-{number}" for number in range(1, 1500)]
    assert list(items_named(asked)) == asked[:2]


@pytest.mark.parametrize("address", ["", "fjordby-kommune", f"{HERE}/2025-03-12", f"{HERE}/2025-03-12/punkt-9/mere"])
def test_what_is_no_address_of_an_item_names_none(address: str) -> None:
    assert item_named(address) is None
