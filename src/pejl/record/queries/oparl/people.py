"""Bodies and parties, people, and who is on which body's list of members."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from pejl.minutes.document import Status
from pejl.record.models import Attendance, Body, Person, Pointer, Publication
from pejl.record.oparl.shapes import MembershipShape, OrganizationShape, PersonShape
from pejl.record.published.paths import PARTY, Kind, parts_of, party_part, path
from pejl.record.queries.oparl.places import Places
from pejl.record.queries.published import stamps


class _Seat(NamedTuple):
    """A line of a list of members."""

    person: str
    body: int
    party: str
    role: str
    status: str
    date: dt.date | None


def organizations(places: Places, rows: Sequence[Publication]) -> dict[str, OrganizationShape]:
    """Councils, committees and parties. Four database queries."""
    bodies = {places.organization(body.pk): body for body in places.bodies.values()}
    here = [bodies[row.path].pk for row in rows if row.path in bodies]
    members = _members(places, here)
    printed = _printed_names(places, [row.name for row in rows if row.path not in bodies and not _is_party(row.path)])
    told = stamps(row.path for row in rows)
    found = {}
    for row in rows:
        body = bodies.get(row.path)
        found[row.path] = OrganizationShape(
            path=row.path,
            stamp=told.get(row.path),
            body=places.own,
            name=body.name if body else printed.get(row.name, row.name),
            key="" if _is_party(row.path) else row.name,
            memberships=members.get(body.pk, ()) if body else (),
            page=_page(places, body),
        )
    return found


def people(places: Places, names: Iterable[str]) -> dict[str, PersonShape]:
    """The people of these names, by path. Four database queries."""
    rows = places.people(names)
    seats = _seats(rows.values())
    shapes = {}
    for own, row in rows.items():
        row.municipality = places.municipality
        memberships = _memberships(places, own, seats.get(row.name, []))
        shapes[own] = PersonShape(own, None, places.own, row.name, memberships, places.pages.person(row))
    told = stamps(each for shape in shapes.values() for each in (shape.path, *(own.path for own in shape.memberships)))
    return {
        own: replace(
            shape,
            stamp=told.get(own),
            memberships=tuple(replace(each, stamp=told.get(each.path)) for each in shape.memberships),
        )
        for own, shape in shapes.items()
    }


def memberships(places: Places, paths: Sequence[str]) -> dict[str, MembershipShape]:
    """The memberships at these paths. Five database queries."""
    own = {path(Kind.PERSON, places.municipality.slug, parts_of(each)[0]) for each in paths}
    names = Publication.objects.filter(path__in=own).values_list("name", flat=True)
    wanted = set(paths)
    return {
        each.path: each
        for person in people(places, names).values()
        for each in person.memberships
        if each.path in wanted
    }


def _is_party(whole: str) -> bool:
    return parts_of(whole)[0] == PARTY


def _page(places: Places, body: Body | None) -> str:
    if body is None:
        return ""
    body.municipality = places.municipality
    return places.pages.body(body)


def _members(places: Places, bodies: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The paths of the memberships of each body."""
    rows = Attendance.objects.filter(meeting__body__in=bodies).order_by()
    found: dict[int, set[str]] = {}
    for body, name in rows.values_list("meeting__body", "person__name").distinct():
        found.setdefault(body, set()).add(_membership_path(places, places.person(name), body))
    return {body: tuple(sorted(own)) for body, own in found.items()}


def _printed_names(places: Places, keys: Sequence[str]) -> dict[str, str]:
    """How bodies that are only announced are most often printed, by key."""
    rows = Pointer.objects.filter(item__meeting__body__municipality=places.municipality, body_key__in=keys).order_by()
    counts: dict[str, Counter[str]] = {}
    for key, name in rows.values_list("body_key", "body_name"):
        counts.setdefault(key, Counter())[name] += 1
    return {key: min(own, key=lambda name, own=own: (-own[name], name)) for key, own in counts.items()}  # type: ignore[misc]


def _seats(people: Iterable[Person]) -> dict[str, list[_Seat]]:
    """The lines of lists of members that name these people, by name, in the order of the meetings' days."""
    rows = Attendance.objects.filter(person__in=list(people)).order_by("meeting__date", "meeting__slug", "pk")
    found: dict[str, list[_Seat]] = {}
    fields = ("person__name", "meeting__body", "party", "role", "status", "meeting__date")
    for seat in map(_Seat._make, rows.values_list(*fields)):
        found.setdefault(seat.person, []).append(seat)
    return found


def _memberships(places: Places, person: str, seats: Sequence[_Seat]) -> tuple[MembershipShape, ...]:
    by_path: dict[str, list[_Seat]] = {}
    for seat in seats:
        by_path.setdefault(_membership_path(places, person, seat.body), []).append(seat)
    return tuple(_membership(places, person, own, by_path[own]) for own in sorted(by_path))


def _membership(places: Places, person: str, own: str, seats: Sequence[_Seat]) -> MembershipShape:
    latest = seats[-1]
    party = next((seat.party for seat in reversed(seats) if seat.party), "")
    days = [seat.date for seat in seats if seat.date]
    return MembershipShape(
        path=own,
        stamp=None,
        person=person,
        organization=places.organization(latest.body),
        party=places.of(Kind.ORGANIZATION, PARTY, party_part(party)) if party else "",
        role=latest.role,
        substitute=all(seat.status == Status.SUBSTITUTE for seat in seats),
        first=min(days, default=None),
        last=max(days, default=None),
    )


def _membership_path(places: Places, person: str, body: int) -> str:
    return places.of(Kind.MEMBERSHIP, parts_of(person)[0], parts_of(places.organization(body))[0])
