from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.law.law import law

DAY = dt.date(2025, 1, 1)
weeks = st.integers(1, 130)


def _ask(wanted: str, **facts: float) -> float:
    return float(law().on(DAY).person(facts, [wanted]).values[wanted])


@given(weeks, weeks, st.integers(0, 6000).map(float))
def test_the_sum_over_the_weeks_is_what_the_closed_form_says(one: int, other: int, benefit: float) -> None:
    first, last = sorted((one, other))
    week_by_week = sum(
        _ask("kommunens_udgift_i_ugen", uge=week, ydelse_pr_uge=benefit) for week in range(first, last + 1)
    )
    at_once = _ask("kommunens_udgift", fra_uge=first, til_uge=last, ydelse_pr_uge=benefit)
    assert at_once == pytest.approx(week_by_week, abs=0.01)


@given(weeks)
def test_state_and_municipality_pay_the_whole_together_and_the_municipality_never_less_later(week: int) -> None:
    state, own = (_ask(name, uge=week) for name in ("statens_andel", "kommunens_andel"))
    assert state + own == 100
    assert own <= _ask("kommunens_andel", uge=week + 1)


@given(weeks, weeks, weeks)
def test_a_stretch_costs_what_its_parts_cost(one: int, other: int, third: int) -> None:
    first, middle, last = sorted((one, other, third))
    parts = _ask("uger_kommunen_betaler", fra_uge=first, til_uge=middle) + _ask(
        "uger_kommunen_betaler", fra_uge=middle + 1, til_uge=last
    )
    assert _ask("uger_kommunen_betaler", fra_uge=first, til_uge=last) == pytest.approx(parts)
