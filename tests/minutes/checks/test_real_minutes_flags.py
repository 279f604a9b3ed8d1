"""The three real sets of minutes have exactly these flags of days, numbers, people and form. Each is a true one."""

from __future__ import annotations

import pytest

from pejl.minutes.checks.flag import Certainty
from pejl.minutes.public import public_version
from pejl.minutes.reader import read

from ..shared_minutes import REAL, expected, needs_real, real_days
from .flags_said import flags_of

FLAGS = {
    "2024-05-29": [
        # The summary says that the proposal on the integration prize is put to the committee on the first of the two
        # days, the text below, twice, that it is on the other: the same proposal, the same committee.
        (4, "same-event", "06.09.2024", "09.09.2024", Certainty.LIKELY, [283, 313]),
    ],
    "2025-09-08": [],
    "2025-12-03": [
        # The list goes from attachment 2 to attachment 4. The text names attachment 4 and never 3.
        (1, "attachment-numbers", "bilag 1, 2 og 4", "bilag 3 mangler", Certainty.LIKELY, [126, 128, 130]),
        # The head lists a member whose first name the vote spells another way.
        (2, "member-name", "Mikael Dorph Jensen", "Michael Dorph Jensen", Certainty.LIKELY, [150]),
    ],
}

KINDS_IN_THE_EXPECTED_FILES = {"date", "attachment", "name"}
"""What the expected files call these kinds; shares, sums and tables are others' to tell."""


@needs_real
@pytest.mark.parametrize("day", real_days() or [""])
def test_exactly_these_flags_are_told(day: str) -> None:
    found = [
        (flag.item, flag.rule, flag.stated, flag.computed, flag.certainty, [lines.first for lines in flag.lines])
        for flag in flags_of(read(REAL / f"{day}.txt"))
    ]
    assert found == FLAGS[day]


@needs_real
@pytest.mark.parametrize("day", real_days() or [""])
def test_every_listed_flag_of_these_kinds_is_among_them(day: str) -> None:
    listed = [flag["item"] for flag in expected(day)["flags"] if flag["kind"] in KINDS_IN_THE_EXPECTED_FILES]
    assert [item for item, *_ in FLAGS[day]] == listed


@needs_real
@pytest.mark.parametrize("day", real_days() or [""])
def test_the_public_version_has_the_same_flags(day: str) -> None:
    minutes = read(REAL / f"{day}.txt")
    assert flags_of(public_version(minutes)) == flags_of(minutes)
