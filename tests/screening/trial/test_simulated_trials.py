"""Simulated trials: wrong as seldom as was chosen, right as often as was planned, with looks and with harm."""

from __future__ import annotations

import numpy as np
import pytest

from pejl.screening.trial.protocol import Protocol
from pejl.screening.trial.simulate import simulate
from pejl.screening.trial.simulated_data import Truth, simulated
from screening.trial.protocols import protocol

RELEASE = {
    'compares = "bedre"': 'compares = "ikke_ringere"',
    "ratio = 1.25": "ratio = 0.80",
    "at = [0.5, 1.0]": "at = [1.0]",
    "ends = 640": "ends = 844",
    "persons = 900": "persons = 1150",
    "power = 0.8": "power = 0.9",
}
FIVE_LOOKS = {"at = [0.5, 1.0]": "at = [0.2, 0.4, 0.6, 0.8, 1.0]", "ends = 640": "ends = 650"}


def test_the_same_seed_gives_the_same_trials() -> None:
    one, other = (simulate(protocol(), 1.0, trials=10, seed=3).model_copy(update={"seconds": 0}) for _ in range(2))
    assert one == other and one.largest_imbalance <= 3
    assert one != simulate(protocol(), 1.0, trials=10, seed=4).model_copy(update={"seconds": 0})


def test_a_few_trials_with_a_large_effect_find_it_and_stop_early() -> None:
    found = simulate(protocol(), 1.7, trials=20, seed=1)
    assert found.answered == 1 and found.stopped_early > 0.8 and found.mean_ends < 420
    assert 1.5 < found.mean_ratio < 1.95


def test_invented_people_are_as_the_protocol_says() -> None:
    asked = protocol()
    whole = simulated(asked, Truth(1.0), np.random.default_rng(1))
    assert len(whole) == asked.primary.persons and (np.diff(whole.entered) >= 0).all()
    assert set(whole.site.tolist()) == {"fjordby", "bakkeby", "vadested"} and set(whole.band.tolist()) == {0, 1, 2}
    assert 0.7 < whole.within(52).ended_by(asked.primary.places).mean() < 0.97


@pytest.mark.long
@pytest.mark.parametrize(
    ("asked", "ratio"),
    [
        pytest.param({}, 1.0, id="null-with-a-look"),
        pytest.param({}, 1.25, id="effect-with-a-look"),
        pytest.param(FIVE_LOOKS, 1.0, id="null-with-five-looks"),
        pytest.param(FIVE_LOOKS, 1.25, id="effect-with-five-looks"),
        pytest.param({'"obrien_fleming"': '"haybittle_peto"'}, 1.0, id="null-three-standard-errors"),
        pytest.param(RELEASE, 0.80, id="release-at-its-margin"),
        pytest.param(RELEASE, 1.0, id="release-that-does-no-harm"),
    ],
)
def test_a_thousand_trials_are_wrong_and_right_as_often_as_was_chosen(asked: dict[str, str], ratio: float) -> None:
    plan: Protocol = protocol(asked)
    found = simulate(plan, ratio, trials=1000, seed=20261122)
    assert found.as_expected, found
    assert 0.93 < found.covered < 0.97 and found.seconds < 60
    assert found.mean_ratio == pytest.approx(ratio, rel=0.03)


@pytest.mark.long
def test_a_thousand_trials_find_harm_as_seldom_as_was_chosen_and_see_it_when_it_is_there() -> None:
    none = simulate(protocol(), 1.0, trials=1000, seed=5)
    assert 0.03 < none.harm_stopped < 0.07
    assert simulate(protocol(), 1.0, trials=300, seed=6, harm=3.0).harm_stopped > 0.9
