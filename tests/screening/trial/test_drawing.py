"""Arms are drawn in blocks of random sizes, follow from the seed alone, and cannot be told beforehand without it."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from pejl.screening.trial.drawing import Stratum, arms_in_order, band_of, next_arm

ARMS = ("saedvanlig", "raad")
HERE = Stratum("fjordby", "Nord", 1)


def arms(seed: bytes, many: int, stratum: Stratum = HERE, blocks: tuple[int, ...] = (4, 6)) -> list[str]:
    return list(islice(arms_in_order(seed, "t", stratum, ARMS, blocks), many))


@given(seed=st.binary(min_size=32, max_size=32), many=st.integers(1, 200))
def test_the_arms_are_never_further_apart_than_half_the_largest_block(seed: bytes, many: int) -> None:
    ahead = 0
    for arm in arms(seed, many):
        ahead += 1 if arm == ARMS[1] else -1
        assert abs(ahead) <= 3


@given(seed=st.binary(min_size=32, max_size=32), place=st.integers(0, 60))
def test_the_next_arm_is_the_lists_own_wherever_one_begins(seed: bytes, place: int) -> None:
    assert next_arm(seed, "t", HERE, ARMS, (4, 6), place) == arms(seed, place + 1)[place]


def test_another_seed_stratum_or_trial_is_another_list() -> None:
    mine = arms(b"a" * 32, 60)
    assert mine == arms(b"a" * 32, 60)
    assert mine != arms(b"b" * 32, 60)
    assert mine != arms(b"a" * 32, 60, Stratum("fjordby", "Nord", 2))
    assert mine != list(islice(arms_in_order(b"a" * 32, "u", HERE, ARMS, (4, 6)), 60))


def test_the_list_can_be_derived_again_in_another_language() -> None:
    """What the documentation says, worked once: the bytes of HMAC-SHA-512, read sixteen times 32 bits."""
    assert "".join(arm[0] for arm in arms(bytes(range(32)), 24)) == "ssrsrrsrrssrsrsrsrssrrrs"


def test_every_arrangement_of_a_block_is_as_likely_as_the_others() -> None:
    found = Counter(
        "".join(arm[0] for arm in arms(number.to_bytes(32, "big"), 4, blocks=(4, 4))) for number in range(6000)
    )
    assert len(found) == 6  # four places, two of each arm
    assert sum((count - 1000) ** 2 / 1000 for count in found.values()) < 20.5  # chi square, 5 degrees, 0.1 percent


def test_both_sizes_of_blocks_are_used_so_that_the_end_of_one_is_not_known() -> None:
    seeds = (number.to_bytes(32, "big") for number in range(400))
    ends_at_four = sum(Counter(arms(seed, 4))[ARMS[0]] == 2 for seed in seeds)
    assert 295 < ends_at_four < 345  # half of them by their size, and three in five of the others by chance


def test_a_chance_on_a_cut_belongs_above_it() -> None:
    assert [band_of(chance, (0.15, 0.35)) for chance in (0.0, 0.1499, 0.15, 0.35, 1.0)] == [0, 0, 1, 2, 2]
    assert band_of(0.7, ()) == 0
