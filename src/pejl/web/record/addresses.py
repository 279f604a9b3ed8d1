"""The addresses of what stands in the record, built from rows that hold their body and municipality."""

from __future__ import annotations

from django.urls import reverse

from pejl.record.names import line_anchor
from pejl.record.queries.finding import address_of
from pejl.record.queries.pointers import Resolved
from pejl.record.queries.promise_view import PromiseView
from pejl.record.queries.rows import Body, Case, Item, Meeting, Municipality, Person
from pejl.record.search import Hit


def municipality_address(municipality: Municipality) -> str:
    """The bodies of one municipality."""
    return reverse("municipality", args=[municipality.slug])


def body_address(body: Body) -> str:
    """A body's meetings."""
    return reverse("body", args=[body.municipality.slug, body.slug])


def meeting_address(meeting: Meeting) -> str:
    """A meeting."""
    body = meeting.body
    return reverse("meeting", args=[body.municipality.slug, body.slug, meeting.slug])


def item_address(item: Item) -> str:
    """An item of a meeting."""
    meeting = item.meeting
    return reverse("item", args=[meeting.body.municipality.slug, meeting.body.slug, meeting.slug, item.slug])


def hit_address(hit: Hit) -> str:
    """The paragraph that a search hit."""
    return reverse("item", args=address_of(hit)) + (f"#{hit.anchor}" if hit.anchor else "")


def target_address(resolved: Resolved) -> str:
    """Where a reference leads: the item, else the meeting, else nowhere (an empty string)."""
    if resolved.item is not None:
        return item_address(resolved.item)
    return meeting_address(resolved.meeting) if resolved.meeting is not None else ""


def case_address(case: Case) -> str:
    """A case across meetings."""
    return reverse("case", args=[case.municipality.slug, case.slug])


def person_address(person: Person) -> str:
    """A member."""
    return reverse("person", args=[person.municipality.slug, person.slug])


def promise_address(view: PromiseView) -> str:
    """The paragraph that makes the promise, on its item's page."""
    return f"{item_address(view.row.item)}#{line_anchor(view.row.line)}"
