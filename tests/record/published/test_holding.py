"""What is kept of a document that may be withdrawn tells which things it held, and nothing of what it said."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.minutes.document import Item, SourceLine
from pejl.record.models import Attendance, Case, Meeting, Person
from pejl.record.published.holding import (
    LONGEST_CASE,
    LONGEST_NAME,
    LONGEST_PLACE,
    LONGEST_TERM,
    Holding,
    holding,
    without_marks,
)
from pejl.record.published.paths import LONGEST_PARTY, veiled_part
from record.builders import agenda, closed, item, member, minutes, reference, stop, vote

WORD = "Ordetsomstår"


def spoken(word: str) -> Item:
    """An item that says the word wherever an item can."""
    return item(
        1,
        f"{word} i titlen",
        case="25-1-P05",
        decided=f"{word} vedtaget.",
        text=[f"Om {word}."],
        recommended=[f"at {word} godkendes"],
        absent=[f"{word} Fjord"],
        votes=[vote(for_=[f"{word} Klit"])],
        route=[stop(f"{word}udvalget", dt.date(2025, 4, 2))],
        related=[reference(f"{word}rådet", dt.date(2025, 2, 2), 3)],
    )


def test_nothing_that_a_document_says_is_in_its_holding() -> None:
    document = minutes(spoken(WORD), body=f"{WORD}udvalget", members=[member(f"{WORD} Dam", WORD[:3])])
    kept = holding(document).model_dump_json()
    assert WORD.lower() not in kept.lower()
    assert "ordetsomstaar" not in kept.lower()
    assert "2025-04-02" not in kept


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=6, max_size=12))
def test_no_word_of_a_document_is_in_its_holding(word: str) -> None:
    other = holding(minutes(spoken("x"), members=[member("x Dam")])).model_dump_json()
    kept = holding(minutes(spoken(word), members=[member(f"{word} Dam")])).model_dump_json()
    assert word not in kept or word in other


def test_a_closed_item_is_held_by_its_number_alone() -> None:
    [kept] = holding(minutes(closed(4))).items
    assert (kept.slug, kept.open, kept.case, kept.stops, kept.votes) == ("punkt-4", False, "", (), ())


def test_a_mark_changes_when_the_item_does_and_only_then() -> None:
    one, same, other = (holding(minutes(item(1, decided=said))).items[0].mark for said in ("Ja.", "Ja.", "Nej."))
    assert one == same != other


def test_marks_of_what_is_taken_back_are_taken_away() -> None:
    kept = holding(minutes(spoken(WORD), item(2)))
    left = without_marks(kept, {"punkt-1"})
    assert left.items[0].mark == "" and left.items[0].votes == ("",)
    assert left.items[0].open, "that it was open once must be known"
    assert left.items[1] == kept.items[1]


def test_of_a_member_the_first_line_counts_unless_a_later_one_says_away() -> None:
    kept = holding(
        minutes(item(1, absent=["Bo Klit"]), members=[member("Asta  Fjord", "A"), member("Asta Fjord", "V")])
    )
    assert [(person.who, person.member, person.party) for person in kept.people] == [
        (veiled_part("Asta Fjord"), True, "a"),
        (veiled_part("Bo Klit"), False, ""),
    ]


@pytest.mark.parametrize(
    ("line", "cancelled"),
    [("AFLYST: Referat Beskæftigelsesudvalget", True), ("Mødet er aflyst.", True), ("Møde om uaflyste opgaver", False)],
)
def test_a_meeting_is_called_off_where_the_head_says_so(line: str, cancelled: bool) -> None:
    document = agenda(item(1)).model_copy(update={"head": [SourceLine(line=1, text=line, field="body")]})
    assert holding(document).cancelled is cancelled


def test_names_are_cut_where_the_tables_cut_them() -> None:
    def longest(model: type[Person] | type[Case] | type[Meeting] | type[Attendance], field: str) -> int | None:
        return getattr(model._meta.get_field(field), "max_length", None)

    assert longest(Person, "name") == LONGEST_NAME
    assert longest(Case, "number") == LONGEST_CASE
    assert longest(Meeting, "place") == LONGEST_PLACE
    assert longest(Meeting, "term") == LONGEST_TERM
    assert longest(Attendance, "party") == LONGEST_PARTY


def test_a_holding_survives_being_kept() -> None:
    kept = holding(minutes(spoken(WORD), closed(2), members=[member("Asta Fjord", "A")]))
    assert Holding.model_validate(kept.model_dump(mode="json", exclude_defaults=True)) == kept
