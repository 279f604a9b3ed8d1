"""Promises in a calendar program and in a feed reader: the same address gives the same file until something changes."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client

from pejl.record.models import Document
from pejl.record.queries.promises import Asked, promises
from pejl.record.services.promises import drop_promise
from web.feeds import entries_of, valid_atom, valid_calendar
from web.promised import DAY, KEPT_PROMISE, take_in_promises

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_home")]
CALENDAR, FEED = f"/loefter/kalender.ics?dag={DAY}", f"/loefter/atom.xml?dag={DAY}"


@pytest.fixture(autouse=True)
def promised() -> None:
    take_in_promises()


def test_the_calendar_has_each_open_promise_on_its_last_day() -> None:
    answer = Client().get(CALENDAR)
    assert answer.headers["Content-Type"].startswith("text/calendar")
    events = valid_calendar(answer.content)
    assert [(str(event["summary"]), event["dtstart"].dt) for event in events] == [
        ("Løfte: En redegørelse om klager (Beskæftigelsesudvalget)", dt.date(2025, 11, 30)),
        ("Løfte: et forslag til <b>navn</b> (Beskæftigelsesudvalget)", dt.date(2026, 6, 30)),
        ("Løfte: Ordningen evalueres (Beskæftigelsesudvalget)", dt.date(2028, 12, 31)),
    ]
    assert all(str(event["uid"]).startswith("loefte-") for event in events)
    assert all("/punkt-" in str(event["url"]) and "#linje-" in str(event["url"]) for event in events)


def test_the_calendar_is_stamped_by_the_record_and_not_by_the_clock() -> None:
    received = {moment.replace(microsecond=0) for moment in Document.objects.values_list("received_at", flat=True)}
    assert {event["dtstamp"].dt for event in valid_calendar(Client().get(CALENDAR).content)} <= received
    assert Client().get(CALENDAR).content == Client().get(CALENDAR).content


def test_the_calendar_takes_the_filters_of_the_page() -> None:
    (kept,) = valid_calendar(Client().get(f"{CALENDAR}&tilstand=kept").content)
    assert kept["dtstart"].dt == dt.date(2026, 3, 31)
    assert valid_calendar(Client().get(f"{CALENDAR}&q=klager&slags=status").content) == []


def test_the_feed_has_every_promise_with_its_source_and_fate() -> None:
    answer = Client().get(FEED)
    assert answer.headers["Content-Type"].startswith("application/atom+xml")
    entries = entries_of(valid_atom(answer.content))
    assert len(entries) == 6
    (kept,) = (entry for entry in entries if KEPT_PROMISE in entry["summary"])
    assert kept["title"] == "En status på handleplanerne (Holdt (foreslået, ikke bekræftet))"
    assert "Status på handleplanerne" in kept["summary"].splitlines()[-1]
    (open_one,) = (entry for entry in entries if "klager" in entry["title"])
    assert open_one["title"] == "En redegørelse om klager"


def test_the_feed_says_the_same_on_another_day_and_changes_when_somebody_acts() -> None:
    before = entries_of(valid_atom(Client().get(f"{FEED}&tilstand=coming").content))
    (coming,) = (entry for entry in before if "Ordningen" in entry["title"])
    much_later = entries_of(valid_atom(Client().get("/loefter/atom.xml?dag=2029-01-01&tilstand=overdue").content))
    (overdue,) = (entry for entry in much_later if "Ordningen" in entry["title"])
    assert overdue == coming
    found = promises(Asked(as_of=dt.date.fromisoformat(DAY)), 50, 0).rows
    drop_promise(next(view.row.key for view in found if "Ordningen" in view.row.what), who="A", why="Afskaffet.")
    after = entries_of(valid_atom(Client().get("/loefter/atom.xml?dag=2100-01-01&tilstand=dropped").content))
    assert after[0]["id"] == coming["id"]
    assert after[0]["updated"] > coming["updated"]
    assert after[0]["title"] == "Ordningen evalueres (Frafaldet)"
