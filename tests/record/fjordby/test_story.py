"""The record of Fjordby Kommune holds together as a story, whatever reads it."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from pejl.record.fjordby import MUNICIPALITY
from record.fjordby.printed import WEEKDAYS, Document, documents, number

EXPECTED = json.loads((Path(__file__).parent / "expected.json").read_text(encoding="utf-8"))
COMMITTEE = "Beskæftigelses- og Uddannelsesudvalget"
TODAY = dt.date(2026, 11, 21)

# Meetings from before the record begins. They show on the pages as not imported.
BEFORE_THE_RECORD = {(dt.date(2024, 5, 15), 4): COMMITTEE, (dt.date(2024, 6, 20), 7): "Byrådet"}

SEATS = {COMMITTEE: 7, "Beskæftigelsesudvalget": 7, "Økonomiudvalget": 7, "Byrådet": 15}
COUNCIL_SEATS = {
    "2024-2025": {"A": 5, "V": 4, "C": 2, "F": 2, "Ø": 1},
    "2026-2029": {"A": 5, "V": 3, "C": 2, "F": 2, "Ø": 1, "Æ": 1, "I": 1},
}

each_document = pytest.mark.parametrize("document", documents(), ids=lambda document: document.name)


def test_the_record_spans_two_years_and_both_terms() -> None:
    meetings = Counter(document.body for document in documents() if "dagsorden" not in document.name)
    assert meetings[COMMITTEE] + meetings["Beskæftigelsesudvalget"] >= 9
    assert meetings["Økonomiudvalget"] >= 3
    assert meetings["Byrådet"] >= 3
    assert documents()[0].date.year == 2024
    assert [document.date > TODAY for document in documents()] == [False] * 18 + [True]


def test_every_document_has_an_expectation() -> None:
    assert {document.name for document in documents()} == set(EXPECTED)


@each_document
def test_weekdays_fit_their_dates(document: Document) -> None:
    printed = document.weekdays()
    assert all(weekday == WEEKDAYS[day.weekday()] for weekday, day in printed)
    assert not printed or document.date in {day for _, day in printed}


@each_document
def test_items_are_numbered_from_one_without_gaps(document: Document) -> None:
    assert [item.number for item in document.items] == list(range(1, len(document.items) + 1))
    assert len(document.items) == len(EXPECTED[document.name]["items"])


@each_document
def test_references_point_at_items_that_exist(document: Document) -> None:
    by_day = {other.date: other for other in documents()}
    for pointer in document.pointers():
        if body := BEFORE_THE_RECORD.get((pointer.date, pointer.item)):
            assert pointer.body in {None, body}
            continue
        target = by_day[pointer.date]
        assert pointer.item in {item.number for item in target.items}, pointer
        assert pointer.body in {None, target.body}, pointer
        assert target.date < document.date, pointer


@each_document
def test_references_within_the_meeting_point_at_other_items_of_it(document: Document) -> None:
    numbers = {item.number for item in document.items}
    for item in document.items:
        _, _, body = item.text.partition("\n")
        alone = Document(document.name, document.body, document.date, body, ())
        assert set(alone.pointers_within()) <= numbers - {item.number}


@each_document
def test_an_announced_route_is_kept(document: Document) -> None:
    by_day = {other.date: other for other in documents()}
    for item in document.items:
        for body, day in item.stops:
            if day > TODAY:
                continue
            assert by_day[day].body == body
            assert item.case in {other.case for other in by_day[day].items}, (document.name, item.number, day)


@each_document
def test_figures_in_tables_add_up(document: Document) -> None:
    for table in document.tables:
        assert len({len(row) for row in table}) == 1, table
        header, *rows = table
        if rows[-1][0] == "I alt":
            for column in range(1, len(header)):
                figures = [number(row[column]) for row in rows]
                assert None not in figures, table
                assert sum(figures[:-1]) == figures[-1], (header[column], figures)
        if header[-1] == "I alt":
            for row in rows:
                figures = [number(cell) for cell in row[1:]]
                assert sum(figures[:-1]) == figures[-1], row


@each_document
def test_deviations_are_budget_less_expected_use(document: Document) -> None:
    for header, *rows in document.tables:
        budget = [place for place, title in enumerate(header) if title.startswith("Korrigeret budget")]
        if budget and header[-1].startswith("Afvigelse"):
            for row in rows:
                assert number(row[budget[0]]) - number(row[budget[0] + 1]) == number(row[-1]), row


@each_document
def test_reader_can_tell_the_municipality(document: Document) -> None:
    named = Counter(re.findall(r"[A-ZÆØÅ][a-zæøå]+ Kommune\b", document.text + " "))
    assert named[MUNICIPALITY] + document.text.count(f"{MUNICIPALITY}s") >= 3
    assert set(named) <= {MUNICIPALITY}


@each_document
def test_closed_items_hold_nothing(document: Document) -> None:
    for item, expected in zip(document.items, EXPECTED[document.name]["items"], strict=True):
        if expected["closed"]:
            assert "lukket" in item.text.lower()
            assert len([line for line in item.text.splitlines() if line.strip()]) <= 3, item.text


def test_a_case_goes_by_its_number_from_body_to_body() -> None:
    bodies: dict[tuple[str, str, str, str], list[str]] = {}
    for document in documents():
        for item in document.items:
            bodies.setdefault(item.case, []).append(document.body)
    wandering = [case for case, met in bodies.items() if len(set(met)) >= 3]
    assert {"-".join(case) for case in wandering} >= {
        "24-14-15.00.00-P20",
        "25-10-15.00.00-A00",
        "25-12-15.00.00-P20",
        "26-14-82.06.00-P20",
    }
    assert len(bodies["20", "2", "15.04.00", "A00"]) == 2
    assert len(bodies["23", "7", "15.00.30", "P05"]) == 3


@pytest.mark.parametrize("name", EXPECTED)
def test_votes_fit_the_attendance(name: str) -> None:
    document = EXPECTED[name]
    members = {member for member, _ in document["members"]}
    seats = SEATS[document["body"]]
    for item in document["items"]:
        for vote in item["votes"]:
            voters = [*vote["for_"], *vote["against"], *vote["abstain"]]
            assert len(voters) == len(set(voters))
            assert not set(voters) & set(item["absent"]) - set(vote.get("substitutes", []))
            if len(members) >= seats:
                assert set(voters) <= members
            if vote["for_"]:
                away = {*item["absent"], *document.get("absent_in_head", [])}
                assert len(voters) + len(away) - len(vote.get("substitutes", [])) == seats
            if stated := vote.get("stated"):
                for side, count in stated.items():
                    named = vote["for_" if side == "for" else side]
                    assert not named or len(named) == count


@pytest.mark.parametrize("name", [name for name in EXPECTED if name.startswith("byraadet")])
def test_party_votes_fit_the_seats_of_the_council(name: str) -> None:
    document = EXPECTED[name]
    seats = COUNCIL_SEATS["2026-2029" if "2026" in name else "2024-2025"]
    for item in document["items"]:
        for vote in item["votes"]:
            if parties := vote.get("parties"):
                sides = {side: sum(seats[letter] for letter in letters) for side, letters in parties.items()}
                assert sorted(letter for letters in parties.values() for letter in letters) == sorted(seats)
                assert all(sides[side] == count for side, count in vote.get("stated", {}).items())
                substituted = len(document.get("substitutes", []))
                absent = len(document.get("absent_in_head", [])) - substituted
                assert sum(sides.values()) + len(vote["abstain"]) + absent == 15


def test_no_two_documents_share_a_day() -> None:
    assert all(earlier.date < later.date for earlier, later in pairwise(documents()))
