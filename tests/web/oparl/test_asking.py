"""What a reader asks of the OParl interface, and what becomes of questions that cannot be understood."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given
from hypothesis import settings as of_examples
from hypothesis import strategies as st

from patience import examples
from web.oparl.asking import BASE, ROOT, START, ask

pytestmark = pytest.mark.usefixtures("small")

OWN = f"{ROOT}body/fjordby-kommune"
LISTS = [
    *("organization", "person", "meeting", "paper", "agendaitem", "consultation", "file", "location"),
    *("legislativeterm", "membership"),
]
MEETING = f"{ROOT}meeting/fjordby-kommune/beskaeftigelsesudvalg/2025-03-12"


def get(address: str, **asked: str) -> Any:
    reply = ask("GET", f"{address}?{urlencode(asked)}" if asked else address, {})
    assert reply.status == 200, reply.content
    return json.loads(reply.content)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("created_since", "2025-03-12"),
        ("created_until", "i går"),
        ("modified_since", "2025-13-40T00:00:00Z"),
        ("modified_until", "0001-01-01T00:00:00+23:59"),
        ("modified_since", "9999-12-31T23:59:59-23:59"),
        ("created_since", "2025-03-12T08:00:00"),
        ("created_since", "20250312T080000Z"),
        ("created_since", "٢٠٢٥-٠٣-١٢T00:00:00Z"),
        ("limit", "0"),
        ("limit", "-1"),
        ("limit", "mange"),
        ("limit", "²"),
        ("omit_internal", "ja"),
        ("after", "x"),
        ("after", "WyIxIl0"),
    ],
)
def test_what_cannot_be_understood_is_refused_with_a_sentence(name: str, value: str) -> None:
    reply = ask("GET", f"{OWN}/meeting?{urlencode({name: value})}", {})
    told = json.loads(reply.content)
    assert reply.status == 400
    assert told["type"] == "https://schema.oparl.org/1.1/Error"
    assert told["message"].startswith(name) and told["message"].endswith(".")
    assert reply.headers["access-control-allow-origin"] == "*"


NAMES = st.sampled_from(["created_since", "modified_until", "limit", "omit_internal", "after", "page", "x"])


@of_examples(max_examples=examples(60), deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.dictionaries(NAMES, st.text(max_size=30) | st.from_regex(r"\A[0-9T:+-]{1,25}\Z"), max_size=3),
    st.sampled_from(LISTS),
)
def test_any_question_is_answered_or_refused(asked: dict[str, str], kind: str) -> None:
    reply = ask("GET", f"{OWN}/{kind}?{urlencode(asked, errors='replace')}", {})
    assert reply.status in {200, 400}
    assert json.loads(reply.content)


def test_a_plus_sign_that_was_not_encoded_is_understood() -> None:
    told = get(f"{OWN}/meeting?created_since=2000-01-01T00:00:00+01:00&limit=1")
    assert told["pagination"]["totalElements"] == 3
    assert "created_since=2000-01-01T00%3A00%3A00%2B01%3A00" in told["links"]["next"]


def test_a_page_is_never_longer_than_the_server_gives() -> None:
    assert get(f"{OWN}/meeting", limit="5000")["pagination"]["elementsPerPage"] == 25
    assert get(f"{OWN}/person", limit="2")["pagination"]["elementsPerPage"] == 2


def test_leafing_back_meets_the_same_pages() -> None:
    forth, address = [], f"{OWN}/agendaitem?limit=2"
    while address:
        forth.append(get(address))
        address = forth[-1]["links"].get("next", "")
    assert [page["pagination"]["currentPage"] for page in forth] == [1, 2, 3]
    assert {page["pagination"]["totalPages"] for page in forth} == {3}
    assert forth[-1]["links"]["self"] == forth[0]["links"]["last"]
    back = get(forth[2]["links"]["prev"])
    assert (back["data"], back["links"]) == (forth[1]["data"], forth[1]["links"])
    assert get(back["links"]["prev"])["data"] == forth[0]["data"]
    assert "prev" not in forth[0]["links"] and "next" not in forth[-1]["links"]


@pytest.mark.parametrize("kind", LISTS)
def test_a_longer_page_costs_no_more_questions_to_the_database(kind: str) -> None:
    def asked(limit: int) -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            get(f"{OWN}/{kind}", limit=str(limit))
        return len(queries)

    assert asked(100) <= asked(1) + 1  # a single page need not look where the last one begins
    assert asked(100) <= 20


@pytest.mark.parametrize(
    "path",
    [
        *("nothing", "body/nowhere", "body/nowhere/meeting", "body/fjordby-kommune/vote", "body/fjordby-kommune/x"),
        *("person/fjordby-kommune/0", "meeting/fjordby-kommune/byraad/1999-01-01", "vote/fjordby-kommune/x/y/z/1"),
        *("file/fjordby-kommune/abc/referat.txt", "meeting/" + "x" * 600, "body//meeting"),
        "vote/fjordby-kommune/beskaeftigelsesudvalg/2025-03-12/punkt-2/1",
    ],
)
def test_what_is_not_there_is_said_to_be_missing(path: str) -> None:
    reply = ask("GET", f"{ROOT}{path}", {})
    assert reply.status == 404
    assert json.loads(reply.content)["message"].endswith(".")


def test_the_root_leads_to_the_system() -> None:
    reply = ask("GET", ROOT, {})
    assert (reply.status, reply.headers["location"]) == (301, START)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_the_interface_can_only_be_read(method: str) -> None:
    reply = ask(method, START, {})
    assert (reply.status, reply.headers["allow"]) == (405, "GET, HEAD, OPTIONS")
    assert json.loads(reply.content)["type"].endswith("/Error")


def test_a_browser_that_asks_first_is_let_in_from_anywhere() -> None:
    reply = ask(
        "OPTIONS", f"{OWN}/meeting", {"Origin": "https://andet.example.dk", "Access-Control-Request-Method": "GET"}
    )
    assert (reply.status, reply.content) == (204, b"")
    assert reply.headers["access-control-allow-origin"] == "*"
    assert "GET" in reply.headers["access-control-allow-methods"]


def test_only_open_data_is_open_to_scripts_of_other_sites() -> None:
    for address in ("/", "/referater/", "/soeg/?q=budget", "/om/", "/referater/kalender.ics"):
        assert "Access-Control-Allow-Origin" not in Client().get(address).headers
    assert Client().get("/oparl/v1.1/system").headers["Access-Control-Allow-Origin"] == "*"


def test_nothing_is_sent_again_while_nothing_has_changed() -> None:
    first = ask("GET", MEETING, {})
    by_time = ask("GET", MEETING, {"If-Modified-Since": first.headers["last-modified"]})
    by_mark = ask("GET", MEETING, {"If-None-Match": first.headers["etag"]})
    assert (by_time.status, by_mark.status) == (304, 304)
    assert by_mark.headers["access-control-allow-origin"] == "*"
    packed = ask("GET", MEETING, {"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"


def test_ids_begin_with_the_configured_address_whatever_is_asked() -> None:
    told = json.loads(Client().get("/oparl/v1.1/system", headers={"host": "127.0.0.1"}).content)
    assert told["id"] == START
    assert told["product"] == f"{BASE}/om/"


@override_settings(BASE_ADDRESS="")
def test_without_a_configured_address_ids_begin_with_what_is_asked() -> None:
    def told(**how: Any) -> str:
        return str(json.loads(Client().get("/oparl/v1.1/system", **how).content)["id"])

    assert told() == "http://testserver/oparl/v1.1/system"
    assert told(secure=True) == "https://testserver/oparl/v1.1/system"
    proxied = {"x-forwarded-proto": "https", "host": "localhost:8443"}
    assert told(headers=proxied) == "http://localhost:8443/oparl/v1.1/system", "nobody said that a proxy is trusted"
    with override_settings(SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https")):
        assert told(headers=proxied) == "https://localhost:8443/oparl/v1.1/system"


def test_the_installation_says_of_itself_what_it_is_told_to_say() -> None:
    assert not {"license", "contactName", "contactEmail"} & set(get(START))
    license_ = "https://creativecommons.org/publicdomain/zero/1.0/"
    with override_settings(LICENSE=license_, CONTACT_NAME="Byrådssekretariatet", CONTACT_EMAIL="post@example.dk"):
        for told in (get(START), get(OWN)):
            assert told["license"] == license_
            assert (told["contactName"], told["contactEmail"]) == ("Byrådssekretariatet", "post@example.dk")


def test_a_closed_item_has_number_title_and_that_it_is_not_public() -> None:
    told = get(f"{ROOT}agendaitem/fjordby-kommune/beskaeftigelsesudvalg/2025-03-12/punkt-3")
    assert told.pop("public") is False
    assert set(told) == {"id", "type", "meeting", "number", "order", "name", "created", "modified", "web"}
    assert told["name"] == "Lukket: Personsag"


def test_a_meeting_tells_when_where_by_whom_and_what_became_of_it() -> None:
    told = get(MEETING)
    assert told["meetingState"] == "durchgeführt" and told["cancelled"] is False
    assert told["start"] == "2025-03-12T00:00:00+01:00" and told["pejl:allDay"] is True
    assert told["location"]["description"] == "Rådhuset, lokale 2"
    assert [get(each)["name"] for each in told["participant"]] == ["Asta Fjord"], "Bo Klit was away"
    item = told["agendaItem"][1]
    assert (item["result"], item["resolutionText"], item["public"]) == ("Anbefalet", "Tiltrådt.", True)
    assert item["pejl:votes"] == [
        {
            **{"on": "recommendation", "outcome": "rejected"},
            "names": {"for": ["Asta Fjord"], "against": ["Bo Klit"]},
        }
    ]
    assert item["pejl:route"] == [{"body": "Byrådet", "date": "2025-03-26"}]


def test_a_case_is_a_paper_with_its_stations() -> None:
    [paper] = get(f"{OWN}/paper")["data"]
    assert paper["reference"] == "25-3-15.20.00-P05"
    assert [(each["pejl:date"], each["pejl:told"], each["role"]) for each in paper["consultation"]] == [
        ("2024-11-28", "treated", "Beslutning"),
        ("2025-03-12", "treated", "Anbefaling"),
        ("2025-03-26", "announced", "Varslet behandling"),
    ]
    assert [each.get("authoritative") for each in paper["consultation"]] == [True, False, None]
    assert "meeting" not in paper["consultation"][2]
    assert get(paper["consultation"][2]["organization"][0])["name"] == "Byrådet"


def test_people_sit_in_bodies_on_behalf_of_parties() -> None:
    people = {told["name"]: told for told in get(f"{OWN}/person")["data"]}
    [seat] = people["Asta Fjord"]["membership"]
    assert get(seat["organization"])["name"] == "Beskæftigelsesudvalget"
    party = get(seat["onBehalfOf"])
    assert (party["name"], party["organizationType"]) == ("A", "Fraktion")
    assert (seat["pejl:firstMeeting"], seat["pejl:lastMeeting"]) == ("2025-03-12", "2025-03-12")


def test_terms_have_the_days_that_their_years_say() -> None:
    [term] = get(OWN)["legislativeTerm"]
    assert (term["name"], term["startDate"], term["endDate"]) == ("2022-2025", "2022-01-01", "2025-12-31")


def test_the_host_of_the_configured_address_is_answered() -> None:
    assert BASE.removeprefix("https://") in settings.ALLOWED_HOSTS
