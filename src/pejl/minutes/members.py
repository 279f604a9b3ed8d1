"""The members of a meeting, put together from the head, the decisions and an item about absence."""

from __future__ import annotations

import re

from pejl.minutes.document import Member, Outcome, Status
from pejl.minutes.head import Head
from pejl.minutes.item import ItemReading
from pejl.minutes.people import Named, is_people_only, read_people

_ABSENCE_ITEM = re.compile(r"^(?:Fraværende|Afbud|Fravær|Afbud og fravær\w*)(?:\s+medlemmer)?$", re.IGNORECASE)


def members_of(head: Head, readings: list[ItemReading]) -> list[Member]:
    """The head's members with what the open items tell of them. Who is named absent from all the business is absent."""
    members = {member.name: member for member in head.members}
    if not members and len(readings) == 1:
        members = {named.name: _as_member(named) for named in _listed_under_title(readings[0])}
    told = [reading for reading in readings if not reading.item.closed]
    for named in _absent_by_item(told):
        _note(members, named, Status.ABSENT)
    for named in _absent_throughout(told):
        _note(members, named, Status.ABSENT)
    for reading in told:
        for named in reading.substitutes:
            _note(members, named, Status.SUBSTITUTE)
        for vote in reading.item.votes:
            for name in vote.substitutes:
                _note(members, Named(name, substitute=True), Status.SUBSTITUTE)
    numbers = {reading.item.number for reading in readings}
    for name, items in head.absent_ranges.items():
        if name in members and not numbers <= set(items):
            members[name] = members[name].model_copy(update={"status": Status.PRESENT})
    return list(members.values())


def _as_member(named: Named) -> Member:
    status = Status.SUBSTITUTE if named.substitute else Status.PRESENT
    return Member(name=named.name, party=named.party, status=status)


def _listed_under_title(reading: ItemReading) -> list[Named]:
    """Pages of one item that name those present right under the title, without a label."""
    first = reading.item.sections[0] if reading.item.sections else None
    if first is None or first.heading is not None or not first.blocks:
        return []
    text = first.blocks[0].text
    people = read_people(text)
    return people if len(people) > 1 and is_people_only(text) and all(named.party for named in people) else []


def _note(members: dict[str, Member], named: Named, status: Status) -> None:
    known = members.get(named.name)
    if known is None:
        members[named.name] = Member(name=named.name, party=named.party, status=status)
    elif known.status is not status:
        members[named.name] = known.model_copy(update={"status": status})


def _absent_by_item(readings: list[ItemReading]) -> list[Named]:
    """Layouts that make absence an item of its own: its decision is the list of names."""
    return [
        named
        for reading in readings
        if reading.item.title and _ABSENCE_ITEM.match(reading.item.title) and reading.item.decision
        for named in read_people(reading.item.decision.text)
    ]


def _absent_throughout(readings: list[ItemReading]) -> list[Named]:
    """Those named absent from most of the items that a decision was taken on, and from none of whose
    votes they are found.
    """
    decided = [r for r in readings if r.item.decision and r.item.decision.outcome is not Outcome.NONE]
    named = {person.name: person for reading in decided for person in reading.absent}
    voted = {
        name
        for reading in readings
        for vote in reading.item.votes
        for name in (*vote.for_, *vote.against, *vote.abstain)
    }
    return [
        person
        for name, person in named.items()
        if name not in voted and 2 * sum(any(p.name == name for p in r.absent) for r in decided) > len(decided)
    ]
