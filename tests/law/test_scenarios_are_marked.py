"""A scenario is seen in everything that it touches, and in nothing that the law says by itself."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pejl.law.given import Given
from pejl.law.law import law
from pejl.law.refusals import Refusal
from pejl.law.scenario import scenario_names

DAYS = [dt.date(2024, 2, 29), dt.date(2025, 6, 30), dt.date(2025, 7, 1), dt.date(2026, 3, 1), dt.date(2026, 7, 1)]
RULES = tuple(law().book.versions)


def fact(asked: Given) -> st.SearchStrategy[object]:
    if asked.words:
        return st.sampled_from(asked.words)
    kinds: dict[type, st.SearchStrategy[object]] = {
        bool: st.booleans(),
        int: st.sampled_from([0, 1, 3, 24, 25, 29, 30, 53]),
        float: st.sampled_from([0.0, 2.5, 9.0, 22.1, 411.0, 8000.0]),
        dt.date: st.dates(dt.date(2023, 1, 1), dt.date(2026, 12, 31)),
    }
    return kinds[asked.kind]


FACTS = st.fixed_dictionaries(
    {asked.name: st.none() | fact(asked) for asked in law().book.givens.values() if asked.name != "dag"}
)


@pytest.mark.parametrize("name", scenario_names())
@settings(max_examples=8)
@given(st.sampled_from(DAYS), FACTS)
def test_what_only_a_scenario_answers_says_so(name: str, day: dt.date, facts: dict[str, object]) -> None:
    supposed = law().on(day, scenario=name)
    alone, answers = law().on(day).outcomes(facts, RULES), supposed.outcomes(facts, RULES)
    for rule, found in answers.items():
        if isinstance(found, Refusal):
            continue
        marked = supposed.person(facts, [rule]).scenario
        assert marked or found == alone[rule], rule
        assert marked or not isinstance(alone[rule], Refusal), rule
