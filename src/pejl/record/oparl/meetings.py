"""Meeting, AgendaItem and Location: what was on the agenda and what became of it."""

from __future__ import annotations

import datetime as dt

from pejl.minutes.document import Item, Outcome, Vote
from pejl.record.oparl.files import file
from pejl.record.oparl.ground import Base, OParl, opened, stamped, told
from pejl.record.oparl.shapes import FileShape, ItemShape, LocationShape, MeetingShape
from pejl.record.oparl.words import Words
from pejl.record.published.hours import begins, ends
from pejl.record.published.paths import Kind

INVITED, HELD = "eingeladen", "durchgeführt"
"""The states of a meeting that OParl recommends, in its own words: an agenda is here, or the minutes are."""


def meeting(base: Base, words: Words, shape: MeetingShape, *, omit_internal: bool = False) -> OParl:
    """A meeting. Where no hour is stated, it starts with its day and is marked `pejl:allDay`."""
    by_weight = sorted(shape.files, key=lambda each: -each.version)
    minutes = next((each for each in by_weight if each.minutes), None)
    agenda = next((each for each in by_weight if not each.minutes), None)
    others = [] if omit_internal else [each for each in by_weight if each not in (minutes, agenda)]
    return told(
        {
            **opened(base, Kind.MEETING, shape.path),
            "name": f"{words.meeting} {shape.body_name}".strip(),
            "meetingState": HELD if shape.minutes else INVITED,
            "cancelled": True if shape.cancelled else (False if shape.minutes else None),
            "start": _iso(begins(shape.date, shape.time) or begins(shape.date, "00:00")),
            "end": _iso(ends(shape.date, shape.time, shape.end_time)),
            "pejl:allDay": True if shape.date and not begins(shape.date, shape.time) else None,
            "location": location(base, shape.place) if shape.place else None,
            "organization": [base.id(shape.organization)],
            "participant": base.ids(shape.participants),
            "invitation": _file(base, words, agenda),
            "resultsProtocol": _file(base, words, minutes),
            "auxiliaryFile": [file(base, words, each, embedded=True) for each in others],
            "agendaItem": [item(base, words, each, embedded=True) for each in shape.items],
            **stamped(shape.stamp),
            "web": base.web(shape.page),
        }
    )


def item(base: Base, words: Words, shape: ItemShape, *, embedded: bool = False) -> OParl:
    """An item. Of a closed one there is the number, the title as published, and that it is not public."""
    begun = {
        **opened(base, Kind.ITEM, shape.path),
        "meeting": None if embedded else base.id(shape.meeting),
        "number": shape.label,
        "order": shape.order,
        "name": shape.title,
        "public": not shape.item.closed,
    }
    ended = {**stamped(shape.stamp), "web": base.web(shape.page)}
    if shape.item.closed:
        return told({**begun, **ended})
    return told({**begun, **_said(base, words, shape), **ended})


def location(base: Base, shape: LocationShape) -> OParl:
    """A place as printed."""
    return told(
        {**opened(base, Kind.LOCATION, shape.path), "description": shape.name, **stamped(shape.stamp)},
    )


def _said(base: Base, words: Words, shape: ItemShape) -> OParl:
    """What an open item says. Names that OParl does not have are ours; what the text does not state is left out."""
    said = shape.item
    decided = said.decision is not None and said.outcome is not Outcome.NONE
    return {
        "consultation": base.id(shape.consultation) if shape.consultation else None,
        "result": words.outcomes[said.outcome.value] if decided else None,
        "resolutionText": said.decision.text if said.decision else None,
        "pejl:outcome": said.outcome.value if decided else None,
        "pejl:caseNumber": said.case_number.raw if said.case_number else None,
        "pejl:recommendation": _recommendation(said),
        "pejl:clauses": [
            {"number": clause.number, "outcome": clause.outcome.value}
            for clause in (said.decision.clauses if said.decision else [])
        ],
        "pejl:votes": [vote(each) for each in said.votes],
        "pejl:absent": said.absent,
        "pejl:attachments": [
            told({"number": each.number, "title": each.title}) for each in said.attachments if not each.closed
        ],
        "pejl:related": [
            told({"body": each.body, "date": str(each.date or ""), "item": each.item, "text": each.text})
            for each in said.related
        ],
        "pejl:route": [told({"body": each.body, "date": str(each.date or "")}) for each in said.route],
    }


def vote(said: Vote) -> OParl:
    """A vote as stated: names where the text gives names, counts where it gives counts, and neither from the other."""
    names = {"for": said.for_, "against": said.against, "abstain": said.abstain}
    stated = said.stated
    counts = {"for": stated.for_, "against": stated.against, "abstain": stated.abstain} if stated else {}
    return told(
        {
            "on": said.on,
            "movedBy": said.moved_by,
            "outcome": said.outcome.value,
            "names": told(names),
            "counts": {side: count for side, count in counts.items() if count is not None},
            "parties": told(said.parties.model_dump(by_alias=True)) if said.parties else None,
        }
    )


def _recommendation(said: Item) -> OParl | None:
    if said.recommendation is None:
        return None
    clauses = [{"number": clause.number, "text": clause.text} for clause in said.recommendation.clauses]
    return told({"by": said.recommendation.by, "text": said.recommendation.text, "clauses": clauses})


def _file(base: Base, words: Words, shape: FileShape | None) -> OParl | None:
    return file(base, words, shape, embedded=True) if shape else None


def _iso(at: dt.datetime | None) -> str | None:
    return at.isoformat() if at else None
