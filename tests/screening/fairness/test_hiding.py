"""No share lets anybody work out one to four persons, whoever has the totals."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pejl.register.small_counts import FEW
from pejl.screening.fairness.hiding import Part, hidden, told_roughly

PARTS = st.lists(
    st.integers(0, 60).flatmap(lambda of: st.builds(Part, st.integers(0, of), st.just(of))), min_size=1, max_size=7
)


def test_nothing_is_hidden_where_nothing_is_few() -> None:
    assert not hidden([Part(10, 40), Part(0, 30), Part(25, 25)])


def test_a_second_group_is_hidden_beside_one() -> None:
    assert hidden([Part(2, 40), Part(10, 30), Part(25, 60)]) == {0, 1}


def test_groups_are_added_until_the_hidden_ones_together_are_not_few() -> None:
    assert hidden([Part(1, 40), Part(2, 30), Part(25, 60), Part(30, 90)]) == {0, 1, 2}


def test_of_a_total_that_is_told_roughly_nothing_follows() -> None:
    """Of 7,000 a share with three decimals leaves seven open; so the few of unknown sex hide nobody else's share."""
    few, women, men = Part(2, 8), Part(1200, 3600), Part(1300, 3500)
    assert hidden([few, women, men]) == {0}
    assert not told_roughly(Part(20, 400)) and hidden([Part(1, 8), Part(20, 400), Part(30, 500)]) == {0, 1}
    assert not told_roughly(Part(0, 0))


@given(st.integers(0, 20_000), st.integers(0, 20_000))
def test_what_is_told_roughly_reads_the_same_for_five_persons(many: int, rest: int) -> None:
    """As the share is rounded, and the number it is of, counts that lie that far apart cannot be told apart."""
    total = Part(many, many + rest)
    if told_roughly(total):
        share, nearest = round(many / total.of, 3), (total.of + 5) // 10 * 10
        sizes = range(nearest - 5, nearest + 5)
        alike = {
            each
            for of in sizes
            for each in range(int(share * of) - of // 1000 - 2, int(share * of) + of // 1000 + 3)
            if round(each / of, 3) == share
        }
        assert many in alike and max(alike) - min(alike) >= FEW - 1


@given(PARTS)
def test_what_is_told_tells_of_no_few(parts: list[Part]) -> None:
    gone = hidden(parts)
    assert not [part for place, part in enumerate(parts) if place not in gone and part.few]


@given(PARTS)
def test_the_hidden_ones_do_not_follow_from_the_total(parts: list[Part]) -> None:
    """Together they are not few, and more than one, unless all that has anybody is hidden. All are fewer than 1,000."""
    gone = hidden(parts)
    rest = [part for place, part in enumerate(parts) if place not in gone and part.of]
    if gone and rest:
        many, of = sum(parts[place].many for place in gone), sum(parts[place].of for place in gone)
        assert len(gone) > 1
        assert all(count == 0 or count >= FEW for count in (many, of - many, of))
