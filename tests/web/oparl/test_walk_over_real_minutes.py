"""The OParl interface keeps every rule over real minutes too, where they stand beside the repository."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from pejl.minutes.document import SourceLine
from pejl.record.services import retract
from record.builders import agenda, item
from web.api_record import CORRECTED, DOCUMENTS, SECRET, take_in
from web.oparl.asking import START, ask
from web.oparl.oparl_types import type_of
from web.oparl.published_validator import validate
from web.oparl.walker import walk


@pytest.mark.long
def test_the_walk_over_the_real_minutes_meets_no_problem(real: None) -> None:
    found = walk(START, ask)
    assert not found.problems
    count = Counter(type_of(told) for told in found.known.values())
    assert count["Meeting"] == 3
    assert count["AgendaItem"] > 20


def test_both_walks_meet_no_problem_where_everything_that_can_happen_has(real: None) -> None:
    called_off = agenda(item(1, outcome=None), date=dt.date(2025, 5, 7)).model_copy(
        update={"head": [SourceLine(line=1, text="AFLYST: møde i udvalget", field="body")]}
    )
    take_in(*DOCUMENTS, CORRECTED, called_off)
    retract("fjordby-kommune/beskaeftigelsesudvalg/2025-04-09", who="Byrådssekretæren", why="Indeholdt en fejl.")
    found = walk(START, ask)
    assert not found.problems
    assert not validate(START, ask).problems
    told = found.known.values()
    count = Counter(type_of(each) for each in told)
    assert (count["Body"], count["Meeting"]) == (2, 6), "the withdrawn one is in no list"
    assert any(each.get("cancelled") for each in told)
    assert any(each.get("public") is False for each in told)
    assert any(each.get("auxiliaryFile") for each in told), "an earlier version"
    assert SECRET not in str([*told])
