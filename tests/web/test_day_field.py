"""A day in a form: written as Danes write it, read as they and as addresses do, and never lost."""

from __future__ import annotations

import datetime as dt

import pytest
from django.http import QueryDict
from django.template import engines
from hypothesis import given
from hypothesis import strategies as st

from pejl.calendar.days import danish_day, short_day
from pejl.web.page.days import day_asked, unread_days

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))


def sent(**fields: str) -> QueryDict:
    found = QueryDict(mutable=True)
    found.update(fields)
    return found


def field(tag: str, **context: object) -> str:
    return engines["django"].from_string(f"{{% {tag} %}}").render(context)


@given(DAYS)
def test_a_day_is_read_as_danes_and_as_links_write_it(day: dt.date) -> None:
    for written in (short_day(day), danish_day(day), day.isoformat(), f"{day.day}/{day.month}-{day.year}"):
        assert day_asked(sent(dag=f" {written} "), "dag") == day
        assert not unread_days(sent(dag=written), "dag")


NO_DAYS = ["i går", "31.02.2025", "07/31/2025", "1.7", "01.07.1700", "20250701", "\x00", "9" * 500]


@pytest.mark.parametrize("typed", NO_DAYS)
def test_what_is_no_day_stays_in_the_field_with_how_to_write_one(typed: str) -> None:
    unread = unread_days(sent(dag=typed, til=""), "dag", "til", "kendt")
    assert list(unread) == ["dag"] and day_asked(sent(dag=typed), "dag") is None
    said = field('day_field "dag" "Dag" day', unread_days=unread, day=dt.date(2025, 7, 1))
    assert f'value="{unread["dag"]}"' in said and "Skriv dagen som 01.07.2025." in said
    assert 'aria-invalid="true"' in said and 'aria-describedby="dag-hint dag-error"' in said


def test_the_field_says_how_a_day_is_written_and_shows_the_day_so() -> None:
    said = field('day_field "dag" "Dag" day hint="Tom: i dag." anchor="a1-dag" required=True', day=dt.date(2025, 12, 3))
    assert 'id="a1-dag" name="dag" value="03.12.2025"' in said
    assert 'Tom: i dag. <span class="pejl-nowrap">Fx 01.07.2025</span>' in said
    assert 'for="a1-dag"' in said and 'aria-describedby="a1-dag-hint"' in said and " required" in said
    assert "Skriv dagen" not in said and "aria-invalid" not in said
    assert 'value=""' in field('day_field "dag" "Dag"')


@given(st.text(max_size=60))
def test_nothing_that_can_be_typed_is_a_fault_or_breaks_out_of_the_field(typed: str) -> None:
    unread = unread_days(sent(dag=f'"><b {typed}'), "dag")
    assert unread and "<b" not in field('day_field "dag" "Dag"', unread_days=unread)
