"""What the standards ask of feeds and calendars, for the tests of everything that gives one."""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import urlsplit

from icalendar import Calendar, Event
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"


def valid_atom(content: bytes) -> etree._Element:
    """The feed, which keeps what RFC 4287 asks of it."""
    feed = etree.fromstring(content)
    assert feed.tag == f"{ATOM}feed"
    for element in (feed, *feed.iterfind(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1, f"one {name}"
        assert urlsplit(element.findtext(f"{ATOM}id")).scheme in {"https", "http", "urn", "tag"}
        for name in ("updated", "published"):
            for moment in element.iterfind(f"{ATOM}{name}"):
                assert dt.datetime.fromisoformat(moment.text).tzinfo is not None
        for link in element.iterfind(f"{ATOM}link"):
            assert urlsplit(link.get("href")).netloc, "addresses are whole"
        assert [link.get("rel") for link in element.iterfind(f"{ATOM}link")].count("alternate") <= 1
    entries = feed.findall(f"{ATOM}entry")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids)
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    assert [link.get("rel") for link in feed.iterfind(f"{ATOM}link")].count("self") == 1
    for entry in entries:
        assert entry.find(f"{ATOM}link") is not None
        assert entry.findtext(f"{ATOM}updated") <= feed.findtext(f"{ATOM}updated")
    return feed


def entries_of(feed: etree._Element) -> list[dict[str, str]]:
    """The entries of a feed by the names of their elements."""
    return [
        {str(part.tag).removeprefix(ATOM): part.text or part.get("href", "") for part in entry}
        for entry in feed.iterfind(f"{ATOM}entry")
    ]


def valid_calendar(content: bytes) -> list[Event]:
    """The events of a calendar that keeps what RFC 5545 asks of it."""
    assert content.endswith(b"\r\n")
    lines = content.split(b"\r\n")
    assert not [line for line in lines if b"\n" in line or b"\r" in line]
    assert not [line for line in lines if len(line) > 75]
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", content.replace(b"\r\n", b""))
    calendar = Calendar.from_ical(content)
    assert (calendar["version"], bool(calendar["prodid"])) == ("2.0", True)
    assert calendar.subcomponents, "a calendar has at least one component"
    assert "method" not in calendar, "a method asks for an organizer, and for the same method in the media type"
    events: list[Event] = list(calendar.walk("VEVENT"))
    for event in events:
        assert event["uid"] and event["dtstamp"] and event["dtstart"] and "summary" in event
        assert event["dtstamp"].dt.tzinfo is not None
        start = event["dtstart"].dt
        assert not isinstance(start, dt.datetime) or start.utcoffset() == dt.timedelta()
        if "dtend" in event:
            assert event["dtend"].dt > start
    uids = [str(event["uid"]) for event in events]
    assert len(set(uids)) == len(uids)
    return events
