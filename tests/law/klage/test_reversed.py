from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from pejl.law.law import law

DAY = dt.date(2025, 12, 31)
counts = st.integers(0, 5000)


def _ask(wanted: str, **facts: object) -> Any:
    return law().on(DAY).person(facts, [wanted]).values[wanted]


@given(counts, counts, counts)
def test_the_share_reversed_is_a_percentage_and_none_where_nothing_was_decided(
    upheld: int, changed: int, sent_back: int
) -> None:
    share = _ask("omgoerelsesprocent", stadfaestede=upheld, aendrede=changed, hjemviste=sent_back)
    if upheld + changed + sent_back == 0:
        assert share is None
    else:
        assert 0 <= share <= 100
        assert (share == 0) is (changed + sent_back == 0)


@given(st.lists(st.sampled_from(["stadfaestet", "aendret", "hjemvist", "afvist", "medhold", "trukket"]), max_size=40))
def test_complaint_by_complaint_tells_the_same_share_as_the_counts(outcomes: list[str]) -> None:
    counted = sum(_ask("taeller_i_omgoerelse", klage_udfald=each) for each in outcomes)
    turned = sum(_ask("omgjort", klage_udfald=each) for each in outcomes)
    share = _ask(
        "omgoerelsesprocent",
        stadfaestede=outcomes.count("stadfaestet"),
        aendrede=outcomes.count("aendret"),
        hjemviste=outcomes.count("hjemvist"),
    )
    assert share == (turned * 100 / counted if counted else None)
