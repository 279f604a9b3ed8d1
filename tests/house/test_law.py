"""What is law here has a source, and each commencement has three days: the one before, the day, and the one after."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from functools import cache

import pytest

from pejl.law.cases import Case, all_cases, cases_of
from pejl.law.commencements import commencements_of
from pejl.law.law import law
from pejl.law.person import outcomes
from pejl.law.refusals import Refusal

STATUTES = [statute.name for statute in law().statutes]
ONE_DAY = dt.timedelta(days=1)


@cache
def touched() -> dict[str, set[tuple[str, dt.date]]]:
    """For each rule the cases that ask it or come by it, with their days; a refusal touches what was asked."""
    found: dict[str, set[tuple[str, dt.date]]] = defaultdict(set)
    for case in all_cases(law()):
        for name in {*case.asks, case.refused, *come_by(case)} - {""}:
            found[name].add((case.name, case.date))
    return found


def come_by(case: Case) -> set[str]:
    """The rules in the explanation of a case's answers."""
    on_day = law().on(case.date, known=case.known, scenario=case.scenario)
    found = outcomes(on_day, case.given, case.asks)
    answered = [name for name, value in found.items() if not isinstance(value, Refusal)]
    return {step.name for step in on_day.person(case.given, answered).steps()} if answered else set()


@pytest.mark.parametrize("statute", STATUTES)
def test_every_parameter_has_unit_source_and_status(statute: str) -> None:
    for parameter in law().book.parameters_of(statute):
        assert parameter.unit and parameter.danish, parameter.name
        for row in parameter.values:
            assert row.source, parameter.name
            assert row.value is not None or not row.status.usable, parameter.name
            assert row.value is not None or parameter.look_up, parameter.name


@pytest.mark.parametrize("statute", STATUTES)
def test_every_rule_and_duty_has_a_source_and_a_section(statute: str) -> None:
    for version in law().book.versions_of(statute):
        assert version.rule.source and version.rule.cites and version.rule.says, version.name
    for duty in law().book.duties_of(statute):
        assert duty.source and duty.cites and duty.says, duty.name


@pytest.mark.parametrize("statute", STATUTES)
def test_every_version_of_a_rule_is_touched_by_a_case_in_its_days(statute: str) -> None:
    assert not [
        f"{version.name} fra {version.force.since}"
        for version in law().book.versions_of(statute)
        if not any(version.force.covers(day) for _, day in touched()[version.name])
    ]


def asked_on(statute: str) -> dict[str, set[dt.date]]:
    """The days on which some case asks for a name, or is refused for it."""
    days: dict[str, set[dt.date]] = defaultdict(set)
    for case in cases_of(law(), law().statute(statute)):
        for name in {*case.asks, case.refused} - {""}:
            days[name].add(case.date)
    return days


@pytest.mark.parametrize("statute", STATUTES)
def test_every_rule_is_asked_by_a_case(statute: str) -> None:
    assert not {rule.name for rule in law().statute(statute).rules} - asked_on(statute).keys()


@pytest.mark.parametrize("statute", STATUTES)
def test_every_rule_is_asked_the_day_before_each_of_its_commencements_on_it_and_the_day_after(statute: str) -> None:
    rules, asked = {rule.name for rule in law().statute(statute).rules}, asked_on(statute)
    assert not [
        f"{rule} on {day}"
        for each in commencements_of(law().book, law().statute(statute))
        for rule in sorted(rules.intersection((*each.new, *each.changed, *each.gone)))
        for day in (each.day_before, each.day, each.day + ONE_DAY)
        if day not in asked[rule]
    ]
