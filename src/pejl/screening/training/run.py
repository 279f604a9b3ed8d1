"""The record of a training: what a model was made of and how good it was. Gate, card and documents read nothing else.

`$PEJL_HOME/models/<id>/` holds `run.json` (this), `model.skops` and what `documents` writes. A folder is written whole
and never changed: another training is another model.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from pydantic import BaseModel, ConfigDict

from pejl.screening.landmarks import INTAKE

OURS, REGISTER_ONLY, ASK_FIRST = "pejl", "register_only", "ask_first"
"""The models of a record: ours, the same without what people say, and nothing but what they say."""
FOLDS, MUNICIPALITY, TIME, TRUTH = "folds", "municipality", "time", "truth"
"""The ways of holding out: persons in parts, each municipality, the last year; and beside the simulation's truth."""
STILL_RUNNING = "ikke_sluttet"
"""The word under which a data sheet counts the spells that were not seen to end."""


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Estimate(_Shape):
    """A number with its interval, and of how many it is told. None where it cannot be told or tells of too few."""

    value: float | None
    low: float | None = None
    high: float | None = None
    of: int | None = None


class AtHorizon(_Shape):
    """How good the chances of still being sick at one horizon are. Definitions in `measures`."""

    weeks: float
    still: Estimate
    """The share that is still sick (by inverse-probability weights)."""
    auc: Estimate
    brier: Estimate
    calibration_error: Estimate
    slope: Estimate
    ratio: Estimate
    """Observed over expected."""
    low30: Estimate
    """The share still sick among the 30 percent with the lowest chance."""
    precision20: Estimate
    recall20: Estimate
    bins: tuple[tuple[float, float, int], ...] = ()
    """For the calibration plot: mean chance, observed share, and number, by tenths of the chance."""
    net_benefit: dict[str, tuple[tuple[float, float], ...]] = {}
    """For the decision curve: (threshold, net benefit) for `model`, `all`, `none` and `ask_first`."""


class Measured(_Shape):
    """How good a model is on spells that it was not fitted to: `split` says how they were held out, `model` which
    model it is."""

    split: str
    model: str
    landmark: str
    spells: int
    concordance: Estimate
    integrated_brier: Estimate
    fit_seconds: float | None = None
    horizons: tuple[AtHorizon, ...]


class Group(_Shape):
    """How one group fares at the early-effort threshold and at release. Groups under five are not told at all."""

    attribute: str
    """"koen", "alder", "familie", or (from the separate audit table) "oprindelse"."""
    value: str
    danish: str
    spells: int
    flagged: Estimate
    false_positive: Estimate
    false_negative: Estimate
    ratio: Estimate
    auc: Estimate
    released: Estimate
    released_long: Estimate
    """Of those released, the share that turned out long."""


class Ways(_Shape):
    """The groups of an attribute under both ways of choosing as many people: the same threshold for all, and the same
    share of each group. Only the first is used; see `fairness.policies`."""

    attribute: str
    threshold: tuple[Group, ...]
    same_share: tuple[Group, ...]


class Distribution(_Shape):
    """How a feature's values lie: shares by bin, of so many spells. `edges` part a number's values into bins "0", "1" …
    and are empty for words. Made and compared in `measures.stability`."""

    of: int
    edges: tuple[float, ...]
    shares: dict[str, float]


class DataSheet(_Shape):
    """The data that a model was trained on."""

    snapshot: str
    known: dt.date
    first: dt.date
    last: dt.date
    spells: int
    rows: dict[str, int]
    """Rows by landmark."""
    exits: dict[str, int]
    municipalities: dict[str, int]
    left_out: dict[str, int]
    """Spells that are not in it, by the reason."""
    missing: dict[str, float]
    """The share not known, by feature."""
    inflow: dict[str, float]
    """How unlike the last year's inflow the training data are, by feature (population stability index)."""
    distributions: dict[str, Distribution] = {}
    """What later inflow is compared with, by feature."""
    data_hash: str
    kept_until: dt.date


class TrainingRun(_Shape):
    """The record itself. `id` is the day and the first letters of the model file's SHA-256."""

    id: str
    made: dt.datetime
    model_hash: str
    purpose: str
    seed: int
    versions: dict[str, str]
    """Of Python, of Pejl, and of the libraries that the numbers depend on."""
    recipe: dict[str, Any]
    features: tuple[dict[str, Any], ...]
    policy: dict[str, Any]
    data: DataSheet
    measured: tuple[Measured, ...]
    groups: tuple[Group, ...]
    ways: tuple[Ways, ...] = ()
    """What another way of choosing would do to the groups."""
    terms: tuple[dict[str, Any], ...]
    """The model as a lawyer reads it: each term with its value, exit and band."""
    seconds: dict[str, float]

    def ours(self, split: str) -> tuple[Measured, ...]:
        """How good our own model is under a way of holding out, landmark by landmark."""
        return tuple(each for each in self.measured if each.model == OURS and each.split == split)

    def weeks_asked(self, landmark: str) -> float | None:
        """The horizon that the policy asks about at a landmark; None where it names none."""
        asked = self.policy.get("horizons") or {}
        weeks: float | None = asked.get(landmark, asked.get(INTAKE.word))
        return weeks

    def called(self, feature: str) -> str:
        """What a feature is called in Danish; its own name where the record has no such."""
        return next((str(each["danish"]) for each in self.features if each.get("name") == feature), feature)
