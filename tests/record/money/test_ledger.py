"""Each amount of money counts once, wherever its case is treated."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from pejl.minutes.document import Outcome
from pejl.record.money.ledger import Line, all_of, standing, sums_by_body


def line(
    key: int,
    *,
    item: int | None = None,
    case: int | None = 1,
    day: str = "2026-01-01",
    amount: int = 100,
    years: tuple[int, ...] = (2026,),
    yearly: bool = False,
    adds: bool = True,
    outcome: Outcome = Outcome.ADOPTED,
    body: str = "udvalg",
    to: str = "",
) -> Line:
    place = item if item is not None else key
    return Line(key, place, case, (day, f"{place:03}"), Decimal(amount), years, yearly, adds, outcome, body, to)


def test_money_of_a_case_stands_where_it_was_treated_last_and_counts_where_it_was_treated_first() -> None:
    (one,) = standing(
        [
            line(3, day="2026-03-01", body="byråd"),
            line(2, day="2026-02-01", body="økonomiudvalg", outcome=Outcome.RECOMMENDED),
            line(1, day="2026-01-01", body="udvalg", outcome=Outcome.RECOMMENDED),
        ]
    )
    assert (one.line.key, one.earlier, one.home, one.counts) == (3, (1, 2), "udvalg", True)


def test_money_counts_under_the_body_that_gets_it() -> None:
    (one,) = standing([line(2, day="2026-02-01", body="byråd", to="børneudvalg"), line(1, to="børneudvalg")])
    assert one.home == "børneudvalg"


def test_two_clauses_of_an_item_with_the_same_amount_are_two_amounts() -> None:
    lines = [line(3, item=2, day="2026-02-01"), line(4, item=2, day="2026-02-01"), line(1, item=1), line(2, item=1)]
    assert [one.line.key for one in standing(lines)] == [3, 4]


def test_another_amount_another_year_and_another_case_are_other_money() -> None:
    lines = [
        line(1),
        line(2, amount=101),
        line(3, years=(2027,)),
        line(4, case=2),
        line(5, case=None),
        line(6, case=None),
    ]
    assert len(standing(lines)) == 6


def test_what_was_withdrawn_last_does_not_count_though_it_was_recommended_first() -> None:
    lines = [line(2, day="2026-02-01", outcome=Outcome.WITHDRAWN), line(1, outcome=Outcome.RECOMMENDED)]
    assert sums_by_body(standing(lines)) == {}


def test_sums_are_told_by_year_and_for_one_year() -> None:
    money = standing(
        [
            line(1, years=(2026,)),
            line(2, years=(2026, 2027), yearly=True, amount=10),
            line(3, years=(2026, 2027), amount=1000),
            line(4, years=(), amount=5),
            line(5, amount=7, adds=False),
        ]
    )
    (sums,) = sums_by_body(money).values()
    assert sums.by_year == {2026: 110, 2027: 10, None: 1005}
    assert sums.total == 1125
    (of_year,) = sums_by_body(money, 2027).values()
    assert of_year.by_year == {2027: 10}


@given(
    st.lists(
        st.tuples(st.integers(1, 3), st.integers(1, 4), st.integers(1, 3), st.sampled_from(["a", "b"])), max_size=30
    ),
    st.randoms(),
)
def test_order_of_the_lines_is_of_no_consequence_and_bodies_make_up_the_whole(
    told: list[tuple[int, int, int, str]], shuffled: object
) -> None:
    lines = [
        line(key, item=case * 10 + item, case=case, day=f"2026-01-{item:02}", amount=amount, body=f"{body}{item}")
        for key, (case, item, amount, body) in enumerate(told)
    ]
    other = lines[::-1]
    ours, theirs = standing(lines), standing(other)
    assert {one.line.key for one in ours} == {one.line.key for one in theirs}
    sums = sums_by_body(ours)
    assert all_of(sums.values()).total == sum(one.line.amount for one in ours if one.counts)
    amounts = [(one.line.case, one.line.amount) for one in ours]
    stations = {(one.line.case, one.line.amount): one.line.item for one in ours}
    assert all(stations[amount] == one.line.item for amount, one in zip(amounts, ours, strict=True))
