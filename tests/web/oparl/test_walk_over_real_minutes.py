"""The OParl interface keeps every rule over real minutes too, where they stand beside the repository."""

from __future__ import annotations

from collections import Counter

from web.oparl.asking import START, ask
from web.oparl.oparl_types import type_of
from web.oparl.walker import walk


def test_the_walk_over_the_real_minutes_meets_no_problem(real: None) -> None:
    found = walk(START, ask)
    assert not found.problems
    count = Counter(type_of(told) for told in found.known.values())
    assert count["Meeting"] == 3
    assert count["AgendaItem"] > 20
