"""The way down to each page of the record, as words with addresses."""

from __future__ import annotations

from django.urls import reverse

from pejl.calendar.days import danish_day
from pejl.record.queries.rows import Body, Meeting, Municipality
from pejl.web.record.addresses import body_address, meeting_address, municipality_address

Trail = list[tuple[str, str]]


def to_bodies(municipality: Municipality | None) -> Trail:
    """Above the list of bodies: nothing, or the list of all municipalities' bodies."""
    return [("Referater", reverse("bodies"))] if municipality else []


def to_municipality(municipality: Municipality) -> Trail:
    """Down to a municipality."""
    return [("Referater", reverse("bodies")), (municipality.name, municipality_address(municipality))]


def to_body(body: Body) -> Trail:
    """Above a body's page."""
    return to_municipality(body.municipality)


def to_meeting(meeting: Meeting) -> Trail:
    """Above a meeting's page."""
    return [*to_body(meeting.body), (meeting.body.name, body_address(meeting.body))]


def to_item(meeting: Meeting) -> Trail:
    """Above an item's page."""
    name = danish_day(meeting.date) if meeting.date else "Møde uden dato"
    return [*to_meeting(meeting), (name, meeting_address(meeting))]
