"""The data sheet: what a model was trained on, what is missing in it, and how like the last year's new cases it is."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from pejl.register.snapshot import Snapshot
from pejl.screening.caseload.days import day_number, day_of
from pejl.screening.caseload.landmark_rows import LandmarkRows
from pejl.screening.features.declared import is_answer
from pejl.screening.features.feature import Feature
from pejl.screening.landmarks import ANSWERED, EXITS, INTAKE
from pejl.screening.measures.stability import distribution_of, stability
from pejl.screening.spells import NOT_ENDED, Floats, Words, is_number
from pejl.screening.training.run import STILL_RUNNING, DataSheet, Distribution

YEAR = 365
KEPT_DAYS = 5 * 365
"""How long what a training stands on may be kept: five years. It is our choice and no section's; whoever uses a model
decides anew, and `pejl register forget` takes the rows out."""


def data_sheet(rows: LandmarkRows, snapshot: Snapshot, features: Sequence[Feature], made: dt.date) -> DataSheet:
    """The sheet of all rows that the model is fitted to."""
    spells = rows.only(_last_rows(rows))
    exits = Counter(spells.spells.ends.exit.tolist())
    days = rows.days
    return DataSheet(
        snapshot=snapshot.id,
        known=snapshot.known,
        first=day_of(int(days.min())),
        last=day_of(int(days.max())),
        spells=len(spells),
        rows=dict(Counter(rows.landmarks)),
        exits={**{word: exits[place] for place, word in enumerate(EXITS)}, STILL_RUNNING: exits[NOT_ENDED]},
        municipalities=dict(sorted(Counter(place or "ukendt" for place in spells.places).items())),
        left_out=dict(rows.left_out),
        missing={feature.name: _missing(rows, feature) for feature in features},
        inflow=dict(_inflow(rows, features, day_number(snapshot.known) - YEAR)),
        distributions={feature.name: _distribution(rows, feature) for feature in features},
        data_hash=data_hash(rows),
        kept_until=made + dt.timedelta(days=KEPT_DAYS),
    )


def data_hash(rows: LandmarkRows) -> str:
    """The SHA-256 of all that a model may learn of the rows: the same data give the same, whatever made them."""
    digest = hashlib.sha256()
    ends = rows.spells.ends
    beside: dict[str, Floats | Words] = {"0 entry": ends.entry, "0 time": ends.time, "0 exit": ends.exit.astype(float)}
    for name, values in sorted({**beside, **rows.spells.columns}.items()):
        digest.update(name.encode() + b"\0")
        digest.update(_bytes(values))
    return digest.hexdigest()


def _bytes(values: Floats | Words) -> bytes:
    if is_number(values):
        return np.where(np.isnan(values.astype(np.float64)), np.nan, values.astype(np.float64)).tobytes()
    return "\0".join("\1" if value is None else str(value) for value in values).encode()


def _last_rows(rows: LandmarkRows) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """The last row of each spell."""
    _, back = np.unique(rows.spells.same[::-1], return_index=True)
    return np.sort(len(rows) - 1 - back)


def _asked_of(rows: LandmarkRows, feature: Feature) -> LandmarkRows:
    """The rows of which a feature's being known is told: all, but of answers those after intake.

    The questions are sent when the municipality takes over, so at intake hardly anybody can have answered.
    """
    return rows.only(rows.landmarks != INTAKE.word) if is_answer(feature) else rows


def _missing(rows: LandmarkRows, feature: Feature) -> float:
    values = _asked_of(rows, feature).spells.columns[feature.name]
    if not len(values):
        return 1.0
    unknown = sum(value is None or value != value for value in values.tolist())
    return round(int(unknown) / len(values), 4)


def _new(rows: LandmarkRows, feature: Feature) -> LandmarkRows:
    """One row for each spell, at which a feature is first told of: at intake, or when the citizen answered."""
    return rows.at(ANSWERED.word if is_answer(feature) else INTAKE.word)


def _distribution(rows: LandmarkRows, feature: Feature) -> Distribution:
    return distribution_of(_new(rows, feature).spells.columns[feature.name])


def _inflow(rows: LandmarkRows, features: Sequence[Feature], since: int) -> Mapping[str, float]:
    """How unlike the last year's new cases all of the training data are, by feature, in what is known of both.

    What is not known is told by itself (`_missing`): where the register's history begins with the sick leaves, more of
    the first year is unknown, and that is no other population.
    """
    found = {}
    for feature in features:
        new = _new(rows, feature)
        values = new.spells.columns[feature.name]
        known = np.array([value is not None and value == value for value in values.tolist()], np.bool_)
        told = stability(distribution_of(values[known]), values[known & (new.days >= since)])
        if told is not None:
            found[feature.name] = round(told.index, 4)
    return found
