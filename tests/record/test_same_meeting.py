"""When documents of one body and one day are of the same meeting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.record.same_meeting import Filing, meetings, start, treats
from record.builders import closed, item, minutes


def filing(order: int, time: str | None, *marks: str) -> Filing:
    return Filing((order, ""), time, frozenset(marks))


def orders(*filings: Filing) -> list[list[int]]:
    return [[found.arrival[0] for found in group] for group in meetings(filings)]


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("19:00", "1900"),
        ("kl. 9.00", "0900"),
        ("kl. 17", "1700"),
        ("16:30 - 18:00", "1630"),
        (None, ""),
        ("umiddelbart efter", ""),
    ],
)
def test_start_time_is_read_however_it_is_printed(time: str | None, expected: str) -> None:
    assert start(time) == expected


def test_different_times_and_nothing_in_common_are_two_meetings_by_time() -> None:
    assert orders(filing(1, "19:00", "a"), filing(2, "17:00", "b")) == [[2], [1]]


def test_same_time_or_something_in_common_is_one_meeting() -> None:
    assert orders(filing(1, "19:00", "a"), filing(2, "kl. 19.00", "b")) == [[1, 2]]
    assert orders(filing(1, "19:00", "a"), filing(2, "19:30", "a", "b")) == [[1, 2]]


def test_document_without_time_goes_where_it_has_most_in_common() -> None:
    early, late = filing(1, "17:00", "a"), filing(2, "19:00", "b", "c")
    assert orders(early, late, filing(3, None, "b")) == [[1], [2, 3]]
    assert orders(early, late, filing(3, None, "x")) == [[1, 3], [2]]
    assert orders(filing(1, None, "x"), filing(2, None, "y")) == [[1, 2]]


def test_standing_items_are_nothing_in_common() -> None:
    one = minutes(item(1, "Godkendelse af dagsorden", case="25-1-P35"), item(2, "Valg af formand"))
    other = minutes(item(1, "Godkendelse af dagsorden.", case="25-1-P35"), item(2, "Årsplan"), closed(3, None))
    assert not treats(one) & treats(other)
    assert treats(one) & treats(minutes(item(7, "VALG AF FORMAND")))
    assert treats(minutes(item(1, "A", case="25-9 P05"))) & treats(minutes(item(1, "B", case="25-9P05")))


FILINGS = st.lists(
    st.tuples(
        st.sampled_from([None, "", "9:00", "kl. 9", "17:00", "19.30"]),
        st.frozensets(st.sampled_from("abcde"), max_size=3),
    ),
    max_size=7,
)


@given(FILINGS, st.randoms())
def test_every_document_is_in_one_meeting_whatever_the_order(
    facts: list[tuple[str | None, frozenset[str]]], random: st.DataObject
) -> None:
    filings = [Filing((order, ""), time, marks) for order, (time, marks) in enumerate(facts)]
    found = meetings(filings)
    assert sorted(one.arrival[0] for group in found for one in group) == list(range(len(filings)))
    random.shuffle(filings)  # type: ignore[attr-defined]
    assert meetings(filings) == found


@given(FILINGS)
def test_documents_with_the_same_start_are_never_parted(facts: list[tuple[str | None, frozenset[str]]]) -> None:
    found = meetings(Filing((order, ""), time, marks) for order, (time, marks) in enumerate(facts))
    places: dict[str, set[int]] = {}
    for place, group in enumerate(found):
        for one in group:
            places.setdefault(start(one.time), set()).add(place)
    assert all(len(where) == 1 for time, where in places.items() if time)
