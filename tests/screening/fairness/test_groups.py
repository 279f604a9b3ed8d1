"""Errors, calibration and release by group: worked by hand, against plain loops, and without telling of the few."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from pejl.register.small_counts import FEW
from pejl.screening.fairness import drawn, rates
from pejl.screening.fairness.attributes import age_bands, value_word
from pejl.screening.fairness.compared import compared
from pejl.screening.fairness.groups import groups
from pejl.screening.fairness.policies import ways_of_choosing
from pejl.screening.spells import NOT_ENDED, Bools, Ends, Floats, Words
from pejl.screening.training.run import Group

WEEKS = 13.0


@dataclass(frozen=True)
class Policy:
    early_effort_from: float = 0.5


def words(*values: str | None) -> Words:
    return np.array(values, dtype=object)


def ends(time: list[float], ended: list[bool]) -> Ends:
    size = len(time)
    return Ends(np.full(size, 4.0), np.array(time), np.where(ended, 0, NOT_ENDED).astype(np.int64))


def of(found: tuple[Group, ...], attribute: str, value: str) -> Group:
    return next(group for group in found if (group.attribute, group.value) == (attribute, value))


@pytest.fixture(scope="module")
def drawn_spells() -> tuple[Floats, Ends, Words, Bools]:
    """Six hundred spells whose chances are true, some lost sight of."""
    draws = np.random.default_rng(7)
    chance = draws.beta(1.2, 2.5, 600)
    long = draws.random(600) < chance
    time = np.where(long, 20.0, draws.uniform(4.5, 12.9, 600))
    lost = draws.random(600) < 0.1
    time = np.where(lost, np.minimum(time, draws.uniform(4.5, 20, 600)), time)
    sex = np.where(draws.random(600) < 0.4, "mand", "kvinde").astype(object)
    exits = np.where(lost, NOT_ENDED, 0).astype(np.int64)
    return chance, Ends(np.full(600, 4.0), time, exits), sex, chance < 0.1


def test_rates_are_those_that_one_counts_by_hand() -> None:
    """Forty of each sex; nobody is lost sight of. Men: 20 long, of whom 10 are flagged; 20 short, 5 of them flagged."""
    men = [(20.0, 0.8)] * 10 + [(20.0, 0.2)] * 10 + [(6.0, 0.8)] * 5 + [(6.0, 0.2)] * 15
    women = [(20.0, 0.8)] * 15 + [(20.0, 0.2)] * 5 + [(6.0, 0.8)] * 10 + [(6.0, 0.2)] * 10
    time, chance = zip(*men, *women, strict=True)
    sex = words(*["mand"] * 40, *["kvinde"] * 40)
    found = groups(
        np.array(chance),
        ends(list(time), [True] * 80),
        {"koen": sex},
        policy=Policy(),
        released=np.array(chance) < 0.5,
        weeks=WEEKS,
        seed=1,
    )
    man, woman = of(found, "koen", "mand"), of(found, "koen", "kvinde")
    assert [group.attribute for group in found] == ["alle", "koen", "koen"]
    assert (man.flagged.value, man.false_positive.value, man.false_negative.value) == (0.375, 0.25, 0.5)
    assert (woman.flagged.value, woman.false_positive.value, woman.false_negative.value) == (0.625, 0.5, 0.25)
    assert man.ratio.value == pytest.approx(20 / (15 * 0.8 + 25 * 0.2), abs=1e-3)
    assert man.auc.value == pytest.approx((10 * 15 + (10 * 5 + 10 * 15) / 2) / 400, abs=1e-3)
    assert man.released_long.value == pytest.approx(10 / 25)
    assert man.danish == "Mænd" and man.spells == 40
    assert of(found, "alle", "alle").flagged.value == 0.5


def test_intervals_hold_the_value_and_are_the_same_with_the_same_seed(
    drawn_spells: tuple[Floats, Ends, Words, Bools],
) -> None:
    chance, known, sex, released = drawn_spells
    asked = {"policy": Policy(), "released": released, "weeks": WEEKS}
    found = groups(chance, known, {"koen": sex}, seed=3, **asked)  # type: ignore[arg-type]
    assert found == groups(chance, known, {"koen": sex}, seed=3, **asked)  # type: ignore[arg-type]
    told = [getattr(group, name) for group in found for name in ("flagged", "false_positive", "ratio", "auc")]
    for each in told:
        assert each.value is not None and each.low is not None and each.high is not None
        assert each.low <= each.value <= each.high
        assert 0 < each.high - each.low < 0.5
    everybody = of(found, "alle", "alle")
    assert everybody.ratio.value == pytest.approx(1, abs=0.15)  # the chances are true, and lost ones are stood for


def test_what_is_drawn_again_is_what_fairlearn_measures(drawn_spells: tuple[Floats, Ends, Words, Bools]) -> None:
    """With every person drawn once, the sums behind the intervals give the value itself."""
    chance, known, _, released = drawn_spells
    rows = compared(chance, known, chance >= 0.5, released, WEEKS)
    told = rates.rates(rows, np.full(len(rows), "alle", dtype=object))
    once = np.ones((1, len(rows)))
    sums = drawn._of_each_row(rows).sum(axis=0)
    for name, (top, below) in drawn._SHARES.items():
        assert sums[top] / sums[below] == pytest.approx(told[name]["alle"])
    assert drawn.auc_of_draws(rows, once)[0] == pytest.approx(told["auc"]["alle"])


def test_a_share_of_none_has_an_upper_bound_all_the_same() -> None:
    chance = np.full(50, 0.9)
    found = groups(chance, ends([6.0] * 50, [True] * 50), {}, policy=Policy(), released=chance < 0, weeks=WEEKS, seed=1)
    assert (found[0].released.value, found[0].released.low) == (0.0, 0.0)
    assert found[0].released.high == pytest.approx(1 - 0.025 ** (1 / 50), abs=1e-3)
    assert found[0].false_negative.value is None  # nobody was long
    assert found[0].auc.value is None


def test_the_few_are_put_together_and_nobody_is_left_out() -> None:
    """Three spells of a kind are not a group: with the next smallest they are."""
    values = words(*["a"] * 30, *["b"] * 9, *["c"] * 3)
    chance = np.linspace(0.05, 0.95, 42)
    found = groups(
        chance, ends([20.0] * 42, [True] * 42), {"x": values}, policy=Policy(), released=chance < 0, weeks=WEEKS, seed=1
    )
    told = {group.value: group.spells for group in found if group.attribute == "x"}
    assert told == {"a": 30, "andre": 10}


def test_many_spells_of_few_persons_are_few() -> None:
    values = words(*["a"] * 30, *["b"] * 20)
    persons = words(*[f"p{number}" for number in range(30)], *["q1", "q2", "q3", "q4"] * 5)
    chance = np.linspace(0.05, 0.95, 50)
    found = groups(
        chance,
        ends([20.0] * 50, [True] * 50),
        {"x": values},
        policy=Policy(),
        released=chance < 0,
        weeks=WEEKS,
        seed=1,
        persons=persons,
    )
    assert [group.value for group in found if group.attribute == "x"] == ["andre"]


def test_a_share_that_tells_of_one_is_not_told_nor_its_neighbour() -> None:
    """One man of fifty is flagged: from his group's share or the women's and the total one would know."""
    chance = np.concatenate([np.full(1, 0.9), np.full(49, 0.2), np.full(25, 0.9), np.full(25, 0.2)])
    sex = words(*["mand"] * 50, *["kvinde"] * 50)
    time = np.where(np.arange(100) % 2, 20.0, 6.0)
    found = groups(
        chance,
        Ends(np.full(100, 4.0), time, np.zeros(100, dtype=np.int64)),
        {"koen": sex},
        policy=Policy(),
        released=chance < 0,
        weeks=WEEKS,
        seed=1,
    )
    assert of(found, "koen", "mand").flagged.value is None
    assert of(found, "koen", "mand").flagged.low is None
    assert of(found, "koen", "kvinde").flagged.value is None
    assert of(found, "koen", "kvinde").ratio.value is not None
    assert of(found, "alle", "alle").flagged.value == pytest.approx(0.26)


def test_numbers_of_persons_are_to_the_nearest_ten(drawn_spells: tuple[Floats, Ends, Words, Bools]) -> None:
    chance, known, sex, released = drawn_spells
    found = groups(chance, known, {"koen": sex}, policy=Policy(), released=released, weeks=WEEKS, seed=1)
    numbers = [group.spells for group in found]
    numbers += [group.false_negative.of for group in found if group.false_negative.of]
    assert all(number % 10 == 0 for number in numbers)


def test_spells_that_began_later_than_the_horizon_and_those_without_a_chance_are_left_out() -> None:
    chance = np.concatenate([np.full(20, 0.6), np.full(10, np.nan), np.full(10, 0.6)])
    entry = np.concatenate([np.full(30, 4.0), np.full(10, 13.0)])
    known = Ends(entry, np.full(40, 20.0), np.zeros(40, dtype=np.int64))
    found = groups(chance, known, {}, policy=Policy(), released=chance < 0, weeks=WEEKS, seed=1)
    assert found[0].spells == 20


def test_nobody_at_all_gives_no_groups() -> None:
    none = np.array([], dtype=float)
    known = Ends(none, none, np.array([], dtype=np.int64))
    assert not groups(none, known, {}, policy=Policy(), released=none < 0, weeks=WEEKS, seed=1)


def test_both_ways_of_choosing_are_told_with_as_many_chosen(drawn_spells: tuple[Floats, Ends, Words, Bools]) -> None:
    chance, known, sex, released = drawn_spells
    chance = np.where(sex == "mand", chance * 0.7, chance)
    [ways] = ways_of_choosing(chance, known, {"koen": sex}, policy=Policy(), released=released, weeks=WEEKS, seed=1)
    apart = {group.value: group.flagged.value or 0 for group in ways.threshold}
    alike = {group.value: group.flagged.value or 0 for group in ways.same_share}
    assert apart["kvinde"] - apart["mand"] > 0.05
    assert alike["kvinde"] == pytest.approx(alike["mand"], abs=0.01)


def test_ages_are_in_bands_and_an_unknown_one_is_unknown() -> None:
    bands = age_bands(np.array([18, 29.9, 30, 49, 59, 60, 66, np.nan]))
    assert list(bands) == ["under_30", "under_30", "30_39", "40_49", "50_59", "60_op", "60_op", None]
    assert value_word("alder", "60_op") == "60 år og over"
    assert value_word("familie", "par") == "Gift eller samlevende uden hjemmeboende børn"
    assert value_word("oprindelse", "gruppe_1") == "Gruppe 1"
    assert FEW == 5
