"""Cases and a model simple enough to be followed by hand: what the tests of advice begin from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import numpy as np
import pyarrow as pa

from pejl.screening.advice.assess import assess
from pejl.screening.advice.facts import Value
from pejl.screening.advice.law_of_day import law_for
from pejl.screening.advice.policy import Policy
from pejl.screening.advice.shapes import Assessment
from pejl.screening.caseload.asked import CITIZEN, EMPLOYER, WISHES_CERTIFICATE, WISHES_TALK
from pejl.screening.caseload.landmark_rows import LandmarkRows
from pejl.screening.features.declared import FEATURES
from pejl.screening.model.recipe import Recipe
from pejl.screening.model.scores import Contributions, Scores
from pejl.screening.spells import NOT_ENDED, Columns, Ends, Floats, Spells

DAY = dt.date(2026, 10, 31)
POLICY = Policy(law_scenario="fjordby")
"""By this scenario the new follow-up began on 1 July 2026: nothing is demanded of those who are expected back soon."""
UNDER: dict[str, Any] = {
    "policy": POLICY,
    "day": DAY,
    "law": law_for(POLICY, DAY),
    "model_id": "2026-10-31-abc",
    "snapshot_id": "2026-10-31-def",
}
GONE = 6.0

MAY_GO: dict[str, Value] = {
    "aarsag": "ulykke",
    "alder": 40.0,
    "sektor": "stat",
    "timer": 37.0,
    "uddannelse": "ja",
    "ventet_laege": 8.0,
    "ventet_borger": 8.0,
    "ventet_arbejdsgiver": 8.0,
    "tidligere_forloeb": 0.0,
    "uger_9_maaneder": 0.0,
    "tilbage_i_job": 9.0,
    "kontakt_arbejdsgiver": 5.0,
    WISHES_TALK: 0.0,
    WISHES_CERTIFICATE: 0.0,
}
"""A case in which everything speaks for release."""

WEIGHTS = {"ventet_laege": 0.01, "ventet_borger": 0.005, "tilbage_i_job": -0.03, "kontakt_arbejdsgiver": -0.03}
USUAL = {"ventet_laege": 8.0, "ventet_borger": 8.0, "tilbage_i_job": 9.0, "kontakt_arbejdsgiver": 5.0}
HARD_CAUSE, OF_HARD_CAUSE = "kraeft", 0.30


class Simple:
    """A model that adds: a chance of 0.04 for the usual case, and a fixed amount for each step away from it.

    A week more from the physician is 0.01, from the citizen 0.005; a step less in the answers 0.03; one cause 0.30.
    What is not known adds nothing. The interval is 0.03 to each side, unless another half is given.
    """

    recipe = Recipe(
        bands=(0.0, 52.0),
        exits=("tilbage",),
        numbers=tuple(
            name for name in MAY_GO if isinstance(MAY_GO[name], float) and not name.startswith(("oen", "att"))
        ),
        words=("aarsag", "sektor", "uddannelse"),
    )
    sha256 = "f" * 64

    def __init__(self, *, half: float = 0.03, unusual: float = 0.5, usual: float = 0.04) -> None:
        self.half, self.unusual, self.usual = half, unusual, usual

    def score(self, columns: Columns, entry: Floats, horizons: tuple[float, ...]) -> Scores:
        still, _ = self.chances(columns, entry, np.array(horizons))
        rows, known = len(entry), [_known(columns[name]) for name in self.recipe.features]
        return Scores(
            horizons=horizons,
            exit_names=self.recipe.exits,
            still=still,
            low=np.clip(still - self.half, 0, 1),
            high=np.clip(still + self.half, 0, 1),
            exits=1 - still[:, -1:],
            unusual=np.full(rows, self.unusual),
            missing=1 - np.mean(known, axis=0),
        )

    def chances(self, columns: Columns, entry: Floats, times: Floats) -> tuple[Floats, Floats]:
        chance = np.clip(self.usual + self._shares(columns).sum(axis=1), 0.0, 1.0)
        still = np.where(entry[:, None] >= times, np.nan, np.repeat(chance[:, None], len(times), axis=1))
        return still, (1 - still)[:, :, None]

    def contributions(self, columns: Columns, entry: Floats, horizon: float) -> Contributions:
        share = self._shares(columns)
        usual = np.full(len(entry), self.usual)
        chance = np.clip(usual + share.sum(axis=1), 0.0, 1.0)
        share[:, -1] += chance - usual - share.sum(axis=1)
        return Contributions(horizon, self.recipe.features, chance, usual, share, np.zeros_like(share))

    def _shares(self, columns: Columns) -> Floats:
        share = np.zeros((len(columns["aarsag"]), len(self.recipe.features)))
        for name, weight in WEIGHTS.items():
            away = np.asarray(columns[name], np.float64) - USUAL[name]
            share[:, self.recipe.features.index(name)] = np.where(np.isnan(away), 0.0, away * weight)
        hard = np.asarray(columns["aarsag"] == HARD_CAUSE, np.float64)
        share[:, self.recipe.features.index("aarsag")] = hard * OF_HARD_CAUSE
        return share


def rows_of(
    *changed: Mapping[str, Value], gone: float = GONE, landmark: str = "indgang", day: dt.date = DAY
) -> LandmarkRows:
    """Cases, each as `MAY_GO` but for what is changed."""
    cases = [{**MAY_GO, **case} for case in changed]
    size = len(cases)
    columns = {
        feature.name: _column([case.get(feature.name) for case in cases], feature.is_number) for feature in FEATURES
    }
    entry = np.full(size, gone)
    ids = {"spell": [f"S{row}" for row in range(size)], "person": [f"p{row}" for row in range(size)]}
    return LandmarkRows(
        Spells(columns, Ends(entry, entry + 0.1, np.full(size, NOT_ENDED, np.int64)), np.arange(size)),
        pa.table({**ids, "landmark": [landmark] * size, "day": [day] * size}),
        {
            CITIZEN: columns["ventet_borger"],
            EMPLOYER: columns["ventet_arbejdsgiver"],
            **{wish: _column([case[wish] for case in cases], True) for wish in (WISHES_TALK, WISHES_CERTIFICATE)},
        },
        {},
    )


def assessed(
    changed: Mapping[str, Value] | None = None,
    *,
    model: Simple | None = None,
    gone: float = GONE,
    landmark: str = "indgang",
    **under: Any,
) -> Assessment:
    """The assessment of one case, as `MAY_GO` but for what is changed."""
    rows = rows_of(changed or {}, gone=gone, landmark=landmark, day=under.get("day", DAY))
    return assess(rows, model or Simple(), **{**UNDER, **under})[0]


def _column(values: list[Value], numbers: bool) -> Any:
    if numbers:
        return np.array([np.nan if value is None else value for value in values], np.float64)
    found = np.empty(len(values), object)
    found[:] = values
    return found


def _known(values: Any) -> Any:
    if values.dtype.kind == "f":
        return np.isfinite(values)
    return np.array([value is not None for value in values])
