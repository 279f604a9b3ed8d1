"""The invented layout documents of `layouts/`, and a reading of one in the words of its expected file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pejl.minutes.document import Item, Minutes, Vote

FOLDER = Path(__file__).parent / "layouts"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))

Facts = dict[str, Any]
Miss = tuple[str, str]
"""A document's name and the field that is not as expected: "date", or "items[3].votes" (the third item)."""


def text_of(name: str) -> bytes:
    """The document's text."""
    return (FOLDER / f"{name}.txt").read_bytes()


def expected_of(name: str) -> Facts:
    """What must be read from the document."""
    told: Facts = json.loads((FOLDER / f"{name}.expected.json").read_text("utf-8"))
    return told


def facts_of(minutes: Minutes) -> Facts:
    """A reading as the expected files put it."""
    return {
        "kind": minutes.kind.value,
        "body": minutes.body,
        "term": minutes.term,
        "date": _day(minutes.date),
        "time": minutes.time,
        "end_time": minutes.end_time,
        "place": minutes.place,
        "members": [[member.name, member.party, member.status.value] for member in minutes.members],
        "items": [item_facts(item) for item in minutes.items],
    }


def misses(name: str, read: Facts) -> list[Miss]:
    """The fields of a document in which a reading and the expected file differ."""
    told = expected_of(name)
    missed = [(name, field) for field in told if field != "items" and read[field] != told[field]]
    if len(read["items"]) != len(told["items"]):
        return [*missed, (name, "items")]
    for place, (found, wanted) in enumerate(zip(read["items"], told["items"], strict=True), start=1):
        missed += [(name, f"items[{place}].{field}") for field in wanted if found[field] != wanted[field]]
    return missed


def number_of_facts(told: Facts) -> int:
    """How many facts an expected file states: its own fields, the number of items, and every item's fields."""
    return len(told) + sum(len(item) for item in told["items"])


def _day(day: object) -> str | None:
    return str(day) if day else None


def item_facts(item: Item) -> Facts:
    """An item as the expected files put it."""
    clauses = {str(clause.number): clause.outcome.value for clause in item.decision.clauses} if item.decision else {}
    outcome = item.outcome.value
    return {
        "number": item.number,
        "title": item.title,
        "case": item.case_number.raw if item.case_number else None,
        "closed": item.closed,
        "recommendations": len(item.recommendation.clauses) if item.recommendation else 0,
        "decision": None if outcome == "none" else outcome,
        "route": [[stop.body, _day(stop.date)] for stop in item.route],
        "related": [[ref.body, _day(ref.date), ref.item] for ref in item.related],
        "attachments": len(item.attachments),
        "participants": [person.name for person in item.participants],
        "votes": [_vote_facts(vote) for vote in item.votes],
        "absent": item.absent,
        "per_recommendation": clauses or None,
        "tables": len(item.tables),
    }


def _vote_facts(vote: Vote) -> Facts:
    told = vote.model_dump(mode="json", by_alias=True)
    return {
        field: told[field]
        for field in ("on", "moved_by", "outcome", "for", "against", "abstain", "substitutes", "stated", "parties")
    }
