"""Months, weeks, years and rounding mean one thing, whichever way the law is asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import ibis
import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pejl.law import arithmetic
from pejl.law.array_functions import FUNCTIONS as OVER_ARRAYS
from pejl.law.column_functions import FUNCTIONS as OVER_COLUMNS

JAN_31, FEB_28, FEB_29 = dt.date(2025, 1, 31), dt.date(2025, 2, 28), dt.date(2024, 2, 29)

WORKED: list[tuple[str, tuple[Any, ...], Any]] = [
    ("months_after", (JAN_31, 1), FEB_28),
    ("months_after", (dt.date(2024, 1, 31), 1), FEB_29),
    ("months_after", (dt.date(2025, 5, 31), -1), dt.date(2025, 4, 30)),
    ("months_after", (dt.date(2025, 1, 10), 6), dt.date(2025, 7, 10)),
    ("months_after", (FEB_29, 12), FEB_28),
    ("months_after", (FEB_28, 12), dt.date(2026, 2, 28)),
    ("months_after", (dt.date(2025, 8, 31), 6), dt.date(2026, 2, 28)),
    ("months_after", (dt.date(2024, 12, 31), -10), FEB_29),
    ("weeks_after", (dt.date(2025, 1, 1), 8), dt.date(2025, 2, 26)),
    ("days_after", (FEB_28, 1), dt.date(2025, 3, 1)),
    ("days_after", (FEB_28, -59), dt.date(2024, 12, 31)),
    ("days_between", (FEB_28, FEB_28), 0),
    ("days_between", (dt.date(2024, 2, 28), dt.date(2024, 3, 1)), 2),
    ("days_between", (dt.date(2025, 3, 1), FEB_28), -1),
    ("weeks_between", (FEB_28, FEB_28), 0),
    ("weeks_between", (dt.date(2025, 1, 1), dt.date(2025, 1, 7)), 0),
    ("weeks_between", (dt.date(2025, 1, 1), dt.date(2025, 1, 8)), 1),
    ("weeks_between", (dt.date(2025, 1, 7), dt.date(2025, 1, 1)), 0),
    ("weeks_between", (dt.date(2025, 1, 8), dt.date(2025, 1, 1)), -1),
    ("years_between", (FEB_29, FEB_28), 0),
    ("years_between", (FEB_29, dt.date(2025, 3, 1)), 1),
    ("years_between", (dt.date(1995, 7, 2), dt.date(2025, 7, 1)), 29),
    ("years_between", (dt.date(1995, 7, 1), dt.date(2025, 7, 1)), 30),
    ("last_of_month", (FEB_29,), FEB_29),
    ("last_of_month", (dt.date(2025, 12, 1),), dt.date(2025, 12, 31)),
    ("whole_kroner", (0.5,), 1.0),
    ("whole_kroner", (2.5,), 3.0),
    ("whole_kroner", (-0.5,), 0.0),
    ("whole_kroner", (6_968.499,), 6_968.0),
    ("oere", (1.005,), 1.01),
    ("oere", (0.125,), 0.13),
    ("oere", (4585.6,), 4585.6),
    ("down_to", (4_866.8, 5.0), 4_865.0),
    ("down_to", (4_865.0, 5.0), 4_865.0),
    ("down_to", (0.3, 0.1), 0.3),
    ("min", (3, 2, 5), 2),
    ("max", (JAN_31, FEB_28), FEB_28),
]

_ARROW = {int: pa.int64(), float: pa.float64(), dt.date: pa.date32()}


def once(function: str, given: tuple[Any, ...]) -> Any:
    return {"min": min, "max": max}.get(function, getattr(arithmetic, function, None))(*given)


def in_columns(function: str, rows: list[tuple[Any, ...]]) -> list[Any]:
    columns = {
        f"x{place}": pa.array(values, _ARROW[type(values[0])]) for place, values in enumerate(zip(*rows, strict=True))
    }
    table = ibis.memtable(pa.table({"n": pa.array(range(len(rows))), **columns}))
    found = table.mutate(found=OVER_COLUMNS[function](*(table[name] for name in columns))).order_by("n")
    return [value if value is not None else "unknown" for value in found.to_pyarrow()["found"].to_pylist()]


def in_arrays(function: str, rows: list[tuple[Any, ...]]) -> list[Any]:
    arrays = [
        np.array(values, "datetime64[D]" if isinstance(values[0], dt.date) else None)
        for values in zip(*rows, strict=True)
    ]
    found: list[Any] = OVER_ARRAYS[function](*arrays).tolist()
    return found


@pytest.mark.parametrize(("function", "values", "expected"), WORKED)
def test_worked_by_hand(function: str, values: tuple[Any, ...], expected: Any) -> None:
    assert once(function, values) == (pytest.approx(expected) if isinstance(expected, float) else expected)
    assert once(function, values) == in_columns(function, [values])[0] == in_arrays(function, [values])[0]


DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
COUNTS = st.integers(-600, 600)
MONEY = st.floats(-1e8, 1e8, allow_nan=False) | st.integers(-1_000_000, 1_000_000).map(lambda oere: oere / 200)


def alike(function: str, *kinds: st.SearchStrategy[Any]) -> Callable[[], None]:
    """That a function gives the same in all ways, for many random values at once."""

    @settings(max_examples=8, deadline=None)
    @given(st.lists(st.tuples(*kinds), min_size=1, max_size=300))
    def check(rows: list[tuple[Any, ...]]) -> None:
        expected = [once(function, row) for row in rows]
        assert in_columns(function, rows) == expected
        assert in_arrays(function, rows) == expected

    return check


@pytest.mark.parametrize(
    ("function", "kinds"),
    [
        ("months_after", (DAYS, COUNTS)),
        ("weeks_after", (DAYS, COUNTS)),
        ("days_after", (DAYS, COUNTS)),
        ("days_between", (DAYS, DAYS)),
        ("weeks_between", (DAYS, DAYS)),
        ("years_between", (DAYS, DAYS)),
        ("last_of_month", (DAYS,)),
        ("whole_kroner", (MONEY,)),
        ("oere", (MONEY,)),
        ("down_to", (MONEY, st.sampled_from([0.05, 1.0, 5.0, 100.0]))),
    ],
)
def test_the_same_in_all_ways(function: str, kinds: tuple[st.SearchStrategy[Any], ...]) -> None:
    alike(function, *kinds)()


@given(DAYS, st.integers(0, 240))
def test_a_month_later_is_in_that_month_and_never_later_in_it(day: dt.date, count: int) -> None:
    later = arithmetic.months_after(day, count)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == count
    assert later.day == min(day.day, arithmetic.last_of_month(later).day)


@given(MONEY.map(abs), MONEY.map(abs))
def test_more_money_is_never_rounded_to_less(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert arithmetic.whole_kroner(low) <= arithmetic.whole_kroner(high)
    assert arithmetic.oere(low) <= arithmetic.oere(high)
    assert abs(arithmetic.oere(low) - low) <= 0.0051


@pytest.mark.parametrize("function", ["min", "max"])
def test_the_smallest_of_something_unknown_is_unknown(function: str) -> None:
    table = ibis.memtable(pa.table({"a": pa.array([1, None], pa.int64()), "b": pa.array([2.5, 2.5])}))
    found = table.select(found=OVER_COLUMNS[function](table.a, table.b)).to_pyarrow()["found"].to_pylist()
    assert found == [{"min": 1.0, "max": 2.5}[function], None]
