"""Votes in the words of Popolo: what was voted on, what came of it, and who voted how, as far as the text states it.

What the text states and what can be worked out from it are kept apart: `counts` holds only counts that the text gives
and `votes` only names that it gives; `pejl:named` counts the names. A side that the text gives by party only is in
`counts` under the party where it has a count, and in `pejl:parties` as printed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pejl.minutes.document import Outcome, Vote
from pejl.record.oparl.ground import Stamp, moment, told

OPTIONS = {"for": "yes", "against": "no", "abstain": "abstain"}
"""Popolo's own words for the sides."""

PASSED = frozenset({Outcome.ADOPTED, Outcome.APPROVED, Outcome.RECOMMENDED})
FAILED = frozenset({Outcome.REJECTED})


@dataclass(frozen=True)
class Voter:
    """Someone named in a vote: `path` as published, `group` the path of the party that the meeting's list prints."""

    path: str
    name: str
    group: str
    group_name: str


@dataclass(frozen=True)
class VoteShape:
    """A vote of a meeting. `number` counts the item's votes from 1; `start` is the meeting's beginning.

    `motion` is what was voted on, where the text has it: a clause of the recommendation, or the whole of it.
    """

    path: str
    stamp: Stamp | None
    item: str
    number: int
    organization: str
    organization_name: str
    title: str
    label: str
    start: str
    date: dt.date | None
    motion: str
    vote: Vote
    voters: Mapping[str, Voter]
    page: str


def vote_event(shape: VoteShape, web: Callable[[str], str | None]) -> dict[str, Any]:
    """The vote as a Popolo vote event with its motion. Ids are paths; `web` makes an address of a page."""
    said = shape.vote
    sides = {"for": said.for_, "against": said.against, "abstain": said.abstain}
    stated = said.stated
    counts = {"for": stated.for_, "against": stated.against, "abstain": stated.abstain} if stated else {}
    page = web(shape.page)
    return told(
        {
            "id": shape.path,
            "identifier": f"{shape.label}-{shape.number}" if shape.label else str(shape.number),
            "organization_id": shape.organization,
            "organization": {"id": shape.organization, "name": shape.organization_name},
            "motion": _motion(shape),
            "start_date": shape.start,
            "result": _result(said.outcome),
            "counts": [
                {"option": OPTIONS[side], "value": count} for side, count in counts.items() if count is not None
            ],
            "votes": [_vote(shape, name, side) for side, names in sides.items() for name in dict.fromkeys(names)],
            "pejl:on": said.on,
            "pejl:outcome": said.outcome.value,
            "pejl:text": said.text,
            "pejl:named": [
                {"option": OPTIONS[side], "value": len(dict.fromkeys(names))} for side, names in sides.items() if names
            ],
            "pejl:parties": told(said.parties.model_dump(by_alias=True)) if said.parties else None,
            "pejl:item": shape.item,
            "created_at": moment(shape.stamp.created) if shape.stamp else None,
            "updated_at": moment(shape.stamp.modified) if shape.stamp else None,
            "sources": [{"url": page, "note": "Pejl"}] if page else None,
        },
        always=frozenset({"counts", "votes"}),
    )


def _motion(shape: VoteShape) -> dict[str, Any]:
    """What was voted on. Who moved it is a name or a party as printed, so it is not said to be somebody's id."""
    return told(
        {
            "id": f"{shape.path}/motion",
            "organization_id": shape.organization,
            "text": shape.motion or shape.title,
            "classification": shape.vote.on,
            "date": shape.date.isoformat() if shape.date else None,
            "result": _result(shape.vote.outcome),
            "pejl:movedBy": shape.vote.moved_by,
        }
    )


def _vote(shape: VoteShape, name: str, side: str) -> dict[str, Any]:
    voter = shape.voters.get(name)
    return told(
        {
            "vote_event_id": shape.path,
            "voter_id": voter.path if voter else None,
            "voter": {"id": voter.path, "name": voter.name} if voter else {"name": name},
            "option": OPTIONS[side],
            "group_id": voter.group if voter else None,
            "group": {"id": voter.group, "name": voter.group_name} if voter and voter.group else None,
            "role": "substitute" if name in shape.vote.substitutes else None,
            "pejl:spelled": shape.vote.spelled.get(name),
        }
    )


def _result(outcome: Outcome) -> str | None:
    """Popolo's pass or fail; where the text says neither, nothing."""
    if outcome in PASSED:
        return "pass"
    return "fail" if outcome in FAILED else None
