"""The page docs/calendar.md tells the truth: every row of its tables is read as it says, every function is named."""

import datetime as dt
import importlib
import inspect
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from pejl.calendar.amounts import find_amounts, parse_amount
from pejl.calendar.clock import parse_time
from pejl.calendar.counts import find_counts
from pejl.calendar.days import find_days, parse_day
from pejl.calendar.numbers import parse_number
from pejl.calendar.periods import parse_period
from pejl.calendar.recurrences import find_recurrences
from pejl.calendar.relative_periods import find_relative_periods
from pejl.calendar.reversed_periods import find_reversed_periods

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "calendar.md").read_text(encoding="utf-8")
SEEN_FROM = dt.date(2025, 12, 3)
MODULES = (
    *(
        "days",
        "numbers",
        "number_words",
        "amounts",
        "counts",
        "hedges",
        "clock",
        "periods",
        "relative_periods",
        "recurrences",
    ),
    "reversed_periods",
    *("spans", "holidays", "months", "rows"),
)


def rows(*header: str) -> list[list[str]]:
    """The rows of the page's table with that header."""
    _, _, below = PAGE.partition("| " + " | ".join(header) + " |\n")
    table = re.match(r"(?:\|.*\n)+", below)
    assert table, f"docs/calendar.md has no table with the columns {header}"
    return [[cell.strip().strip("`") for cell in line.strip("|").split("|")] for line in table[0].splitlines()[1:]]


@pytest.mark.parametrize(
    ("header", "read"), [("day", parse_day), ("number", parse_number), ("kroner", parse_amount), ("time", parse_time)]
)
def test_what_the_page_says_is_read_is_read(header: str, read: Callable[[str], object]) -> None:
    for text, value in rows("text", header):
        assert (text, str(read(text) if read(text) is not None else "none")) == (text, value)


def test_what_the_page_says_about_periods_is_so() -> None:
    for text, first, last in rows("text", "first day", "last day"):
        period = parse_period(text, SEEN_FROM)
        assert (text, str(period.first if period else "none"), str(period.last if period else "none")) == (
            text,
            first,
            last,
        )


def test_what_the_page_says_about_periods_placed_by_the_day_is_so() -> None:
    for text, first, last in rows("words", "first of it", "last of it"):
        (found,) = find_relative_periods(text, SEEN_FROM)
        assert (text, str(found.period.first), str(found.period.last)) == (text, first, last)


def test_what_the_page_says_runs_backwards_does() -> None:
    for text, told in rows("text", "runs backwards"):
        found = ", ".join(each.text for each in find_reversed_periods(text))
        assert (text, found or "no") == (text, told)


def test_what_the_page_says_comes_again_does() -> None:
    for text, months in rows("words", "months"):
        assert [(text, str(found.months)) for found in find_recurrences(text)] == [(text, months)]


def test_what_the_page_says_is_no_day_or_amount_is_not_found_either() -> None:
    assert [text for text, value in rows("text", "day") if value == "none" and find_days(text)] == []
    assert [text for text, value in rows("text", "kroner") if value == "none" and find_amounts(text)] == []


def test_what_the_page_says_about_counts_is_so() -> None:
    for text, values in rows("text", "counts"):
        found = ", ".join(str(count.value) for count in find_counts(text))
        assert (text, found or "none") == (text, values)


def test_every_public_function_is_named_on_the_page() -> None:
    for name in MODULES:
        module = importlib.import_module(f"pejl.calendar.{name}")
        functions = [
            function
            for function, thing in inspect.getmembers(module, inspect.isfunction)
            if not function.startswith("_") and thing.__module__ == module.__name__
        ]
        assert functions, f"{name} has no public function"
        assert [function for function in functions if f"`{function}`" not in PAGE] == []
