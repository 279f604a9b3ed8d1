"""The reading of three real sets of minutes is exact, field by field."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from pejl.minutes.document import Minutes, Status
from pejl.minutes.reader import read

from .layouts_read import item_facts
from .shared_minutes import REAL, expected, needs_real, real_days

pytestmark = needs_real

DAYS = real_days()


def minutes_of(day: str) -> Minutes:
    return read(REAL / f"{day}.txt")


@pytest.mark.parametrize("day", DAYS)
def test_head_is_read_exactly(day: str) -> None:
    minutes, told = minutes_of(day), expected(day)
    assert minutes.body == told["body"]
    assert minutes.term == told["term"]
    assert str(minutes.date) == told["date"]
    assert minutes.time == told["time"]
    assert minutes.place == told["place"]


@pytest.mark.parametrize("day", DAYS)
def test_members_are_read_with_their_party(day: str) -> None:
    in_head = [member for member in minutes_of(day).members if member.line is not None]
    assert [[member.name, member.party] for member in in_head] == expected(day)["members"]


@pytest.mark.parametrize("day", DAYS)
def test_every_item_is_read_exactly(day: str) -> None:
    items, told = minutes_of(day).items, expected(day)["items"]
    assert len(items) == len(told)
    for item, facts in zip(items, told, strict=True):
        read_facts = item_facts(item) | {"votes": [vote.model_dump(mode="json") for vote in item.votes]}
        votes = [
            {field: vote[field] for field in wanted}
            for vote, wanted in zip(read_facts["votes"], facts["votes"], strict=True)
        ]
        assert {**read_facts, "votes": votes} == facts


@pytest.mark.parametrize("day", DAYS)
def test_nothing_of_the_text_is_left_unread(day: str) -> None:
    assert minutes_of(day).unread == []


@pytest.mark.parametrize("day", DAYS)
def test_contents_name_every_item(day: str) -> None:
    minutes = minutes_of(day)
    assert len(minutes.contents) == len(minutes.items)
    assert [entry.closed for entry in minutes.contents] == [item.closed for item in minutes.items]


@pytest.mark.parametrize("day", DAYS)
def test_references_to_dated_items_are_found(day: str) -> None:
    """The count by eye takes "punkt 1, 5 og 6" now as one, now as several: counted by place it is within one."""
    items = minutes_of(day).items
    found = [ref for item in items for ref in (*item.related, *item.references) if ref.date and ref.item]
    places = {(ref.line, ref.date, ref.text) for ref in found}
    assert abs(len(places) - expected(day)["refs_in_text"]) <= 1
    assert all(ref.body for ref in found)


def test_amendment_vote_is_tied_to_its_clause_and_its_mover() -> None:
    second = minutes_of("2025-12-03").items[1]
    (vote,) = second.votes
    assert (vote.on, vote.moved_by, vote.outcome.value) == ("amendment to recommendation 1", "Enhedslisten", "rejected")
    assert [len(side) for side in (vote.for_, vote.against, vote.abstain)] == [2, 3, 1]
    assert second.outcome.value == "recommended"


def test_name_spelled_otherwise_is_tied_to_the_member_and_kept_as_printed() -> None:
    (vote,) = minutes_of("2025-12-03").items[1].votes
    assert len(vote.spelled) == 1
    ((member, printed),) = vote.spelled.items()
    assert member in vote.for_ and printed not in vote.for_ and printed in vote.text


def test_member_absent_from_the_business_is_absent() -> None:
    absent = [m for m in minutes_of("2025-12-03").members if m.status is Status.ABSENT]
    assert len(absent) == 1


def test_substitutes_of_a_vote_are_members_of_the_meeting() -> None:
    substitutes = [m for m in minutes_of("2024-05-29").members if m.status is Status.SUBSTITUTE]
    assert len(substitutes) == 2


def test_command_gives_the_document_as_json() -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "pejl.cli.main", "minutes", "read", str(REAL / "2025-12-03.txt"), "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    document = json.loads(answer.stdout)
    assert document["schema"] == "pejl.minutes/1"
    assert document["items"][0]["decision"]["outcome"] == "withdrawn"
    assert len(document["items"][1]["votes"][0]["against"]) == 3
