"""Every rule has a worked case, and one on the day before, the day and the day after each day on which it changes."""

from __future__ import annotations

import datetime as dt

import pytest

from pejl.law.cases import cases_of
from pejl.law.commencements import commencements_of
from pejl.law.law import law

NAMES = [statute.name for statute in law().statutes]
ONE_DAY = dt.timedelta(days=1)


def _asked_on(statute: str) -> dict[str, set[dt.date]]:
    """The days on which some case asks for a name, or is refused for it."""
    days: dict[str, set[dt.date]] = {}
    for case in cases_of(law(), law().statute(statute)):
        for name in (*case.asks, *([case.refused] if case.refused else [])):
            days.setdefault(name, set()).add(case.date)
    return days


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_has_a_worked_case(name: str) -> None:
    rules = {rule.name for rule in law().statute(name).rules}
    assert not rules - _asked_on(name).keys()


@pytest.mark.parametrize("name", NAMES)
def test_each_commencement_has_its_three_days(name: str) -> None:
    statute, asked = law().statute(name), _asked_on(name)
    rules = {rule.name for rule in statute.rules}
    missing = [
        f"{rule} on {day}"
        for each in commencements_of(law().book, statute)
        for rule in sorted(rules.intersection((*each.new, *each.changed, *each.gone)))
        for day in (each.day - ONE_DAY, each.day, each.day + ONE_DAY)
        if day not in asked.get(rule, ())
    ]
    assert not missing


@pytest.mark.parametrize("name", NAMES)
def test_every_worked_case_names_what_it_is_read_from(name: str) -> None:
    assert all(case.source.strip() for case in cases_of(law(), law().statute(name)))
