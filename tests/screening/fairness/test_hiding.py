"""No share lets anybody work out one to four persons, whoever has the totals."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pejl.register.small_counts import FEW
from pejl.screening.fairness.hiding import Part, hidden

PARTS = st.lists(
    st.integers(0, 60).flatmap(lambda of: st.builds(Part, st.integers(0, of), st.just(of))), min_size=1, max_size=7
)


def test_nothing_is_hidden_where_nothing_is_few() -> None:
    assert not hidden([Part(10, 40), Part(0, 30), Part(25, 25)])


def test_a_second_group_is_hidden_beside_one() -> None:
    assert hidden([Part(2, 40), Part(10, 30), Part(25, 60)]) == {0, 1}


def test_groups_are_added_until_the_hidden_ones_together_are_not_few() -> None:
    assert hidden([Part(1, 40), Part(2, 30), Part(25, 60), Part(30, 90)]) == {0, 1, 2}


@given(PARTS)
def test_what_is_told_tells_of_no_few(parts: list[Part]) -> None:
    gone = hidden(parts)
    assert not [part for place, part in enumerate(parts) if place not in gone and part.few]


@given(PARTS)
def test_the_hidden_ones_do_not_follow_from_the_total(parts: list[Part]) -> None:
    """Together they are not few, and more than one, unless all that has anybody is hidden."""
    gone = hidden(parts)
    rest = [part for place, part in enumerate(parts) if place not in gone and part.of]
    if gone and rest:
        many, of = sum(parts[place].many for place in gone), sum(parts[place].of for place in gone)
        assert len(gone) > 1
        assert all(count == 0 or count >= FEW for count in (many, of - many, of))
