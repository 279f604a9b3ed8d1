"""When things were first published, changed, and ceased, worked out by hand for the cases that happen."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.minutes.document import Kind as DocumentKind
from pejl.minutes.document import Minutes
from pejl.minutes.public import public_version
from pejl.record.names import address_in_day
from pejl.record.published.history import Day, Held, Interval, Times, history, unchanging
from pejl.record.published.holding import holding
from pejl.record.published.paths import veiled_part
from pejl.record.same_meeting import Filing, treats
from record.builders import agenda, closed, item, member, minutes, stop, vote

BEGIN = dt.datetime(2025, 3, 1, 8, tzinfo=dt.UTC)
DAY = "2025-03-12"
MEETING = f"meeting/fjordby/udvalg/{DAY}"
ITEM = f"agendaitem/fjordby/udvalg/{DAY}"


def at(hour: int) -> dt.datetime:
    return BEGIN + dt.timedelta(hours=hour)


def held(document: Minutes, hour: int, *published: Interval) -> Held:
    public = public_version(document)
    return Held(
        filing=Filing((hour, f"{hour:064x}"), public.time, treats(public)),
        minutes=public.kind is DocumentKind.MINUTES,
        received_at=at(hour),
        published=published or ((at(hour), None),),
        holding=holding(public),
    )


def told(*documents: Held, now: dict[str, str] | None = None) -> dict[str, Times]:
    return history(Day("fjordby", "udvalg", "udvalg", lambda place: address_in_day(DAY, place), now or {}), documents)


def hours(times: Times) -> tuple[int, int, int | None]:
    def hour(moment: dt.datetime) -> int:
        return int((moment - BEGIN).total_seconds() // 3600)

    return hour(times.first), hour(times.changed), hour(times.gone) if times.gone else None


def test_everything_of_a_first_document_begins_with_it() -> None:
    found = told(held(minutes(item(1, case="25-1"), members=[member("Asta Fjord", "A")]), 1))
    assert {hours(times) for times in found.values()} == {(1, 1, None)}
    kinds = {each.partition("/")[0] for each in found}
    assert kinds == {
        *("body", "organization", "person", "membership", "meeting", "agendaitem", "paper", "consultation", "file"),
        *("location", "legislativeterm"),
    }


def test_a_correction_changes_what_it_corrects_and_nothing_else() -> None:
    first = held(minutes(item(1, "Et", decided="Ja."), item(2, "To")), 1)
    second = held(minutes(item(1, "Et", decided="Nej."), item(2, "To"), note="2"), 5)
    found = told(first, second)
    assert hours(found[f"{ITEM}/punkt-1"]) == (1, 5, None)
    assert hours(found[f"{ITEM}/punkt-2"]) == (1, 1, None)
    assert hours(found[MEETING]) == (1, 5, None), "it has another file now"


def test_an_item_that_a_correction_drops_is_gone() -> None:
    found = told(
        held(minutes(item(1), item(2, case="25-2", votes=[vote(for_=["Asta Fjord"])])), 1),
        held(minutes(item(1), note="2"), 5),
    )
    assert hours(found[f"{ITEM}/punkt-2"]) == (1, 1, 5)
    gone = {each.partition("/")[0] for each, times in found.items() if times.gone}
    assert gone == {"agendaitem", "vote", "paper", "consultation", "person"}


def test_what_comes_back_is_no_longer_gone() -> None:
    found = told(
        *(
            held(minutes(item(1), *more, note=str(hour)), hour)
            for hour, more in ((1, [item(2)]), (2, []), (3, [item(2)]))
        )
    )
    assert hours(found[f"{ITEM}/punkt-2"]) == (1, 3, None)


def test_minutes_take_the_place_of_their_agenda() -> None:
    found = told(held(agenda(item(1, outcome=None), item(9, outcome=None)), 1), held(minutes(item(1)), 5))
    assert hours(found[f"{ITEM}/punkt-1"]) == (1, 5, None)
    assert hours(found[f"{ITEM}/punkt-9"]) == (1, 1, 5)
    assert sum(each.startswith("file/") and times.gone is None for each, times in found.items()) == 2


def test_a_late_agenda_changes_nothing_of_what_the_minutes_say() -> None:
    found = told(held(minutes(item(1)), 1), held(agenda(item(1, outcome=None)), 5))
    assert hours(found[f"{ITEM}/punkt-1"]) == (1, 1, None)
    assert hours(found[MEETING]) == (1, 5, None)


def test_an_item_that_is_closed_later_stays_and_its_case_goes() -> None:
    open_item = item(2, "Personsag", case="25-9", votes=[vote(for_=["Asta Fjord"])])
    found = told(held(minutes(item(1), open_item), 1), held(minutes(item(1), closed(2, "Personsag"), note="2"), 5))
    assert hours(found[f"{ITEM}/punkt-2"]) == (1, 5, None)
    assert hours(found["paper/fjordby/25-9"]) == (1, 1, 5)
    [first, second] = sorted(
        (times for each, times in found.items() if each.startswith("file/")), key=lambda times: times.first
    )
    assert hours(first) == (1, 5, None), "the earlier file has lost what was closed"
    assert hours(second) == (5, 5, None)


def test_a_withdrawn_meeting_leaves_only_marks() -> None:
    found = told(held(minutes(item(1, case="25-1"), members=[member("Asta Fjord")]), 1, (at(1), at(7))))
    assert {hours(times) for times in found.values()} == {(1, 1, 7)}


def test_a_withdrawal_lets_the_version_before_it_stand_again() -> None:
    first = held(minutes(item(1, decided="Ja.")), 1)
    second = held(minutes(item(1, decided="Nej."), item(2), note="2"), 5, (at(5), at(7)))
    found = told(first, second)
    assert hours(found[f"{ITEM}/punkt-1"]) == (1, 7, None)
    assert hours(found[f"{ITEM}/punkt-2"]) == (5, 5, 7)


def test_what_was_withdrawn_and_published_again_is_there() -> None:
    found = told(held(minutes(item(1)), 1, (at(1), at(3)), (at(6), None)))
    assert hours(found[MEETING]) == (1, 6, None)


def test_two_meetings_that_turn_out_to_be_one() -> None:
    morning = held(minutes(item(1, "Budget", case="25-1"), time="09:00"), 1)
    evening = held(minutes(item(1, "Skoler", case="25-2"), time="19:00"), 2)
    items = [item(1, "Budget", case="25-1"), item(2, "Skoler", case="25-2")]
    both = held(minutes(*items, time="09:00", kind=DocumentKind.AGENDA), 5)
    found = told(morning, evening, both)
    assert hours(found[f"{MEETING}-2"]) == (2, 2, 5)
    assert hours(found[MEETING]) == (1, 5, None)


def test_where_the_record_parts_meetings_otherwise_the_record_counts() -> None:
    one, other = held(minutes(item(1)), 1), held(minutes(item(1), note="2"), 2)
    found = told(one, other, now={one.sha256: DAY, other.sha256: f"{DAY}-2"})
    assert hours(found[f"{MEETING}-2"]) == (2, 2, None)


def test_an_announced_station_and_the_treatment_that_meets_it_have_one_path() -> None:
    announcing = told(held(minutes(item(1, case="25-1", route=[stop("Byrådet", dt.date(2025, 3, 26))])), 1))
    council = Day("fjordby", "byraad", "byråd", lambda place: address_in_day("2025-03-26", place), {})
    treating = history(council, [held(minutes(item(7, case="25-1")), 4)])
    shared = {each for each in announcing if each in treating and each.startswith("consultation/")}
    assert len(shared) == 1
    assert f"organization/fjordby/{veiled_part('byråd')}" in announcing.keys() & treating.keys()


VERSIONS = st.lists(
    st.tuples(
        st.booleans(), st.lists(st.integers(1, 4), unique=True, max_size=4), st.sampled_from(["", "17:00", "19:00"])
    ),
    min_size=1,
    max_size=4,
)


def versions(chosen: Sequence[tuple[bool, list[int], str]]) -> list[Held]:
    return [
        held(
            minutes(
                *(item(number, f"Sag {number}", case=f"25-{number}") for number in numbers),
                time=time or None,
                kind=DocumentKind.MINUTES if final else DocumentKind.AGENDA,
                note=str(hour),
            ),
            hour,
        )
        for hour, (final, numbers, time) in enumerate(chosen, start=1)
    ]


@given(VERSIONS)
def test_times_do_not_depend_on_the_order_in_which_documents_are_worked_through(
    chosen: list[tuple[bool, list[int], str]],
) -> None:
    documents = versions(chosen)
    expected = told(*documents)
    for order in itertools.permutations(documents):
        assert told(*order) == expected


@given(VERSIONS)
def test_a_time_is_that_of_some_document_and_what_is_there_is_not_gone(
    chosen: list[tuple[bool, list[int], str]],
) -> None:
    documents = versions(chosen)
    moments = {document.received_at for document in documents}
    for times in told(*documents).values():
        assert {times.first, times.changed} <= moments
        assert times.first <= times.changed
        assert times.gone is None or (times.gone in moments and times.gone > times.first)


@pytest.mark.parametrize(
    ("days", "hour"),
    [
        ([(1, None), (5, None)], 1),
        ([(1, 3), (5, None)], 5),
        ([(1, 6), (5, None)], 1),
        ([(5, None), (1, 3), (2, 4)], 5),
        ([(1, 3), (2, 9), (8, None)], 1),
    ],
)
def test_what_says_nothing_has_changed_only_when_it_came_back(days: list[tuple[int, int | None]], hour: int) -> None:
    assert unchanging([(at(first), at(gone) if gone else None) for first, gone in days]) == at(hour)


def test_what_a_day_withdrew_and_put_back_was_gone_in_between() -> None:
    when = [(at(1), at(2)), (at(4), at(6)), (at(7), None)]
    found = told(held(minutes(item(1)), 1, *when))
    [times] = [times for path, times in found.items() if path.startswith("location/")]
    assert hours(times) == (1, 7, None)
    assert [*times.there()] == when
    assert unchanging(times.there()) == at(7)
    assert unchanging([*times.there(), (at(3), None)]) == at(3), "another day told of it meanwhile"
    assert unchanging([*times.there(), (at(1), None)]) == at(1)
