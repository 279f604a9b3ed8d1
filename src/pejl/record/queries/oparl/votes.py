"""Votes with who is named in them, and the parties that the meetings' lists of members print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pejl.minutes.document import Item as MinutesItem
from pejl.minutes.document import Vote
from pejl.record.models import Attendance, Item, Meeting
from pejl.record.popolo import Voter, VoteShape
from pejl.record.published.holding import known_name
from pejl.record.published.hours import begins
from pejl.record.published.paths import PARTY, Kind, parts_of, party_part
from pejl.record.queries.oparl.places import Places
from pejl.record.queries.published import stamps

_CLAUSE = re.compile(r"recommendation (\d+)$")

Parties = Mapping[tuple[int, str], str]
"""The party printed beside a name, by meeting and name."""


def votes(places: Places, paths: Sequence[str]) -> dict[str, VoteShape]:
    """The votes at these paths. Five database queries."""
    wanted = set(paths)
    named = {(body, slug) for body, slug, *_ in map(parts_of, paths)}
    meetings = {meeting.pk: meeting for meeting in places.meetings(named).values()}
    slugs = {parts_of(each)[2] for each in paths}
    rows = Item.objects.filter(meeting__in=meetings, slug__in=slugs, closed=False).order_by("meeting", "position")
    parties = _parties(meetings)
    shapes = {
        shape.path: shape
        for row in rows
        for shape in _votes(places, row, meetings[row.meeting_id], parties)
        if shape.path in wanted
    }
    told = stamps(shapes)
    return {each: replace(shape, stamp=told.get(each)) for each, shape in shapes.items()}


def _parties(meetings: Mapping[int, Meeting]) -> Parties:
    rows = Attendance.objects.filter(meeting__in=meetings).exclude(party="").order_by()
    return {(meeting, name): party for meeting, name, party in rows.values_list("meeting", "person__name", "party")}


def _votes(places: Places, row: Item, meeting: Meeting, parties: Parties) -> Iterable[VoteShape]:
    row.meeting = meeting
    said = MinutesItem.model_validate(row.detail)
    own = places.item(row)
    for number, vote in enumerate(said.votes, start=1):
        yield VoteShape(
            path=places.of(Kind.VOTE, *parts_of(own), str(number)),
            stamp=None,
            item=own,
            number=number,
            organization=places.organization(meeting.body_id),
            organization_name=meeting.body.name,
            title=row.title,
            label=row.label,
            start=_start(meeting),
            date=meeting.date,
            motion=_motion(said, vote),
            vote=vote,
            voters=_voters(places, meeting, vote, parties),
            page=places.pages.item(row),
        )


def _start(meeting: Meeting) -> str:
    """When the meeting began; its day where no hour is stated."""
    begun = begins(meeting.date, meeting.time) or meeting.date
    return begun.isoformat() if begun else ""


def _voters(places: Places, meeting: Meeting, vote: Vote, parties: Parties) -> dict[str, Voter]:
    found = {}
    for name in (*vote.for_, *vote.against, *vote.abstain):
        known = known_name(name)
        party = parties.get((meeting.pk, known), "")
        group = places.of(Kind.ORGANIZATION, PARTY, party_part(party)) if party else ""
        found[name] = Voter(places.person(known), known, group, party)
    return found


def _motion(said: MinutesItem, vote: Vote) -> str:
    """The clause of the recommendation that was voted on, or the recommendation; nothing where it is another motion."""
    if said.recommendation is None or not vote.on.startswith("recommendation"):
        return ""
    numbered = _CLAUSE.search(vote.on)
    if numbered is None:
        return said.recommendation.text
    return next((each.text for each in said.recommendation.clauses if each.number == int(numbered[1])), "")
