"""The treatments of a case are one run where the minutes tie them, and several where they do not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pejl.minutes.document import Outcome
from pejl.record.threads.runs import runs
from pejl.record.threads.station import Station
from record.threads.stations import station


def keys(found: list[tuple[Station, ...]]) -> list[list[int]]:
    return [[each.key for each in run] for run in found]


def test_case_that_is_met_where_it_was_announced_is_one_run() -> None:
    committee = station("udvalg", 0, stops=(("økonomi", 7), ("byråd", 14)), title="a")
    economy, council = station("økonomi", 7, title="b"), station("byråd", 14, title="c")
    assert keys(runs([council, committee, economy])) == [[committee.key, economy.key, council.key]]


def test_standing_case_that_comes_again_is_a_run_each_time() -> None:
    first, second = station("udvalg", 0, title="1. kvartal"), station("udvalg", 90, title="2. kvartal")
    assert keys(runs([first, second])) == [[second.key], [first.key]]


def test_same_title_in_another_body_soon_after_is_the_same_matter() -> None:
    committee, council = station("udvalg", 0), station("byråd", 20)
    assert len(runs([committee, council])) == 1
    assert len(runs([committee, station("byråd", 200)])) == 2


def test_earlier_treatment_that_is_named_is_the_same_matter() -> None:
    committee = station("udvalg", 0, title="a", number=4)
    council = station("byråd", 30, title="b", names=(("udvalg", 0, 4),))
    assert len(runs([committee, council])) == 1


def test_postponed_case_that_is_taken_up_again_is_one_run() -> None:
    put_off, taken_up = station("udvalg", 0, outcome=Outcome.POSTPONED), station("udvalg", 28)
    assert len(runs([put_off, taken_up])) == 1
    assert len(runs([station("udvalg", 0, outcome=Outcome.ADOPTED), taken_up])) == 2
    other_title = station("udvalg", 28, title="genoptaget", names=(("udvalg", 0, 1),))
    assert len(runs([put_off, other_title])) == 1


def test_two_matters_of_one_case_on_one_meeting_stay_apart() -> None:
    one = station("udvalg", 0, title="penge", meeting=9001, stops=(("byråd", 14),))
    other = station("udvalg", 0, title="navn", meeting=9001)
    money, name = station("byråd", 14, title="penge", meeting=9002), station("byråd", 14, title="navn", meeting=9002)
    assert keys(runs([one, other, money, name])) == [[other.key, name.key], [one.key, money.key]]


def test_treatments_without_a_day_stand_last_and_alone() -> None:
    undated, dated = station("udvalg", None), station("byråd", 3)
    assert keys(runs([undated, dated])) == [[dated.key], [undated.key]]


STATIONS = st.lists(
    st.builds(
        lambda body, on, title, stop: station(body, on, title=title, stops=((stop, (on or 0) + 7),)),
        st.sampled_from(["udvalg", "økonomi", "byråd"]),
        st.one_of(st.none(), st.integers(0, 60)),
        st.sampled_from(["a", "b"]),
        st.sampled_from(["økonomi", "byråd"]),
    ),
    max_size=7,
)


@given(STATIONS, st.randoms())
def test_every_treatment_is_in_one_run_whatever_order_they_came_in(stations: list[Station], chance: object) -> None:
    found = runs(stations)
    assert sorted(each.key for run in found for each in run) == sorted(each.key for each in stations)
    shuffled = list(stations)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert {frozenset(run) for run in keys(runs(shuffled))} == {frozenset(run) for run in keys(found)}
