"""The law as of a day, as it was known on a day, for a case that began on a day."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.engine.mini.statute import MINI_LAW
from pejl.law.refusals import NoRule, NotGiven

DAYS = st.dates(dt.date(2025, 3, 1), dt.date(2025, 12, 31))
OLD_CASES = st.dates(dt.date(2015, 1, 1), dt.date(2025, 2, 28))
NEW_CASES = st.dates(dt.date(2025, 3, 1), dt.date(2025, 12, 31))
KNOWN = st.dates(dt.date(2024, 1, 1), dt.date(2027, 12, 31))
FACTS = {"rask": False, "alder": 1, "boern": 2, "loen": 100.0}


def right(day: dt.date, case_start: dt.date | None, known: dt.date | None = None) -> object:
    return MINI_LAW.on(day, known=known).person(FACTS | {"case_start": case_start}, ["har_ret"]).values["har_ret"]


def amount(day: dt.date, known: dt.date | None) -> object:
    return MINI_LAW.on(day, known=known).person(FACTS, ["mini_ydelse"]).values["mini_ydelse"]


@given(DAYS, DAYS, OLD_CASES)
def test_a_later_law_date_never_changes_a_case_bound_to_the_old_law(
    day: dt.date, later: dt.date, case_start: dt.date
) -> None:
    facts = {"rask": False, "alder": 1, "case_start": case_start}
    answers = [MINI_LAW.on(each).person(facts | {"boern": None, "loen": None}, ["har_ret"]) for each in (day, later)]
    steps = [[(step.name, step.since, step.danish) for step in answer.steps()] for answer in answers]
    assert answers[0].values == answers[1].values
    assert steps[0] == steps[1]


@given(DAYS, NEW_CASES)
def test_a_case_that_begins_under_the_new_law_follows_it(day: dt.date, case_start: dt.date) -> None:
    answer = MINI_LAW.on(day).person(FACTS | {"case_start": case_start}, ["har_ret"])
    assert answer.steps()[-1].since == dt.date(2025, 3, 1)


def test_a_case_whose_beginning_is_unknown_is_a_new_one() -> None:
    day = dt.date(2025, 9, 1)
    assert right(day, None) == right(day, day)


def test_a_case_whose_beginning_was_not_told_has_no_answer() -> None:
    with pytest.raises(NotGiven, match="sagens første dag"):
        MINI_LAW.on(dt.date(2025, 9, 1)).person(FACTS, ["har_ret"])


def test_a_case_for_which_nothing_is_law_is_a_gap() -> None:
    with pytest.raises(NoRule, match=r"der begyndte 1. marts 2025"):
        right(dt.date(2025, 2, 28), dt.date(2025, 3, 1))


@pytest.mark.parametrize(
    ("known", "expected"),
    [(dt.date(2024, 12, 29), 10_400.5 + 225), (dt.date(2024, 12, 30), 10_526.0), (dt.date(2025, 6, 1), 10_625.0)],
)
def test_a_decision_is_made_again_with_what_was_known_then(known: dt.date, expected: float) -> None:
    """Before the act was promulgated the old rule had no end; before the correction the amount was the old one."""
    assert amount(dt.date(2025, 8, 1), known) == expected


def test_an_end_that_nobody_knew_of_is_not_told() -> None:
    day, before = dt.date(2025, 8, 1), dt.date(2024, 12, 29)
    (step,) = MINI_LAW.on(day, known=before).person(FACTS, ["mini_ydelse"]).steps()
    assert step.until is None
    (told, *_) = MINI_LAW.on(dt.date(2025, 6, 30)).person(FACTS, ["mini_ydelse"]).steps()
    assert told.until == dt.date(2025, 6, 30)


@given(KNOWN, DAYS)
def test_what_became_known_later_never_changes_an_answer_as_known_before(known: dt.date, day: dt.date) -> None:
    """An answer is that of the last day on which anybody learned something."""
    news = [day for day in (dt.date(2024, 12, 30), dt.date(2025, 2, 1), dt.date(2025, 6, 1)) if day <= known]
    assert amount(day, known) == amount(day, max(news, default=dt.date(2024, 1, 1)))


@given(DAYS)
def test_without_a_day_of_knowledge_all_is_known(day: dt.date) -> None:
    assert amount(day, None) == amount(day, dt.date(2099, 1, 1))
