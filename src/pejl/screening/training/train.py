"""From a snapshot to a model with its record: fitted to all, measured on what was held out, and written whole.

The same snapshot and seed give the same model, bit for bit, on the same versions. What is measured is always another
fit of the same recipe, to other spells than those it is measured on; knots and ridges are those of all spells.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

import numpy as np

from pejl import when_used
from pejl.home.folders import Home
from pejl.register.snapshot import Snapshot
from pejl.screening.advice.policy import Policy, policy_of
from pejl.screening.advice.purpose import PURPOSE
from pejl.screening.caseload.at_landmarks import at_landmarks
from pejl.screening.caseload.landmark_rows import LandmarkRows
from pejl.screening.features.declared import FEATURES, PLACE, is_said
from pejl.screening.features.feature import Feature
from pejl.screening.model.hazard_model import HazardModel
from pejl.screening.training.compared import by_groups
from pejl.screening.training.data_sheet import data_sheet
from pejl.screening.training.held_out import HeldOut, held_out
from pejl.screening.training.kept import keep
from pejl.screening.training.matured import recalibrated
from pejl.screening.training.measuring import asked_chances, measured
from pejl.screening.training.recipe import recipe_for
from pejl.screening.training.run import (
    ASK_FIRST,
    FOLDS,
    MUNICIPALITY,
    OURS,
    REGISTER_ONLY,
    TIME,
    Group,
    Measured,
    TrainingRun,
    Ways,
)
from pejl.screening.training.splits import Split, by_folds, by_municipality, by_time
from pejl.screening.training.truth import FILE, against_truth, true_chances
from pejl.screening.training.versions import versions

if TYPE_CHECKING:
    import pyarrow as pa

    from pejl.screening.model import fitting, newton
else:
    newton = when_used.module("pejl.screening.model.newton")
    fitting = when_used.module("pejl.screening.model.fitting")


class Steps(Protocol):
    """Told of each step: `done` of `total`, and what it was."""

    def __call__(self, done: int, total: int, sentence: str) -> None:
        """Take note of a step that is done."""


class TooFew(ValueError):
    """There is nothing to learn from. `str()` says why, in Danish."""


FEWEST = 200
"""Of fewer sick leaves no model is made: it would say more about the few than about sick leaves."""
STEPS = 7


@dataclass
class _Work:
    """A training under way: how long each step took, and who is told."""

    told: Steps | None
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str, sentence: str) -> Iterator[None]:
        """One step, told when it is done."""
        begun = time.perf_counter()
        yield
        self.seconds[name] = round(time.perf_counter() - begun, 3)
        if self.told is not None:
            self.told(len(self.seconds), STEPS, sentence)


def train(
    home: Home,
    snapshot: Snapshot,
    *,
    seed: int,
    progress: Steps | None = None,
    answers: pa.Table | None = None,
    features: tuple[Feature, ...] = FEATURES,
    now: dt.datetime | None = None,
) -> TrainingRun:
    """Train a model on a snapshot, and keep it in `$PEJL_HOME/models/<id>/`. Using it is for the gate to allow.

    `answers` are those that the installation holds beside the register. Raises `TooFew` and `Refused`, and
    `NothingKnown` where the register has no sick leaves.
    """
    with newton.on_one_thread():
        return _train(home, snapshot, seed, _Work(progress), answers, features, now or dt.datetime.now(dt.UTC))


def _train(
    home: Home,
    snapshot: Snapshot,
    seed: int,
    work: _Work,
    answers: pa.Table | None,
    features: tuple[Feature, ...],
    made: dt.datetime,
) -> TrainingRun:
    policy = policy_of(home)
    with work.step("rows", "sick leaves laid out at their landmarks"):
        rows = at_landmarks(snapshot, features, answers=answers)
        _refuse_few(rows)
        recipe = recipe_for(rows, features)
    with work.step("fit", "model fitted"):
        model = fitting.fit(rows.spells, recipe, seed=seed)
    with work.step("folds", "measured on persons who were held out"):
        by_parts = held_out(rows, model, by_folds(rows, seed))
        found = _measured(FOLDS, rows, by_parts, seed)
    with work.step("time", "measured on the last year, held out"):
        found += _over_time(rows, model, by_time(rows, snapshot.known), features, seed)
    with work.step("municipality", "measured on municipalities that were held out"):
        found += _measured(MUNICIPALITY, rows, held_out(rows, model, by_municipality(rows)), seed)
    with work.step("truth", "held against the truth where it is known"):
        truth = true_chances(rows, home.simulation / FILE)
        found += () if truth is None else against_truth(rows, by_parts.still, truth, seed=seed)
    with work.step("groups", "groups compared, and level with the last year"):
        fared = by_groups(rows, by_parts.still, by_parts.high, policy, seed)
        model = recalibrated(model, rows, by_parts.still, snapshot.known)
    run = _record(model, rows, snapshot, features, policy, found, fared, work.seconds, seed, made)
    keep(home, run, model)
    return run


def _refuse_few(rows: LandmarkRows) -> None:
    many = len(np.unique(rows.spells.same))
    if many < FEWEST:
        raise TooFew(
            f"Der er {many} sygeforløb med arbejdsgiver at lære af, og der skal mindst være {FEWEST}. "
            "Indlæs flere leverancer, eller brug en model, der er trænet sammen med andre kommuner."
        )


def _measured(split: str, rows: LandmarkRows, told: HeldOut, seed: int) -> tuple[Measured, ...]:
    """The model, and asking first, on the rows that were held out."""
    places = np.flatnonzero(np.isfinite(told.still).any(axis=1))
    if not len(places):
        return ()
    some = rows.only(places)
    ours = measured(split, OURS, some, told.still[places], seed=seed, fit_seconds=told.seconds)
    return (*ours, *measured(split, ASK_FIRST, some, asked_chances(some, seed), seed=seed))


def _over_time(
    rows: LandmarkRows, model: HazardModel, split: Split | None, features: tuple[Feature, ...], seed: int
) -> tuple[Measured, ...]:
    """The last year held out, and there beside it a model that knows only what registers know."""
    if split is None:
        return ()
    found = _measured(TIME, rows, held_out(rows, model, [split]), seed)
    said = {feature.name for feature in features if is_said(feature)}
    alone = held_out(rows, model, [split], without=said)
    some = rows.only(split.measured)
    return (
        *found,
        *measured(TIME, REGISTER_ONLY, some, alone.still[split.measured], seed=seed, fit_seconds=alone.seconds),
    )


def _record(
    model: HazardModel,
    rows: LandmarkRows,
    snapshot: Snapshot,
    features: tuple[Feature, ...],
    policy: Policy,
    found: tuple[Measured, ...],
    fared: tuple[tuple[Group, ...], tuple[Ways, ...]],
    seconds: Mapping[str, float],
    seed: int,
    made: dt.datetime,
) -> TrainingRun:
    used = [feature for feature in (*features, PLACE) if feature.name in model.recipe.features]
    return TrainingRun(
        id=f"{made.date().isoformat()}-{model.sha256[:8]}",
        made=made,
        model_hash=model.sha256,
        purpose=PURPOSE,
        seed=seed,
        versions=versions(),
        recipe=model.recipe.model_dump(mode="json"),
        features=tuple(as_data(feature) for feature in used),
        policy=policy.model_dump(mode="json"),
        data=data_sheet(rows, snapshot, used[: len(used) - (PLACE in used)], made.date()),
        measured=found,
        groups=fared[0],
        ways=fared[1],
        terms=model.terms(),
        seconds=dict(seconds),
    )


def as_data(feature: Feature) -> dict[str, object]:
    """A declaration as the record has it."""
    return {
        "name": feature.name,
        "danish": feature.danish,
        "source": feature.source,
        "known": feature.known.value,
        "basis": feature.basis,
        "why": feature.why,
        "proxy": feature.proxy.value,
        "proxy_note": feature.proxy_note,
        "unit": feature.unit,
        "words": [list(pair) for pair in feature.words],
        "least": feature.least,
        "most": feature.most,
        "changes": feature.changes,
    }
