"""Feeds and calendars keep their standards whatever the record says."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Timezone

from pejl.web.page.atom import Feed, FeedEntry, atom
from pejl.web.page.calendar_file import CalendarEntry, calendar_file
from pejl.web.page.signs import printable
from web.feeds import ATOM, entries_of, valid_atom, valid_calendar

NOON = dt.datetime(2025, 3, 12, 12, tzinfo=dt.UTC)
DENMARK = ZoneInfo("Europe/Copenhagen")
ANY_TEXT = st.text(max_size=120)


def entry(number: int = 1, title: str = "Budget", text: str = "Tiltrådt.") -> FeedEntry:
    address = f"https://referater.example.dk/punkt-{number}/"
    return FeedEntry(address, address, title, text, NOON, NOON + dt.timedelta(hours=number), ("Tiltrådt",))


def feed(*entries: FeedEntry, title: str = "Beslutninger") -> Feed:
    return Feed("https://referater.example.dk/atom.xml", "https://referater.example.dk/", title, "Fjordby", entries)


def test_a_feed_tells_what_happened_and_when() -> None:
    found = valid_atom(atom(feed(entry(1), entry(2, "Kr. < 5 & > 3", "Linje et\nLinje to"))))
    assert found.findtext(f"{ATOM}updated") == "2025-03-12T14:00:00+00:00"
    assert [told["title"] for told in entries_of(found)] == ["Budget", "Kr. < 5 & > 3"]
    assert entries_of(found)[1]["summary"] == "Linje et<br>Linje to"


def test_a_feed_without_entries_says_the_same_tomorrow() -> None:
    assert atom(feed()) == atom(feed())
    assert valid_atom(atom(feed())).findtext(f"{ATOM}updated") == "1970-01-01T00:00:00+00:00"


@given(ANY_TEXT, ANY_TEXT)
def test_any_text_makes_a_feed(title: str, text: str) -> None:
    valid_atom(atom(feed(entry(1, title, text), title=title)))


def meeting(**said: object) -> CalendarEntry:
    told: dict[str, object] = {"uid": "møde-1", "title": "Møde", "start": dt.date(2025, 3, 12), "stamp": NOON, **said}
    return CalendarEntry(**told)  # type: ignore[arg-type]


def test_a_calendar_without_entries_says_what_danish_time_is() -> None:
    empty = calendar_file("Møder", [])
    assert valid_calendar(empty) == []
    [zone] = [part for part in Calendar.from_ical(empty).subcomponents if isinstance(part, Timezone)]
    for day in (dt.date(2026, 3, 28), dt.date(2026, 3, 30), dt.date(2026, 10, 24), dt.date(2026, 10, 26)):
        noon = dt.datetime.combine(day, dt.time(12), DENMARK)
        assert noon.replace(tzinfo=zone.to_tz()).utcoffset() == noon.utcoffset()
    assert "TZID:Europe/Copenhagen\r\n" in empty.decode()
    assert not [*Calendar.from_ical(calendar_file("Møder", [meeting()])).walk("VTIMEZONE")]


def test_a_day_without_a_time_is_a_whole_day() -> None:
    [event] = valid_calendar(calendar_file("Møder", [meeting(end=dt.date(2025, 3, 13))]))
    assert (event["dtstart"].dt, event["dtend"].dt) == (dt.date(2025, 3, 12), dt.date(2025, 3, 14))
    assert "dtend" not in valid_calendar(calendar_file("Møder", [meeting(end=dt.date(2025, 3, 12))]))[0]


def test_a_time_is_the_same_moment_everywhere() -> None:
    start = dt.datetime(2025, 7, 2, 16, tzinfo=DENMARK)
    [event] = valid_calendar(calendar_file("Møder", [meeting(start=start, end=start + dt.timedelta(hours=2))]))
    assert event["dtstart"].dt == dt.datetime(2025, 7, 2, 14, tzinfo=dt.UTC)
    assert event["dtend"].dt == dt.datetime(2025, 7, 2, 16, tzinfo=dt.UTC)


def test_an_end_that_is_none_is_left_out() -> None:
    start = dt.datetime(2025, 7, 2, 16, tzinfo=DENMARK)
    for end in (start, start - dt.timedelta(hours=1), dt.date(2025, 7, 3)):
        [event] = valid_calendar(calendar_file("Møder", [meeting(start=start, end=end)]))
        assert "dtend" not in event


def test_what_is_only_announced_or_called_off_says_so() -> None:
    events = [meeting(tentative=True), meeting(uid="2", cancelled=True, tentative=True), meeting(uid="3")]
    found = valid_calendar(calendar_file("Møder", events))
    assert [event["status"] for event in found] == ["TENTATIVE", "CANCELLED", "CONFIRMED"]


@given(ANY_TEXT, ANY_TEXT)
def test_any_text_makes_a_calendar(title: str, text: str) -> None:
    told = meeting(title=title, text=text, place=text, link="https://example.dk/æ")
    [event] = valid_calendar(calendar_file(title, [told]))
    assert printable(title) == str(event["summary"])
