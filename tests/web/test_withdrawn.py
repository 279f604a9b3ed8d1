"""What is withdrawn is said to be, wherever it was, and is told of nowhere else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from pejl.minutes.document import Kind, Outcome, Reference
from pejl.record.queries.retractions import withdrawals, withdrawn_at
from pejl.record.services import import_bytes, restore, retract
from record.builders import agenda, item, minutes, stop
from web.reading import reads_built, take_in

SAMPLES = Path(__file__).resolve().parents[1] / "minutes" / "exports" / "samples"
MEETING = "fjordby-kommune/byraad/2026-06-25"
PAGE = f"/referater/{MEETING}/"
API = f"/api/v1/meetings/{MEETING}"
WORDS = "ungeindsatsen"
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("own_home")]


@pytest.fixture
def sha256() -> str:
    """The hash of the council's minutes, which are in the record."""
    path = SAMPLES / "sbsys" / "Publication1017.xml"
    import_bytes(path.name, path.read_bytes(), "Fjordby Kommune")
    return str(Client().get(f"{API}/document").json()["source"]["sha256"])


def withdraw(**more: bool) -> None:
    retract(MEETING, who="Else Brandt", why="Et navn for meget.", **more)


def test_a_meetings_page_says_that_it_was_withdrawn(sha256: str) -> None:
    withdraw()
    for address in (PAGE, f"{PAGE}punkt-2/", f"{PAGE}?version=referat-1"):
        response = Client().get(address)
        assert response.status_code == 410, address
        text = response.content.decode()
        assert "Referatet fra mødet i Byrådet den 25. juni 2026 er trukket tilbage den " in text
        assert WORDS not in text and "Et navn" not in text


def test_the_page_of_what_was_withdrawn_leads_to_the_reason(sha256: str) -> None:
    withdraw()
    reasons = "/om/fuldstaendighed/fjordby-kommune/byraad/"
    assert f'<a href="{reasons}">Hvad mangler fra Byrådet?</a>' in Client().get(PAGE).content.decode()
    assert "Et navn for meget." in Client().get(reasons).content.decode()


def test_the_bodys_page_has_no_meeting_and_says_why(sha256: str) -> None:
    withdraw()
    text = Client().get("/referater/fjordby-kommune/byraad/").content.decode()
    assert "0 møder i arkivet" in text and "trukket tilbage" in text


def test_an_address_where_nothing_was_is_not_there(sha256: str) -> None:
    withdraw()
    for address in (
        PAGE.replace("25", "26"),
        f"{PAGE}?version=referat-9",
        "/referater/fjordby-kommune/intet/2026-06-25/",
    ):
        assert Client().get(address).status_code == 404, address


def test_the_api_says_that_it_was_withdrawn(sha256: str) -> None:
    items = Client().get(API).json()["items"]
    withdraw()
    for address in (API, f"{API}/document", f"/api/v1/documents/{sha256}", f"/api/v1/items/{MEETING}/punkt-2"):
        response = Client().get(address)
        assert (response.status_code, response.json()["title"]) == (410, "Gone"), address
        assert response.json()["detail"].startswith("A document (minutes) of Byrådet of 2026-06-25 was withdrawn on")
    assert items


def addresses_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for part in value.values():
            yield from addresses_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from addresses_in(part)
    elif isinstance(value, str) and value.startswith("/api/"):
        yield value


def test_no_page_and_no_answer_tells_anything_of_it(sha256: str) -> None:
    withdraw()
    pages = [
        "/",
        "/referater/",
        "/referater/fjordby-kommune/",
        "/referater/fjordby-kommune/byraad/",
        f"/soeg/?q={WORDS}",
    ]
    for page in pages:
        response = Client().get(page)
        text = response.content.decode().replace(f'value="{WORDS}"', "").replace(f"„{WORDS}“", "")
        assert "Lone Kjeldgaard" not in text, page
        assert "2,4 mio" not in text and "Tillægsbevilling" not in text, page
    waiting, walked = ["/api/v1/", f"/api/v1/search?q={WORDS}"], set[str]()
    while waiting:
        address = waiting.pop()
        if address in walked or "openapi" in address:
            continue
        walked.add(address)
        response = Client().get(address)
        text = response.content.decode()
        assert "Kjeldgaard" not in text and "Tillægsbevilling" not in text, address
        if response.headers["Content-Type"].startswith("application/json"):
            waiting += addresses_in(response.json())
    assert len(walked) > 3


def test_what_is_put_back_is_there_again(sha256: str) -> None:
    withdraw()
    restore(MEETING, who="Else Brandt")
    assert Client().get(PAGE).status_code == 200
    assert Client().get(f"/api/v1/documents/{sha256}").status_code == 200
    assert not withdrawals()


def test_withdrawals_are_listed_with_day_body_and_reason(sha256: str) -> None:
    withdraw()
    (told,) = withdrawals()
    assert (told.body, str(told.date), told.kind, told.who, told.why) == (
        "Byrådet",
        "2026-06-25",
        Kind.MINUTES,
        "Else Brandt",
        "Et navn for meget.",
    )
    assert withdrawals("fjordby-kommune") == [told] and withdrawals("havneby-kommune") == []
    assert withdrawn_at(*MEETING.split("/"), Kind.MINUTES, 1) == told
    assert withdrawn_at(*MEETING.split("/"), Kind.AGENDA, 1) is None


def test_the_lines_of_an_export_are_shown_as_its_source(sha256: str) -> None:
    text = Client().get(f"{PAGE}punkt-2/?kilde=1").content.decode()
    assert "Punkt 2: Tillægsbevilling til ungeindsatsen" in text and "Bilag 3: Notat" in text
    assert "Skjultord" not in text


APRIL = dt.date(2025, 4, 9)
COUNCIL = f"fjordby-kommune/byraad/{APRIL}"
ANNOUNCING = minutes(
    item(
        1,
        "Indsatsen",
        case="25-1",
        route=[stop("Byrådet", APRIL)],
        references=[Reference(body="Byrådet", date=APRIL, item=1, line=12, text="Byrådet 09.04.2025, punkt 1")],
    )
)
DECIDING = minutes(item(1, "Indsatsen", case="25-1", outcome=Outcome.APPROVED), body="Byrådet", date=APRIL)


def told_of_pointers() -> list[str]:
    """What the announcing item's pointers have come to, and that pages say it."""
    item_told = Client().get("/api/v1/items/fjordby-kommune/beskaeftigelsesudvalg/2025-03-12/punkt-1").json()
    found = [each["resolution"] for each in item_told["points_at"]]
    for page in (
        "/referater/fjordby-kommune/beskaeftigelsesudvalg/2025-03-12/punkt-1/",
        "/sager/fjordby-kommune/25-1/",
    ):
        said = Client().get(page).content.decode()
        assert ("trukket tilbage: vises ikke længere" in said) is ("withdrawn" in found), page
        assert "ikke i arkivet endnu" not in said, page
    return found


@pytest.mark.parametrize("first", ["announcing", "deciding"])
def test_what_points_at_a_withdrawn_meeting_says_so_until_it_is_put_back(first: str) -> None:
    files = [ANNOUNCING, DECIDING] if first == "announcing" else [DECIDING, ANNOUNCING]
    take_in(*files)
    assert told_of_pointers() == ["item", "item"]
    retract(COUNCIL, who="Else Brandt", why="Et navn for meget.")
    assert told_of_pointers() == ["withdrawn", "withdrawn"]
    restore(COUNCIL, who="Else Brandt", at=reads_built())
    assert told_of_pointers() == ["item", "item"]


def test_a_reference_that_comes_after_the_withdrawal_says_so_too() -> None:
    take_in(DECIDING)
    retract(COUNCIL, who="Else Brandt", why="Et navn for meget.")
    take_in(ANNOUNCING)
    assert told_of_pointers() == ["withdrawn", "withdrawn"]


def test_a_meeting_whose_agenda_is_left_is_not_said_to_be_withdrawn() -> None:
    plan = agenda(item(1, "Indsatsen", case="25-1", outcome=None), body="Byrådet", date=APRIL)
    take_in(ANNOUNCING, plan, DECIDING)
    sha256 = Client().get(f"/api/v1/meetings/{COUNCIL}/document").json()["source"]["sha256"]
    retract(sha256, who="Else Brandt", why="Et navn for meget.", only=True)
    assert told_of_pointers() == ["item", "item"]
