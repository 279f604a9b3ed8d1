"""The OParl interface keeps every rule over the demo's record."""

from __future__ import annotations

from collections import Counter

import pytest

from web.oparl.asking import START, ask
from web.oparl.oparl_types import type_of
from web.oparl.published_validator import validate
from web.oparl.walker import walk


def test_the_walk_over_a_third_of_the_demo_meets_no_problem(third_of_fjordby: None) -> None:
    assert_sound(meetings=7, items=53)


@pytest.mark.long
def test_the_walk_over_the_demo_meets_no_problem(fjordby: None) -> None:
    assert_sound(meetings=19, items=144)


def assert_sound(meetings: int, items: int) -> None:
    found = walk(START, ask)
    assert not found.problems
    count = Counter(type_of(told) for told in found.known.values())
    assert (count["Meeting"], count["AgendaItem"]) == (meetings, items)
    assert min(count[name] for name in ("Body", "Paper", "Person", "Organization", "Membership", "Consultation")) > 0
    assert set(found.added) <= set(found.known)


def test_the_published_validator_would_find_nothing_to_say(fjordby: None) -> None:
    found = validate(START, ask)
    assert not found.problems
    assert len(found.known) > 300 and len(found.linked) > 100
