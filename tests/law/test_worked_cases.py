"""Every worked case of every statute, in all the ways that the law can be asked."""

from __future__ import annotations

from functools import cache

import pytest

from pejl.law.case_run import Result, Way, run
from pejl.law.cases import all_cases, read_cases
from pejl.law.law import law
from pejl.law.refusals import LawFault
from pejl.law.yaml_text import YamlText


@cache
def results(way: Way) -> tuple[Result, ...]:
    return run(law(), all_cases(law()), (way,))


@pytest.mark.parametrize("way", Way)
def test_every_worked_case_comes_out_as_its_source_says(way: Way) -> None:
    failed = [(result.case.name, result.expected, result.got) for result in results(way) if not result.passed]
    assert not failed


def test_every_case_is_run_for_a_person_and_in_a_table_and_most_in_arrays() -> None:
    cases = all_cases(law())
    assert len(results(Way.PERSON)) == len(results(Way.COLUMNS)) == len(cases)
    answered = [case for case in cases if not case.refused and None not in case.output.values()]
    assert len(results(Way.ARRAYS)) >= len(answered) / 2


CASE = {
    "name": "en",
    "date": "2025-08-01",
    "input": "{boern: 1}",
    "output": "{forsoerger: true}",
    "source": "opdigtet",
}


def read(**changed: str | None) -> object:
    fields = {key: value for key, value in (CASE | changed).items() if value is not None}
    text = "- " + "\n  ".join(f"{key}: {value}" for key, value in fields.items()) + "\n"
    return read_cases(law(), "kontanthjaelp", YamlText("kontanthjaelp/cases.yaml", text))


def test_a_case_that_fails_tells_what_was_expected_and_what_came() -> None:
    case = read_cases(
        law(),
        "kontanthjaelp",
        YamlText(
            "cases.yaml", "- {name: x, date: 2025-08-01, input: {boern: 0}, output: {forsoerger: true}, source: s}"
        ),
    )
    for result in run(law(), case):
        assert not result.passed
        assert (result.expected, result.got) == ("forsoerger = ja", "forsoerger = nej")


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"source": None}, "source"),
        ({"date": "i går"}, "date"),
        ({"date": None}, "date"),
        ({"input": "{hest: 1}"}, "hest"),
        ({"output": "{hest: 1}"}, "hest"),
        ({"output": None}, "output"),
        ({"refused": "forsoerger"}, "enten"),
        ({"andet": "1"}, "ukendt felt"),
    ],
)
def test_a_case_that_is_not_written_right_is_named(changed: dict[str, str | None], says: str) -> None:
    with pytest.raises(LawFault, match=rf"kontanthjaelp/cases\.yaml, en.*{says}"):
        read(**changed)


def test_two_cases_may_not_have_one_name() -> None:
    text = "- {name: en, date: 2025-08-01, input: {boern: 1}, output: {forsoerger: true}, source: s}\n" * 2
    with pytest.raises(LawFault, match="to gange"):
        read_cases(law(), "kontanthjaelp", YamlText("cases.yaml", text))
