"""What a reader of the open data can ask, and what the API answers."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from pejl.minutes.document import Minutes
from web.api_record import CORRECTED, PLACE, take_in

pytestmark = pytest.mark.usefixtures("record")


def get(address: str, **asked: object) -> Any:
    response = Client().get(address if address.startswith("/") else f"/api/v1/{address}", asked)
    assert response.status_code == 200, response.content
    return response.json()


def refused(address: str, status: int, **asked: object) -> Any:
    response = Client().get(f"/api/v1/{address}", asked)
    assert response.status_code == status
    assert response.headers["Content-Type"] == "application/problem+json"
    told = response.json()
    assert told["status"] == status
    assert told["detail"].endswith(".")
    return told


def test_the_start_leads_to_every_list() -> None:
    start = get("/api/v1/")
    assert {get(start[name])["total"] for name in ("bodies", "meetings", "items")} == {2, 3, 5}
    assert get(start["openapi"])["openapi"].startswith("3.1")


def test_a_body_tells_how_much_of_it_the_record_holds() -> None:
    council, committee = sorted(get("bodies")["results"], key=lambda body: str(body["name"]), reverse=True)
    assert (committee["name"], committee["meetings"]) == ("Beskæftigelsesudvalget", 2)
    assert (committee["first"], committee["last"]) == ("2025-03-12", "2025-04-09")
    assert get(council["url"]) == council
    assert [meeting["date"] for meeting in get(committee["meetings_url"])["results"]] == ["2025-04-09", "2025-03-12"]


def test_meetings_are_narrowed_down_by_days() -> None:
    def days(**asked: str) -> list[str]:
        return [meeting["date"] for meeting in get("meetings", **asked)["results"]]

    assert days() == ["2025-04-09", "2025-03-12", "2024-11-28"]
    assert days(**{"from": "2025-03-12", "to": "2025-03-12"}) == ["2025-03-12"]
    assert days(**{"from": "2025-05-01"}) == []


def test_a_meeting_holds_its_agenda_its_attendance_and_its_versions() -> None:
    meeting = get(f"meetings/{PLACE}")
    assert [item["title"] for item in meeting["agenda"]][1:] == [
        "Indsats for kontanthjælpsmodtagere",
        "Lukket: Personsag",
    ]
    assert [(row["name"], row["party"], row["status"]) for row in meeting["attendance"]] == [
        ("Asta Fjord", "A", "present"),
        ("Bo Klit", "V", "absent"),
    ]
    assert [(row["kind"], row["version"], row["current"]) for row in meeting["documents"]] == [("minutes", 1, True)]


def test_a_corrected_version_stands_for_the_meeting_and_the_earlier_one_stays(own_home: None) -> None:
    earlier = get(f"meetings/{PLACE}")["documents"][0]
    take_in(CORRECTED)
    meeting = get(f"meetings/{PLACE}")
    assert [row["version"] for row in meeting["documents"]] == [2, 1]
    assert "Tilføjet ved rettelsen" in str(get(meeting["document_url"]))
    assert "Tilføjet ved rettelsen" not in str(get(earlier["url"]))


def test_a_document_is_the_open_document() -> None:
    document = Minutes.model_validate(get(f"meetings/{PLACE}/document"))
    assert document.date is not None and document.date.isoformat() == "2025-03-12"
    assert document.items[1].votes[0].against == ["Bo Klit"]


def test_items_are_narrowed_down_by_outcome_subject_case_body_and_year() -> None:
    def labels(**asked: object) -> list[str]:
        return [f"{item['meeting']['date']} {item['number']}" for item in get("items", **asked)["results"]]

    assert labels(outcome="postponed") == ["2025-04-09 1"]
    assert labels(subject="15.20") == ["2025-03-12 2", "2024-11-28 5"]
    assert labels(subject="16") == []
    assert labels(case="15.20.00-p05-3-25", year=2024) == ["2024-11-28 5"]
    assert labels(body="byraad") == ["2024-11-28 5"]
    assert labels(municipality="andet-sted") == []


def test_an_item_is_given_with_all_that_its_document_says_of_it() -> None:
    item = get(get("items", outcome="recommended")["results"][0]["url"])
    assert item["case_number"] == "15.20.00-P05-3-25"
    assert item["content"]["votes"][0]["for"] == ["Asta Fjord"]
    assert item["content"]["route"] == [{"body": "Byrådet", "date": "2025-03-26", "line": 6}]
    assert get(item["document_url"])["items"][1] == item["content"]
    assert get(item["meeting"]["url"])["agenda"][1]["url"] == item["url"]


def test_leafing_through_a_list_meets_every_row_once() -> None:
    met: list[str] = []
    address: str | None = "/api/v1/items?limit=2&municipality=fjordby-kommune"
    while address:
        page = get(address)
        met += [item["url"] for item in page["results"]]
        address = page["next"]
    assert met == [item["url"] for item in get("items")["results"]]
    assert len(set(met)) == page["total"] == 5
    assert page["previous"].endswith("offset=2")


def test_past_the_end_of_a_list_the_way_back_leads_into_it() -> None:
    page = get("items", offset=900, limit=3)
    assert page["results"] == []
    assert len(get(page["previous"])["results"]) == 3
    hits = get("search", page=900, per_page=2)
    assert hits["results"] == []
    assert len(get(hits["previous"])["results"]) > 0


@pytest.mark.parametrize(
    ("address", "asked", "parameter"),
    [
        ("items", {"limit": 0}, "limit"),
        ("items", {"limit": 201}, "limit"),
        ("items", {"offset": -1}, "offset"),
        ("items", {"offset": 10**30}, "offset"),
        ("items", {"outcome": "vedtaget"}, "outcome"),
        ("items", {"year": "i fjor"}, "year"),
        ("items", {"subject": "15.2"}, "subject"),
        ("items", {"case": "15\0"}, "case"),
        ("meetings", {"from": "12.03.2025"}, "from"),
        ("meetings", {"to": "1741737600"}, "to"),
        ("meetings", {"body": "Byrådet"}, "body"),
        ("search", {"q": "nul\0tegn"}, "q"),
        ("search", {"per_page": 101}, "per_page"),
    ],
)
def test_a_parameter_that_cannot_be_used_is_named(address: str, asked: dict[str, object], parameter: str) -> None:
    assert [fault["parameter"] for fault in refused(address, 422, **asked)["faults"]] == [parameter]


@pytest.mark.parametrize(
    "address",
    [
        "bodies/fjordby-kommune/nowhere",
        "meetings/fjordby-kommune/byraad/1999-01-01",
        "meetings/fjordby-kommune/byraad/1999-01-01/document",
        "items/fjordby-kommune/byraad/2024-11-28/punkt-99",
        "documents/" + "0" * 64,
        "nothing-of-this-name",
        "bodies/fjordby kommune/byraad",
    ],
)
def test_what_is_not_there_is_said_to_be_missing(address: str) -> None:
    refused(address, 404)


def test_every_page_address_that_the_api_gives_is_on_the_site() -> None:
    meeting = get(f"meetings/{PLACE}")
    pages = {meeting["page"], meeting["body"]["page"], *(item["page"] for item in meeting["agenda"])}
    assert {Client().get(page).status_code for page in pages} == {200}
