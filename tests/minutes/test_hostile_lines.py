"""Lines that no person wrote: endless lists, brackets, capitals and numbers, wherever a text has place for them.

Each once took a reading minutes instead of milliseconds. How long it takes is not asserted: a reading that grows with
the square of a line's length does not come to its end here.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from patience import examples

from .reading import HEAD, item, minutes_of

UNITS = [
    "a, ", "og ", "Anne ", "Anne Berg, ", "Anne B. ", "Anne Berg (A) ", "(A) ", "(", ")", "1. ", "......", "a - ",
    "Ad 1. ",
    "Udvalget og ", "Teknik-, ", "01.01.2025, ", "punkt 1, ", "stemte for ", "A er inhabil ", "A foreslog at ",
    "Ændringsforslag fra A ", ", idet A stemte for", "første, ",
]  # fmt: skip
LENGTH = 60_000


def hostile(unit: str, length: int = LENGTH) -> str:
    return " ".join((unit * (length // len(unit) + 1))[:length].split())


@pytest.mark.parametrize("unit", UNITS)
def test_endless_line_in_a_decision_is_kept_and_the_next_item_is_read(unit: str) -> None:
    line = hostile(unit)
    first, second = minutes_of(item(1, decision=f"Tiltrådt.\n\n{line}"), item(2, decision="Udsat.")).items
    assert first.decision is not None and line[:200] in first.decision.text
    assert second.outcome == "postponed"


@pytest.mark.parametrize("unit", UNITS)
def test_endless_line_in_the_case_text_or_the_head_hides_no_item(unit: str) -> None:
    line = hostile(unit)
    minutes = minutes_of(item(1, body=line), item(2), head=f"{HEAD}Bemærkninger {line}\n\n")
    assert [read.number for read in minutes.items][-1] == 2
    assert minutes.items[-1].outcome == "adopted"


@pytest.mark.parametrize("pair", [("1. Abc", "Beslutning"), ("Sagsnr.: 12/3456", "Titel"), ("Side 3", "7")])
def test_thousands_of_lines_that_look_like_items_come_to_an_end(pair: tuple[str, str]) -> None:
    assert minutes_of("\n".join(pair * 4000), item(1)).source.lines > 8000


@settings(deadline=None, max_examples=examples(40))
@given(units=st.lists(st.sampled_from(UNITS), min_size=1, max_size=4), repeats=st.integers(1, 400))
def test_any_mixture_of_such_parts_is_kept(units: list[str], repeats: int) -> None:
    line = " ".join(("".join(units) * repeats).split())
    (read,) = minutes_of(item(1, decision=f"Tiltrådt.\n\n{line}")).items
    assert read.decision is not None and line[:100].strip() in read.decision.text
