"""The true chances of the sick leaves are what really happens, and what people expect is a view of them."""

from __future__ import annotations

import numpy as np
import pytest

from pejl.register.simulation.cells import Rows
from pejl.register.simulation.days import NONE, number
from pejl.register.simulation.municipality import Municipality
from register.simulation.fjordby import LAST, made


@pytest.fixture(scope="module")
def many() -> Municipality:
    return made(25_000, 4)


def simulated(of: Municipality) -> Rows:
    """The sick leaves without those of the stories, which no chance decides."""
    return of.table("sick_leave_spells").only(np.arange(of.truth.num_rows))


def lasted(of: Municipality, weeks: int) -> tuple[np.ndarray, np.ndarray]:  # type: ignore[type-arg]
    """Which spells lasted so many weeks, and which can be told of at all."""
    leaves = simulated(of)
    first, last = leaves.values("first_day"), leaves.values("last_day")
    seen = (first > number(of.first) - 20) & (first < number(LAST) - 7 * weeks)
    return np.where(last == NONE, 2**31, last) - first >= 7 * weeks, seen


@pytest.mark.parametrize("weeks", [8, 13, 22, 26, 39, 52])
def test_the_true_chance_is_how_often_it_happens(many: Municipality, weeks: int) -> None:
    happened, seen = lasted(many, weeks)
    told = np.asarray(many.truth[f"still_sick_at_{weeks}"])
    assert abs(happened[seen].mean() - told[seen].mean()) < 0.02
    high = seen & (told > np.quantile(told[seen], 0.8))
    low = seen & (told < np.quantile(told[seen], 0.2))
    assert abs(happened[high].mean() - told[high].mean()) < 0.05
    assert abs(happened[low].mean() - told[low].mean()) < 0.05


@pytest.mark.parametrize(
    ("who", "least", "most"),
    [("expected_by_citizen", 0.70, 0.84), ("expected_by_physician", 0.66, 0.82), ("expected_by_employer", 0.62, 0.80)],
)
def test_expectations_tell_something_and_not_everything(
    many: Municipality, who: str, least: float, most: float
) -> None:
    happened, seen = lasted(many, 26)
    weeks = simulated(many).values(who)
    asked = seen & (weeks != NONE)
    told = concordance(weeks[asked], happened[asked])
    truly = concordance(np.asarray(many.truth["still_sick_at_26"])[asked], happened[asked])
    assert least < told < most
    assert told < truly


def concordance(score: np.ndarray, happened: np.ndarray) -> float:  # type: ignore[type-arg]
    """How often one who lasted has the higher score, a tie counting half."""
    high, low = np.sort(score[happened]), np.sort(score[~happened])
    below = np.searchsorted(low, high, side="left") + np.searchsorted(low, high, side="right")
    return float(below.sum() / 2 / len(high) / len(low))
