"""How a person met and voted, as the minutes state it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.db.models.fields.json import KeyTransform

from pejl.minutes.derived import unanimity
from pejl.minutes.document import Decision, Status
from pejl.record.models import Absence, Attendance, Ballot, Item, Person
from pejl.record.queries.stretch import Stretch, stretch_of


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
class Asked:
    """Which stretch of each of a person's lists is wanted: `limit` rows, from an offset of its own."""

    limit: int = 50
    votes: int = 0
    derived: int = 0
    attendances: int = 0
    absences: int = 0


@dataclass(frozen=True)
class PersonRecord:
    """What the minutes state of a person. `parties` are the letters or words printed beside the name, newest first.

    `statuses` and `options` count everything; the lists are the stretches asked for, newest first. `absences` are from
    single items of meetings that the person was at; away from a whole meeting is in `attendances`. `derived` is not
    stated: it follows from lists of members and from decisions that call themselves unanimous.
    """

    person: Person
    parties: tuple[str, ...]
    attendances: Stretch[Attendance]
    statuses: dict[str, int]
    votes: Stretch[CastVote]
    options: dict[str, int]
    absences: Stretch[Absence]
    derived: Stretch[DerivedVote]


def person_record(municipality: str, slug: str, asked: Asked | None = None) -> PersonRecord | None:
    """The person at an address with attendance, votes and absences, or None. Nine database queries."""
    asked = asked or Asked()
    person = Person.objects.select_related("municipality").filter(municipality__slug=municipality, slug=slug).first()
    if person is None:
        return None
    took_part = list(
        Attendance.objects.filter(person=person)
        .order_by("-meeting__date", "-meeting__slug")
        .values_list("status", "party")
    )
    statuses = Counter(status for status, _ in took_part)
    options = Counter(
        Ballot.objects.filter(person=person, item__closed=False)
        .order_by("-item__meeting__date", "item__position", "vote")
        .values_list("option", flat=True)
    )
    return PersonRecord(
        person=person,
        parties=tuple(dict.fromkeys(party for _, party in took_part if party)),
        attendances=_attendances(person, len(took_part), asked),
        statuses={status.value: statuses[status.value] for status in Status if statuses[status.value]},
        votes=_votes(person, options.total(), asked),
        options=dict(options),
        absences=_absences(person, asked),
        derived=_derived(person, asked),
    )


def _attendances(person: Person, total: int, asked: Asked) -> Stretch[Attendance]:
    rows = (
        Attendance.objects.filter(person=person)
        .select_related("meeting__body__municipality")
        .order_by("-meeting__date", "-meeting__slug")
    )
    return Stretch(list(rows[asked.attendances :][: asked.limit]), total, asked.limit, asked.attendances)


def _votes(person: Person, total: int, asked: Asked) -> Stretch[CastVote]:
    rows = (
        Ballot.objects.filter(person=person, item__closed=False)
        .select_related("item__meeting__body__municipality")
        .order_by("-item__meeting__date", "item__position", "vote", "pk")
    )
    shown = [_cast(ballot) for ballot in rows[asked.votes :][: asked.limit]]
    return Stretch(shown, total, asked.limit, asked.votes)


def _absences(person: Person, asked: Asked) -> Stretch[Absence]:
    away = Attendance.objects.filter(person=person, status=Status.ABSENT.value)
    rows = (
        Absence.objects.filter(person=person)
        .exclude(item__meeting__in=away.values("meeting"))
        .select_related("item__meeting__body__municipality")
        .defer("item__detail")
        .order_by("-item__meeting__date", "item__position", "pk")
    )
    return Stretch(list(rows[asked.absences :][: asked.limit]), rows.count(), asked.limit, asked.absences)


def _derived(person: Person, asked: Asked) -> Stretch[DerivedVote]:
    """The unanimous decisions of the meetings that the person took part in, where they name nobody.

    Whether a decision calls itself unanimous is told by its words alone, so all that may be are read, but of the items
    themselves only those of the stretch.
    """
    may_be: QuerySet[Any] = (
        Item.objects.filter(
            meeting__attendances__person=person,
            meeting__attendances__status__in=[Status.PRESENT.value, Status.SUBSTITUTE.value],
            closed=False,
            detail__decision__text__iregex="enstemmig|enigt? ",
        )
        .exclude(absences__person=person)
        .exclude(ballots__gt=0)
        .order_by("-meeting__date", "-meeting__slug", "position")
        .values_list("pk", KeyTransform("decision", "detail"))
    )
    told = [(pk, stated.words) for pk, text in may_be if (stated := unanimity(Decision.model_validate(text)))]
    stretch = stretch_of(told, asked.limit, asked.derived)
    items = (
        Item.objects.select_related("meeting__body__municipality")
        .defer("detail")
        .in_bulk([pk for pk, _ in stretch.rows])
    )
    shown = [DerivedVote(items[pk], words) for pk, words in stretch.rows]
    return Stretch(shown, stretch.total, stretch.limit, stretch.offset)


def _cast(ballot: Ballot) -> CastVote:
    votes: list[dict[str, Any]] = ballot.item.detail.get("votes", [])
    vote = votes[ballot.vote] if ballot.vote < len(votes) else {}
    return CastVote(ballot, str(vote.get("on", "")), vote.get("moved_by"), str(vote.get("outcome", "none")))
