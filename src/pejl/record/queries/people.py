"""How a person met and voted, as the minutes state it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.db.models.fields.json import KeyTransform

from pejl.minutes.derived import unanimity
from pejl.minutes.document import Decision, Status
from pejl.record.models import Absence, Attendance, Ballot, Item, Person


@dataclass(frozen=True)
class CastVote:
    """One named vote: what was voted on, what became of it, and how the person voted."""

    ballot: Ballot
    on: str
    moved_by: str | None
    outcome: str


@dataclass(frozen=True)
class DerivedVote:
    """A unanimous decision that the person took part in. Who took part is derived; that it was unanimous is stated."""

    item: Item
    words: str


@dataclass(frozen=True)
class PersonRecord:
    """What the minutes state of a person. `parties` are the letters or words printed beside the name, newest first.

    `absences` are from single items of meetings that the person was at; away from a whole meeting is in `attendances`.
    `derived` is not stated: it follows from lists of members and from decisions that call themselves unanimous.
    """

    person: Person
    parties: tuple[str, ...]
    attendances: tuple[Attendance, ...]
    statuses: dict[str, int]
    votes: tuple[CastVote, ...]
    options: dict[str, int]
    absences: tuple[Absence, ...]
    derived: tuple[DerivedVote, ...]


def person_record(municipality: str, slug: str) -> PersonRecord | None:
    """The person at an address with attendance, votes and absences, newest first, or None. Five database queries."""
    person = Person.objects.select_related("municipality").filter(municipality__slug=municipality, slug=slug).first()
    if person is None:
        return None
    attendances = tuple(
        Attendance.objects.filter(person=person)
        .select_related("meeting__body__municipality")
        .order_by("-meeting__date", "-meeting__slug")
    )
    counted = Counter(attendance.status for attendance in attendances)
    ballots = (
        Ballot.objects.filter(person=person, item__closed=False)
        .select_related("item__meeting__body__municipality")
        .order_by("-item__meeting__date", "item__position", "vote")
    )
    votes = tuple(_cast(ballot) for ballot in ballots)
    absences = tuple(
        Absence.objects.filter(person=person)
        .exclude(item__meeting__in=[each.meeting_id for each in attendances if each.status == Status.ABSENT])
        .select_related("item__meeting__body__municipality")
        .defer("item__detail")
        .order_by("-item__meeting__date", "item__position")
    )
    return PersonRecord(
        person=person,
        parties=tuple(dict.fromkeys(attendance.party for attendance in attendances if attendance.party)),
        attendances=attendances,
        statuses={status.value: counted[status.value] for status in Status if counted[status.value]},
        votes=votes,
        options=dict(Counter(vote.ballot.option for vote in votes)),
        absences=absences,
        derived=tuple(_derived(person)),
    )


def _derived(person: Person) -> Iterator[DerivedVote]:
    """The unanimous decisions of the meetings that the person took part in, newest first, where they name nobody."""
    took_part = [Status.PRESENT.value, Status.SUBSTITUTE.value]
    items: QuerySet[Any] = (
        Item.objects.filter(
            meeting__attendances__person=person,
            meeting__attendances__status__in=took_part,
            closed=False,
            detail__decision__text__iregex="enstemmig|enigt? ",
        )
        .exclude(absences__person=person)
        .exclude(ballots__gt=0)
        .select_related("meeting__body__municipality")
        .annotate(decided=KeyTransform("decision", "detail"))
        .defer("detail")
        .order_by("-meeting__date", "-meeting__slug", "position")
    )
    for item in items:
        if stated := unanimity(Decision.model_validate(item.decided)):
            yield DerivedVote(item, stated.words)


def _cast(ballot: Ballot) -> CastVote:
    votes: list[dict[str, Any]] = ballot.item.detail.get("votes", [])
    vote = votes[ballot.vote] if ballot.vote < len(votes) else {}
    return CastVote(ballot, str(vote.get("on", "")), vote.get("moved_by"), str(vote.get("outcome", "none")))
