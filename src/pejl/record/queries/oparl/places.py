"""From the paths of published things to the rows of the record, and back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from pejl.record.models import Body, Case, Item, Meeting, Municipality, Person
from pejl.record.published.paths import Kind, case_part, name_part, path, veiled_part


@dataclass(frozen=True)
class Pages:
    """Where the site shows things: the site's own addresses, handed in by whoever shows."""

    municipality: Callable[[Municipality], str]
    body: Callable[[Body], str]
    meeting: Callable[[Meeting], str]
    item: Callable[[Item], str]
    case: Callable[[Case], str]
    person: Callable[[Person], str]


def _nowhere(_row: object) -> str:
    return ""


NO_PAGES = Pages(_nowhere, _nowhere, _nowhere, _nowhere, _nowhere, _nowhere)
"""For those who show nothing."""


@dataclass(frozen=True)
class Places:
    """The paths of one municipality's things. It asks for the municipality's bodies once."""

    municipality: Municipality
    pages: Pages

    @cached_property
    def bodies(self) -> dict[str, Body]:
        """The bodies by their part of a path."""
        return {name_part(body.key): body for body in Body.objects.filter(municipality=self.municipality)}

    @cached_property
    def keys(self) -> dict[int, str]:
        """Each body's part of a path by its primary key."""
        return {body.pk: part for part, body in self.bodies.items()}

    def of(self, kind: Kind, *parts: str) -> str:
        """A path in this municipality."""
        return path(kind, self.municipality.slug, *parts)

    @property
    def own(self) -> str:
        """The municipality's own path."""
        return self.of(Kind.BODY)

    def organization(self, body_id: int) -> str:
        """The path of a body."""
        return self.of(Kind.ORGANIZATION, veiled_part(self.bodies[self.keys[body_id]].key))

    def meeting(self, meeting: Meeting) -> str:
        """The path of a meeting."""
        return self.of(Kind.MEETING, self.keys[meeting.body_id], meeting.slug)

    def item(self, item: Item) -> str:
        """The path of an item that has its meeting at hand."""
        return self.of(Kind.ITEM, self.keys[item.meeting.body_id], item.meeting.slug, item.slug)

    def person(self, name: str) -> str:
        """The path of a person."""
        return self.of(Kind.PERSON, veiled_part(name))

    def paper(self, case: Case) -> str:
        """The path of a case."""
        return self.of(Kind.PAPER, case_part(case.number))

    def meetings(self, named: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Meeting]:
        """The meetings by body and address, both as in paths. One database query besides the bodies."""
        wanted = set(named)
        bodies = [self.bodies[body] for body, _ in wanted if body in self.bodies]
        rows = Meeting.objects.filter(body__in=bodies, slug__in={slug for _, slug in wanted})
        found = {(self.keys[row.body_id], row.slug): self.placed(row) for row in rows}
        return {key: row for key, row in found.items() if key in wanted}

    def placed(self, meeting: Meeting) -> Meeting:
        """The meeting with its body and municipality at hand."""
        meeting.body = self.bodies[self.keys[meeting.body_id]]
        meeting.body.municipality = self.municipality
        return meeting

    def people(self, names: Iterable[str]) -> dict[str, Person]:
        """The people of these names by their paths."""
        rows = Person.objects.filter(municipality=self.municipality, name__in=set(names))
        return {self.person(row.name): row for row in rows}
