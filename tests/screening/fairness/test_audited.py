"""The groups of a sensitive attribute: only at the landmark that is compared, and whoever is unknown is a group too."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
import pyarrow as pa

from pejl.screening.advice.policy import Policy
from pejl.screening.caseload.landmark_rows import LandmarkRows
from pejl.screening.fairness.audited import audited
from pejl.screening.model.hazard_model import HazardModel
from pejl.screening.model.scores import Scores
from pejl.screening.spells import Ends, Floats, Spells

SIZE = 300


class Model:
    """Gives every spell a chance by its one column."""

    def score(self, columns: Any, entry: Floats, horizons: tuple[float, ...]) -> Scores:
        assert horizons == (26.0,)
        still = np.asarray(columns["tilbage_i_job"])[:, None] / 10
        one = np.ones(len(entry))
        return Scores(horizons, ("tilbage",), still, still - 0.05, still + 0.05, one[:, None], one, one)


def rows(landmark: str) -> LandmarkRows:
    draws = np.random.default_rng(4)
    answers = draws.uniform(0, 9, SIZE)
    time = np.where(draws.random(SIZE) < answers / 10, 40.0, 15.0)
    ends = Ends(np.full(SIZE, 8.0), time, np.zeros(SIZE, dtype=np.int64))
    persons = [f"p{number}" for number in range(SIZE)]
    ids = pa.table({"spell": persons, "person": persons, "landmark": [landmark] * SIZE})
    return LandmarkRows(Spells({"tilbage_i_job": answers}, ends, np.arange(SIZE)), ids, {}, {})


def told(landmark: str = "uge_8") -> dict[str, int]:
    values = {f"p{number}": "gruppe 1" if number % 3 else "gruppe 2" for number in range(280)}
    model = cast(HazardModel, Model())
    found = audited(rows(landmark), model, values, "oprindelse", policy=Policy(), seed=1)
    assert all(group.ratio.value is None or 0.5 < group.ratio.value < 1.5 for group in found)
    return {f"{group.attribute}:{group.value}": group.spells for group in found}


def test_each_value_is_a_group_and_the_unknown_are_one() -> None:
    assert told() == {
        "alle:alle": 300,
        "oprindelse:gruppe 1": 190,
        "oprindelse:gruppe 2": 90,
        "oprindelse:ukendt": 20,
    }


def test_where_nobody_is_at_the_landmark_nothing_is_told() -> None:
    assert not told("indgang")
