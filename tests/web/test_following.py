"""What a reader can follow without coming back to look: meetings in a calendar, decisions and searches in a feed."""

from __future__ import annotations

import datetime as dt
import re
from unittest.mock import patch

import pytest
from django.test import Client, override_settings
from icalendar import Event
from lxml import etree

from pejl.minutes.document import Outcome, SourceLine
from pejl.record.models import Body, ListedMeeting, Notice
from record.builders import agenda, closed, item, minutes, stop
from web.api_record import SECRET, take_in
from web.feeds import ATOM, entries_of, valid_atom, valid_calendar

pytestmark = pytest.mark.usefixtures("record")

COMMITTEE = "/referater/fjordby-kommune/beskaeftigelsesudvalg"
TODAY = dt.date(2025, 3, 20)


def calendar(address: str = "/referater/kalender.ics", today: dt.date = TODAY) -> list[Event]:
    with patch("pejl.web.record.feeds.timezone.localdate", return_value=today):
        response = Client().get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return valid_calendar(response.content)


def feed(address: str = "/referater/atom.xml") -> etree._Element:
    response = Client().get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return valid_atom(response.content)


def test_a_calendar_has_meetings_that_were_and_days_that_are_announced() -> None:
    events = [(str(event["summary"]), event["dtstart"].dt.isoformat(), str(event["status"])) for event in calendar()]
    assert events == [
        ("Byrådet", "2024-11-28", "CONFIRMED"),
        ("Beskæftigelsesudvalget", "2025-03-12", "CONFIRMED"),
        ("Byrådet – varslet", "2025-03-26", "TENTATIVE"),
        ("Beskæftigelsesudvalget", "2025-04-09", "CONFIRMED"),
    ]
    announced = calendar()[2]
    assert "Indsats for kontanthjælpsmodtagere" in announced["description"]
    assert calendar()[1]["url"] == f"http://testserver{COMMITTEE}/2025-03-12/"


def test_a_day_that_was_announced_and_has_passed_is_no_longer_in_it() -> None:
    assert not [event for event in calendar(today=dt.date(2025, 4, 1)) if event["status"] == "TENTATIVE"]


def test_a_calendar_begins_with_last_year() -> None:
    assert len(calendar(today=dt.date(2026, 1, 1))) == 2


def test_a_body_has_a_calendar_of_its_own() -> None:
    assert {str(event["summary"]) for event in calendar(f"{COMMITTEE}/kalender.ics")} == {"Beskæftigelsesudvalget"}
    council = calendar("/referater/fjordby-kommune/byraad/kalender.ics")
    assert [str(event["status"]) for event in council] == ["CONFIRMED", "TENTATIVE"]
    assert len(calendar("/referater/fjordby-kommune/kalender.ics")) == 4


def test_a_meeting_keeps_its_entry_from_the_announcement_to_the_minutes(own_home: None) -> None:
    def entry() -> Event:
        return next(event for event in calendar() if event["dtstart"].dt.isoformat().startswith("2025-03-26"))

    announced = entry()
    take_in(agenda(item(1, outcome=None), body="Byrådet", date=dt.date(2025, 3, 26)))
    called = entry()
    take_in(minutes(item(1), body="Byrådet", date=dt.date(2025, 3, 26), time="17:00"))
    held = entry()
    assert announced["uid"] == called["uid"] == held["uid"]
    assert announced["dtstamp"].dt <= called["dtstamp"].dt <= held["dtstamp"].dt
    assert held["dtstart"].dt == dt.datetime(2025, 3, 26, 16, tzinfo=dt.UTC)
    assert held["location"] == "Rådhuset, lokale 2"


def test_a_meeting_that_was_called_off_is_told_to_be(own_home: None) -> None:
    head = [SourceLine(line=1, text="Dagsorden - AFLYST", field="body")]
    take_in(agenda(item(1, outcome=None), date=dt.date(2025, 5, 7)).model_copy(update={"head": head}))
    event = next(event for event in calendar() if event["dtstart"].dt == dt.date(2025, 5, 7))
    assert (event["status"], str(event["summary"])) == ("CANCELLED", "Beskæftigelsesudvalget – aflyst")


def test_days_that_a_list_of_meetings_names_are_in_the_calendar() -> None:
    body = Body.objects.get(slug="beskaeftigelsesudvalg")
    received = dt.datetime(2025, 1, 2, 8, tzinfo=dt.UTC)
    Notice.objects.create(
        sha256="1" * 64, order=9, received_at=received, name="plan.json", kind=Notice.MEETING_LIST, municipality="x"
    )
    for day in (dt.date(2025, 4, 9), dt.date(2025, 5, 14)):
        ListedMeeting.objects.create(body=body, date=day, title="Ordinært", listed_in="1" * 64)
    found = {event["dtstart"].dt: event for event in calendar(f"{COMMITTEE}/kalender.ics")}
    assert found[dt.date(2025, 5, 14)]["dtstamp"].dt == received
    assert found[dt.date(2025, 4, 9)]["url"], "the meeting whose agenda is here counts"
    assert len(found) == 3


def test_nothing_is_told_anew_while_nothing_has_changed() -> None:
    first = Client().get("/referater/kalender.ics")
    assert Client().get("/referater/kalender.ics", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    assert Client().head("/referater/atom.xml").status_code == 200


def test_a_feed_tells_what_was_decided_with_the_latest_published_first() -> None:
    told = entries_of(feed())
    assert {entry["title"] for entry in told} == {
        *("Godkendelse af dagsorden", "Indsats for kontanthjælpsmodtagere", "Budgetopfølgning"),
    }
    assert told[0]["id"].endswith("/byraad/2024-11-28/punkt-5/"), "it came last, though it met first"
    assert told[0]["summary"] == "Byrådet, 28. november 2024. Tiltrådt.<br>Tiltrådt."
    assert all(entry["id"].startswith("http://testserver/referater/") for entry in told)


def test_each_body_and_municipality_has_a_feed_of_its_own() -> None:
    assert len(entries_of(feed(f"{COMMITTEE}/atom.xml"))) == 3
    assert len(entries_of(feed("/referater/fjordby-kommune/atom.xml"))) == 4
    assert feed(f"{COMMITTEE}/atom.xml").findtext(f"{ATOM}title") == "Beslutninger: Beskæftigelsesudvalget"


def test_a_corrected_decision_is_an_entry_that_has_changed(own_home: None) -> None:
    def entry() -> dict[str, str]:
        return next(each for each in entries_of(feed()) if each["id"].endswith("2025-04-09/punkt-1/"))

    before = entry()
    take_in(minutes(item(1, "Budgetopfølgning", outcome=Outcome.ADOPTED), date=dt.date(2025, 4, 9), note="2"))
    after = entry()
    assert (after["id"], after["published"]) == (before["id"], before["published"])
    assert after["updated"] > before["updated"]


def test_a_search_is_followed_by_its_own_address() -> None:
    found = feed("/soeg/atom.xml?q=kontanthj%C3%A6lpsmodtagere&udfald=recommended&side=7")
    [entry] = entries_of(found)
    assert entry["title"] == "Indsats for kontanthjælpsmodtagere"
    assert entry["id"].endswith("/2025-03-12/punkt-2/")
    links = {link.get("rel"): link.get("href") for link in found.iterfind(f"{ATOM}link")}
    assert links["self"].endswith("/soeg/atom.xml?q=kontanthj%C3%A6lpsmodtagere&udfald=recommended")
    assert Client().get(links["alternate"].removeprefix("http://testserver")).status_code == 200


def test_a_followed_search_has_the_latest_meetings_first() -> None:
    told = [re.findall(r"\d{4}-\d\d-\d\d", entry["id"])[0] for entry in entries_of(feed("/soeg/atom.xml?q=indsats"))]
    assert told == sorted(told, reverse=True) and len(told) == 2


def test_a_search_that_finds_nothing_is_a_feed_that_waits() -> None:
    assert entries_of(feed("/soeg/atom.xml?q=ordetfindesikke")) == []
    assert len(entries_of(feed("/soeg/atom.xml"))) == 4


def test_pages_lead_to_what_can_be_followed() -> None:
    for page, wanted in {
        "/": {"/referater/atom.xml", "/referater/kalender.ics"},
        "/referater/": {"/referater/atom.xml", "/referater/kalender.ics"},
        "/referater/fjordby-kommune/": {"/referater/fjordby-kommune/atom.xml"},
        f"{COMMITTEE}/": {f"{COMMITTEE}/atom.xml", f"{COMMITTEE}/kalender.ics"},
        "/soeg/?q=indsats&side=2": {"/soeg/atom.xml?q=indsats"},
    }.items():
        markup = Client().get(page).content.decode()
        assert wanted <= set(re.findall(r'<a href="([^"]+)" type=', markup)), page
        [alternate] = re.findall(
            r'<link rel="alternate" type="application/atom\+xml" title="[^"]+" href="([^"]+)"', markup
        )
        assert Client().get(alternate).status_code == 200


def test_nothing_of_closed_items_can_be_followed(own_home: None) -> None:
    take_in(minutes(closed(1, hidden=SECRET).model_copy(update={"route": [stop(f"{SECRET}udvalget", TODAY)]}), item(2)))
    for address in ("/referater/atom.xml", "/referater/kalender.ics", "/soeg/atom.xml", f"/soeg/atom.xml?q={SECRET}"):
        answer = Client().get(address).content.decode().replace(f"q={SECRET}", "").replace(f"Søgning: {SECRET}", "")
        assert SECRET.lower() not in answer.lower()


@pytest.mark.parametrize(
    "address",
    [
        "/referater/andet/kalender.ics",
        "/referater/fjordby-kommune/andet/atom.xml",
        "/referater/andet/andet/kalender.ics",
    ],
)
def test_nobody_else_can_be_followed(address: str) -> None:
    assert Client().get(address).status_code == 404


def test_whole_addresses_begin_with_the_configured_one() -> None:
    with override_settings(BASE_ADDRESS="https://referater.example.dk"):
        for told in (feed(), feed("/soeg/atom.xml?q=indsats")):
            assert told.findtext(f"{ATOM}id").startswith("https://referater.example.dk/")
