"""Three real sets of minutes give every flag that was listed by eye, and no other."""

from __future__ import annotations

import pytest

from minutes.shared_minutes import REAL, expected, needs_real, real_days
from pejl.minutes.checks.flag import Flag
from pejl.minutes.checks.known import KnownFiles
from pejl.minutes.checks.run import check
from pejl.minutes.reader import read

pytestmark = needs_real

LISTED = {
    ("2024-05-29", 4, "same-event"): "date",
    ("2025-09-08", 1, "sum-restated"): "table",
    ("2025-12-03", 1, "table-total"): "table",
    ("2025-12-03", 1, "table-missing-cell"): "table",
    ("2025-12-03", 1, "attachment-numbers"): "attachment",
    ("2025-12-03", 2, "member-name"): "name",
}
"""The rules that find what the expected files list, with the word that those have for it.

One listed note, on the row that lacks a year and a total that is one krone off, is two rules here.
"""


@pytest.fixture(scope="module")
def found() -> list[tuple[str, Flag]]:
    """Every flag of the three sets with its day, the sets knowing each other."""
    documents = {day: read(REAL / f"{day}.txt") for day in real_days()}
    known = KnownFiles(documents.values())
    return [(day, flag) for day, document in documents.items() for flag in check(document, known)]


def test_every_listed_flag_is_found_and_no_other(found: list[tuple[str, Flag]]) -> None:
    assert sorted((day, flag.item or 0, flag.rule) for day, flag in found) == sorted(LISTED)
    wanted = {(day, flag["item"], flag["kind"]) for day in real_days() for flag in expected(day)["flags"]}
    assert {(day, item, word) for (day, item, _), word in LISTED.items()} == wanted


def test_flags_state_what_the_listed_notes_state(found: list[tuple[str, Flag]]) -> None:
    said = {(day, flag.rule): flag for day, flag in found}
    assert {said["2024-05-29", "same-event"].stated, said["2024-05-29", "same-event"].computed} == {
        "06.09.2024",
        "09.09.2024",
    }
    assert said["2025-12-03", "table-total"].rounding
    assert said["2025-09-08", "sum-restated"].rounding
    assert "4.559.593,73" in said["2025-09-08", "sum-restated"].sentence
    assert "bilag 3" in said["2025-12-03", "attachment-numbers"].sentence
    assert "Michael" in said["2025-12-03", "member-name"].sentence


def test_each_flag_asks_for_a_look_at_lines_of_its_own(found: list[tuple[str, Flag]]) -> None:
    assert all(flag.sentence.startswith("Tjek dette: ") and flag.lines for _, flag in found)
