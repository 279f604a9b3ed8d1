"""Several things in one sentence."""

from __future__ import annotations

import pytest

from pejl.calendar.rows import in_a_row


@pytest.mark.parametrize(
    ("things", "words"),
    [([], ""), ([3], "3"), ([3, 4], "3 og 4"), ([1, 2, 4], "1, 2 og 4"), (["1.2", "1.3", "1.5"], "1.2, 1.3 og 1.5")],
)
def test_only_the_last_of_several_has_og_before_it(things: list[object], words: str) -> None:
    assert in_a_row(things) == words


def test_what_is_one_of_several_has_another_word() -> None:
    assert in_a_row(["rækkens sum", "kolonnens sum"], "eller") == "rækkens sum eller kolonnens sum"
