"""What is law here has a source, and each commencement has three days: the one before, the day, and the one after."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from functools import cache

import pytest

from pejl.law.case_run import Way, run
from pejl.law.cases import Case, all_cases
from pejl.law.enactment import LONG_KNOWN
from pejl.law.law import law
from pejl.law.person import outcomes
from pejl.law.refusals import Refusal
from pejl.law.version import Version

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
def test_every_case_has_a_source(statute: str) -> None:
    assert all(case.source for case in all_cases(law()) if case.statute == statute)


@pytest.mark.parametrize("statute", STATUTES)
def test_every_version_of_a_rule_is_touched_by_a_case_in_its_days(statute: str) -> None:
    assert not [
        f"{version.name} fra {version.force.since}"
        for version in law().book.versions_of(statute)
        if not any(version.force.covers(day) for _, day in touched()[version.name])
    ]


def commencements(version: Version) -> set[dt.date]:
    """The days on which a version begins, and the day after its end. What was always so begins on no day."""
    force = version.force
    began = {force.since} if force.by is not LONG_KNOWN else set()
    return began | ({force.until + ONE_DAY} if force.until else set())


@pytest.mark.parametrize("statute", STATUTES)
def test_every_commencement_has_a_case_the_day_before_on_it_and_the_day_after(statute: str) -> None:
    missing = []
    for version in law().book.versions_of(statute):
        days = {day for _, day in touched()[version.name]}
        for start in commencements(version):
            wanted = {start - ONE_DAY, start, start + ONE_DAY}
            missing += [f"{version.name}: {day}" for day in sorted(wanted - days)]
    assert not sorted(set(missing))


def test_every_worked_case_comes_out_for_a_person() -> None:
    assert not [result.case.name for result in run(law(), all_cases(law()), (Way.PERSON,)) if not result.passed]
