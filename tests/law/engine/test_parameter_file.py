"""Amounts are written by people in a file; what is wrong with it is said with file and name, before it computes."""

from __future__ import annotations

import datetime as dt

import pytest

from pejl.law.parameter_file import read_parameters
from pejl.law.parameters import Parameter
from pejl.law.refusals import LawFault
from pejl.law.status import Status
from pejl.law.yaml_text import YamlText

ROW = "{from: 2025-01-01, until: 2025-12-31, value: 100, status: confirmed, source: kilden, retrieved: 2026-01-01}"


def read(*rows: str, unit: str = "kr.", look_up: str = "opslag") -> Parameter:
    lines = "".join(f"    - {row}\n" for row in rows)
    text = f"beloeb:\n  danish: Beløb\n  unit: {unit}\n  look_up: {look_up}\n  values:\n{lines}"
    return read_parameters(YamlText("loven/parameters.yaml", text))[0]


def test_a_value_keeps_its_unit_source_status_and_days() -> None:
    parameter = read(ROW)
    row = parameter.row(dt.date(2025, 12, 31))
    assert row is not None
    assert (row.value, row.status, row.source, row.retrieved) == (
        100,
        Status.CONFIRMED,
        "kilden",
        dt.date(2026, 1, 1),
    )
    assert (parameter.unit, parameter.look_up, parameter.kind) == ("kr.", "opslag", int)


@pytest.mark.parametrize("day", [dt.date(2024, 12, 31), dt.date(2026, 1, 1)])
def test_a_day_that_no_row_covers_is_a_gap(day: dt.date) -> None:
    assert read(ROW).row(day) is None


def test_a_correction_counts_from_the_day_it_became_known() -> None:
    parameter = read(ROW, ROW.replace("value: 100", "value: 110, known: 2025-06-01"))
    day = dt.date(2025, 3, 1)
    before, after, now = (parameter.row(day, known) for known in (dt.date(2025, 5, 31), dt.date(2025, 6, 1), None))
    assert before and after and now
    assert (before.value, after.value, now.value) == (100, 110, 110)


def test_an_end_counts_from_the_day_it_became_known() -> None:
    parameter = read(
        ROW.replace("until: 2025-12-31", "until: 2025-06-30, end_known: 2024-12-30, until_before: 2025-12-31")
    )
    ended, last, after = dt.date(2025, 7, 1), dt.date(2025, 12, 31), dt.date(2026, 1, 1)
    assert parameter.row(ended) is None and parameter.row(ended, dt.date(2024, 12, 30)) is None
    before = [parameter.row(day, dt.date(2024, 12, 29)) for day in (ended, last, after)]
    assert [row is not None for row in before] == [True, True, False]


def test_whole_numbers_beside_others_are_numbers_with_a_comma() -> None:
    later = ROW.replace("2025-", "2026-").replace("value: 100", "value: 100.5")
    assert read(ROW, later).kind is float


FAULTS = {
    "two rows cover the same days": (ROW, ROW.replace("value: 100", "value: 101")),
    "an end that was forgotten": (ROW.replace("until: 2025-12-31, ", ""),),
    "both an end and none": (ROW.replace("until: 2025-12-31", "until: 2025-12-31, lasting: true"),),
    "an end before the beginning": (ROW.replace("2025-12-31", "2024-12-31"),),
    "a day on which an end was known, and no end": (
        ROW.replace("until: 2025-12-31", "lasting: true, end_known: 2025-01-01"),
    ),
    "an end foreseen before an end that was always known": (
        ROW.replace("until: 2025-12-31", "until: 2025-12-31, until_before: 2026-12-31"),
    ),
    "an end foreseen that is no later": (
        ROW.replace("until: 2025-12-31", "until: 2025-12-31, end_known: 2025-01-01, until_before: 2025-12-31"),
    ),
    "no source": (ROW.replace(", source: kilden", ""),),
    "no status": (ROW.replace(", status: confirmed", ""),),
    "a status that is none": (ROW.replace("confirmed", "sikker"),),
    "a missing value that is confirmed": (ROW.replace("100", "missing"),),
    "a missing source that is confirmed": (ROW.replace("kilden", "missing"),),
    "a confirmed value that was read on no day": (ROW.replace(", retrieved: 2026-01-01", ""),),
    "a word for a value": (ROW.replace("100", "hundrede"),),
    "no number": (ROW.replace("100", ".nan"),),
    "a day that is a text": (ROW.replace("2025-01-01", "'2025-01-01'"),),
    "a field nobody knows": (ROW.replace("value", "vaerdi: 1, value"),),
    "values of two kinds": (ROW, ROW.replace("2025-", "2026-").replace("value: 100", "value: true")),
    "no rows": (),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_file_is_refused_for(fault: str) -> None:
    with pytest.raises(LawFault, match=r"loven/parameters\.yaml, beloeb"):
        read(*FAULTS[fault])


def test_a_value_that_is_missing_must_say_where_it_is_looked_up() -> None:
    row = ROW.replace("100", "missing").replace("confirmed", "unconfirmed")
    assert read(row).row(dt.date(2025, 1, 1)) is not None
    with pytest.raises(LawFault, match="look_up"):
        read(row, look_up='""')


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("beloeb: {", "linje"),
        ("beloeb: 1\nbeloeb: 2", "linje 2.*to gange"),
        ("- beloeb", "liste af navne"),
        ("beløb: {danish: x}", "æ, ø og å"),
    ],
)
def test_a_file_that_is_not_written_right_is_refused_with_its_place(text: str, says: str) -> None:
    with pytest.raises(LawFault, match=says):
        read_parameters(YamlText("loven/parameters.yaml", text))


def test_an_empty_file_has_no_parameters() -> None:
    assert read_parameters(YamlText("loven/parameters.yaml", "")) == ()
