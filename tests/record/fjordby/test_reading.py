"""The reader finds in Fjordby's documents what a person reads in them (`expected.json`, read off by eye)."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pejl.minutes.document import Item, Minutes, Status
from pejl.minutes.reader import read
from pejl.record.fjordby import FOLDER
from record.fjordby.printed import Document, documents

EXPECTED: dict[str, Any] = json.loads((Path(__file__).parent / "expected.json").read_text(encoding="utf-8"))
ITEMS = [(name, place) for name, document in EXPECTED.items() for place in range(len(document["items"]))]

each_document = pytest.mark.parametrize("name", EXPECTED)
each_item = pytest.mark.parametrize(("name", "place"), ITEMS, ids=[f"{name}-{place + 1}" for name, place in ITEMS])


@cache
def reading(name: str) -> Minutes:
    return read(FOLDER / name)


def printed_document(name: str) -> Document:
    return next(document for document in documents() if document.name == name)


def item_of(name: str, place: int) -> tuple[Item, dict[str, Any]]:
    items = reading(name).items
    assert len(items) == len(EXPECTED[name]["items"])
    return items[place], EXPECTED[name]["items"][place]


@each_document
def test_head(name: str) -> None:
    minutes, expected = reading(name), EXPECTED[name]
    assert minutes.kind == expected["kind"]
    assert minutes.body == expected["body"]
    assert minutes.term == expected["term"]
    assert minutes.date and minutes.date.isoformat() == expected["date"]
    assert minutes.time == expected["time"]
    assert minutes.end_time == expected.get("end_time")
    assert minutes.place == expected["place"]


@each_document
def test_members(name: str) -> None:
    minutes, expected = reading(name), EXPECTED[name]
    assert {(member.name, member.party) for member in minutes.members} >= {
        (member, party) for member, party in expected["members"]
    }
    absent = {member.name for member in minutes.members if member.status is Status.ABSENT}
    assert absent >= set(expected.get("absent_in_head", []))
    substitutes = {member.name for member in minutes.members if member.status is Status.SUBSTITUTE}
    assert substitutes >= set(expected.get("substitutes", []))


@each_document
def test_no_line_is_left_unread(name: str) -> None:
    assert [line.text for line in reading(name).unread] == []


@each_document
def test_references_with_a_date_and_an_item(name: str) -> None:
    minutes = reading(name)
    found = {
        (reference.date, reference.item)
        for item in minutes.items
        for reference in (*item.references, *item.related)
        if reference.date and reference.item
    }
    assert found == {(pointer.date, pointer.item) for pointer in printed_document(name).pointers()}


@each_document
def test_references_within_the_meeting(name: str) -> None:
    found = {reference.item for item in reading(name).items for reference in item.references if reference.same_meeting}
    assert found == set(printed_document(name).pointers_within())


@each_item
def test_number_title_and_case(name: str, place: int) -> None:
    item, expected = item_of(name, place)
    assert item.number == expected["number"]
    assert re.sub(r" \([BOD]\)$", "", item.title or "") == expected["title"]
    assert item.case_number and item.case_number.raw == expected["case"]
    assert item.closed == expected["closed"]


@each_item
def test_recommendation_and_decision(name: str, place: int) -> None:
    item, expected = item_of(name, place)
    assert len(item.recommendation.clauses if item.recommendation else []) == expected["recommendations"]
    assert item.outcome == (expected["decision"] or "none")
    clauses = {str(clause.number): clause.outcome.value for clause in item.decision.clauses} if item.decision else {}
    assert clauses == (expected["per_recommendation"] or {})
    if "sent_to" in expected:
        assert item.decision and item.decision.sent_to == expected["sent_to"]


@each_item
def test_remarks_beside_the_decision(name: str, place: int) -> None:
    item, expected = item_of(name, place)
    remarks = item.decision.remarks if item.decision else []
    assert [[remark.kind, remark.by] for remark in remarks] == expected.get("remarks", [])


@each_item
def test_votes(name: str, place: int) -> None:
    item, expected = item_of(name, place)
    assert len(item.votes) == len(expected["votes"])
    for vote, wanted in zip(item.votes, expected["votes"], strict=True):
        assert wanted["on"] in {None, vote.on}
        assert vote.outcome == wanted["outcome"]
        assert vote.moved_by == wanted.get("moved_by")
        assert (vote.for_, vote.against) == (wanted["for_"], wanted["against"])
        assert vote.substitutes == wanted.get("substitutes", [])
        for side, count in wanted.get("stated", {}).items():
            assert vote.stated and vote.stated.model_dump(by_alias=True)[side] == count
        if parties := wanted.get("parties"):
            printed = vote.parties.model_dump(by_alias=True) if vote.parties else {}
            assert {side: printed.get(side) for side in parties} == parties
        else:
            assert vote.abstain == wanted["abstain"]


@each_item
def test_absence(name: str, place: int) -> None:
    item, expected = item_of(name, place)
    assert item.absent == expected["absent"]


@each_item
def test_route_and_related_treatment(name: str, place: int) -> None:
    item, expected = item_of(name, place)
    assert [[stop.body, stop.date and stop.date.isoformat()] for stop in item.route] == expected["route"]
    related = [[other.body, other.date and other.date.isoformat(), other.item] for other in item.related]
    assert related == expected["related"]


@each_item
def test_attachments_participants_and_tables(name: str, place: int) -> None:
    item, expected = item_of(name, place)
    assert len(item.attachments) == expected["attachments"]
    assert [participant.name for participant in item.participants] == expected["participants"]
    assert len(item.tables) == expected["tables"]


def test_a_gap_in_the_list_of_attachments_is_kept() -> None:
    item, _ = item_of("beskaeftigelses-og-uddannelsesudvalget-2025-11-26.txt", 0)
    assert [attachment.number for attachment in item.attachments] == ["1", "2", "4"]
