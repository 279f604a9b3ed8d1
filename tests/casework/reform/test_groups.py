"""Whatever the caseload is: the parts are the whole, and nobody is told in a group of fewer than five."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.reform.people import AFTER, BEFORE
from pejl.casework.reform.cube import EDGES, Cell
from pejl.casework.reform.groups import Group, Told, grouped, neighbours, summed, told, without_few
from pejl.casework.reform.households import Households
from pejl.casework.reform.judgement import Judgement, judge
from pejl.casework.reform.reform import Reform, reform
from pejl.law.law import law
from pejl.register.small_counts import FEW
from pejl.register.snapshot import Snapshot

ZERO = EDGES.index(0)


@st.composite
def cells(draw: st.DrawFn) -> Cell:
    band = draw(st.one_of(st.none(), st.integers(0, len(EDGES))))
    persons = draw(st.integers(1, 12))
    sign = 0 if band is None else (-1 if band <= ZERO else 1)
    change = float(sign * persons * draw(st.integers(1, 9000)))
    group, family = draw(st.sampled_from(["jobparat", "aktivitetsparat"])), draw(st.sampled_from(["enlig", "par"]))
    rate = draw(st.sampled_from(["mindstesats", "grundsats", "forhoejet_sats"]))
    age, children = draw(st.sampled_from([-1, 0, 25, 30, 60])), draw(st.integers(0, 3))
    return Cell(band, group, family, rate, age, children, persons, change, change, 0.0, 0.0, 0)


def judgement(of: Sequence[Cell]) -> Judgement:
    before, after = law().on(BEFORE), law().on(AFTER)
    return Judgement(before, after, BEFORE, "s", BEFORE, None, tuple(of), homes(of), (), {}, {}, 0, (), ())


def homes(of: Sequence[Cell]) -> tuple[Households, ...]:
    """As if everybody who loses lived alone, in homes of several kinds."""
    losers = [each for each in of if each.change < 0]
    sums = [(each.familie, each.boern, 1, each.satsgruppe, each.persons, each.change) for each in losers]
    return tuple(Households(*each, each[-1], 0.0, None) for each in sums)


def everything_told(found: Reform) -> list[Told]:
    rows = [row.told for division in found.divisions for row in (*division.losers, *division.gainers)]
    rows += [each.told for each in found.bands] + [each.told for each in found.households]
    return [*rows, *(each for each in (found.losers, found.gainers) if each)]


@given(st.lists(cells(), max_size=25))
def test_no_group_that_is_told_is_of_fewer_than_five(of: list[Cell]) -> None:
    for each in everything_told(reform(judgement(of))):
        assert each.persons.least >= FEW


@given(st.lists(cells(), max_size=25))
def test_no_difference_of_two_told_counts_says_that_there_are_one_to_four(of: list[Cell]) -> None:
    found = reform(judgement(of))
    counts = [each.persons for each in everything_told(found)] + [found.judged, found.less, found.more, found.same]
    for one, other in combinations([each for each in counts if each.least >= FEW], 2):
        least, most = other.least - one.most, other.most - one.least
        assert not (least >= 1 and most < FEW) and not (-most >= 1 and -least < FEW)


@given(st.lists(cells(), max_size=25))
def test_the_bands_and_every_division_are_all_who_lose_or_none(of: list[Cell]) -> None:
    losers = judgement(of).losers
    whole = summed(("alle",), losers)
    for word in (lambda cell: cell.familie, lambda cell: cell.satsgruppe, lambda cell: f"{cell.band:03}"):
        groups = grouped(losers, word)
        for kept in (without_few(groups), neighbours(groups)):
            assert sum(each.persons for each in kept) == (whole.persons if whole.persons >= FEW else 0)
            assert all(each.persons >= FEW for each in kept)
            if kept:
                assert sum(each.change for each in kept) == pytest.approx(whole.change)


@given(st.lists(cells(), max_size=25))
def test_no_band_holds_both_losers_and_gainers(of: list[Cell]) -> None:
    for band in reform(judgement(of)).bands:
        loses = band.most is not None and band.most <= 0
        assert loses or (band.least is not None and band.least >= 0)
        assert loses == (band.told.mean < 0) or band.told.mean == 0


def test_small_groups_are_put_together_and_with_the_smallest_other_where_they_are_still_few() -> None:
    groups = [Group((word,), persons, -1.0, -1.0, 0.0, None) for word, persons in zip("abc", (2, 9, 6), strict=True)]
    assert [(each.words, each.persons) for each in without_few(groups)] == [(("b",), 9), (("andre",), 8)]
    assert [(each.words, each.persons) for each in neighbours(groups)] == [(("a", "b"), 11), (("c",), 6)]
    assert without_few(groups[:1]) == neighbours(groups[:1]) == []


def test_a_group_of_four_is_refused() -> None:
    with pytest.raises(ValueError, match="fewer than five"):
        told(Group(("a",), 4, -1.0, -1.0, 0.0, None))


def test_the_example_municipality_is_judged_whole_and_from_a_day_to_itself_untouched(snapshot: Snapshot) -> None:
    before, after = law().on(BEFORE, scenario="fjordby"), law().on(AFTER, scenario="fjordby")
    found = judge(snapshot, before, after)
    assert found.day == BEFORE
    assert sum(cell.persons for cell in found.cells) > 20 and not found.reasons
    parts = (found.losers, found.gainers, found.same)
    assert sum(cell.persons for each in parts for cell in each) == sum(cell.persons for cell in found.cells)
    still = judge(snapshot, before, before, day=BEFORE)
    assert not still.losers and not still.gainers
