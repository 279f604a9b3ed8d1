"""Amounts, percentages and limits hold for whole months, one after another, and change when an act says so."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from pejl.law import enactments
from pejl.law.enactment import Enactment
from pejl.law.law import law
from pejl.law.parameters import Parameter

PARAMETERS = tuple(law().book.parameters.values())
ONE_DAY = dt.timedelta(days=1)
PROMULGATED = {found.known for found in vars(enactments).values() if isinstance(found, Enactment)}


@pytest.mark.parametrize("parameter", PARAMETERS, ids=lambda parameter: parameter.name)
def test_an_amount_begins_with_a_month_and_ends_with_one(parameter: Parameter) -> None:
    for row in parameter.values:
        assert row.since.day == 1
        for last in (row.until, row.until_before):
            assert last is None or (last + ONE_DAY).day == 1


@pytest.mark.parametrize("parameter", PARAMETERS, ids=lambda parameter: parameter.name)
def test_there_is_no_day_between_two_amounts(parameter: Parameter) -> None:
    rows = sorted(parameter.values, key=lambda row: row.since)
    for before, after in pairwise(rows):
        assert before.until is not None
        assert before.until + ONE_DAY == after.since


@pytest.mark.parametrize("parameter", PARAMETERS, ids=lambda parameter: parameter.name)
def test_what_an_act_changed_could_be_known_on_the_day_of_the_act(parameter: Parameter) -> None:
    days = {day for row in parameter.values for day in (row.known, row.end_known) if day is not None}
    assert days <= PROMULGATED


def test_no_amount_of_what_is_only_expected_from_2027_is_law() -> None:
    expected = [row for parameter in PARAMETERS for row in parameter.values if row.since == dt.date(2027, 1, 1)]
    assert expected
    assert not [row for row in expected if row.status.usable]
