"""A small record of a training that passes the gate, made by hand, and its folder on the disk."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path
from typing import Any

from pejl.home.folders import Home
from pejl.screening.fairness.attributes import VALUES
from pejl.screening.features.feature import Known, Proxy
from pejl.screening.training.run import (
    AtHorizon,
    DataSheet,
    Estimate,
    Group,
    Measured,
    TrainingRun,
    Ways,
)

MADE = dt.datetime.now(dt.UTC).replace(microsecond=0) - dt.timedelta(days=3)
MODEL = b"a model's numbers"


def near(value: float, of: int | None = 4000) -> Estimate:
    return Estimate(value=value, low=round(value * 0.95, 4), high=round(value * 1.05, 4), of=of)


def at_horizon(weeks: float, **changed: Any) -> AtHorizon:
    numbers: dict[str, Any] = {
        "still": near(0.3),
        "auc": near(0.74),
        "brier": near(0.16),
        "calibration_error": near(0.012),
        "slope": near(1.0),
        "ratio": near(1.02),
        "low30": near(0.08),
        "precision20": near(0.62),
        "recall20": near(0.41),
    }
    benefit = {
        "model": ((0.2, 0.16), (0.34, 0.12), (0.36, 0.11), (0.5, 0.06)),
        "all": ((0.2, 0.13), (0.34, -0.06), (0.36, -0.09), (0.5, -0.4)),
        "none": ((0.2, 0.0), (0.34, 0.0), (0.36, 0.0), (0.5, 0.0)),
        "ask_first": ((0.2, 0.13), (0.34, 0.08), (0.36, 0.07), (0.5, 0.02)),
    }
    bins = ((0.05, 0.06, 1000), (0.2, 0.19, 1000), (0.35, 0.37, 1000), (0.7, 0.69, 1000))
    return AtHorizon(**{"weeks": weeks, **numbers, "bins": bins, "net_benefit": benefit, **changed})


def measured(split: str = "folds", model: str = "pejl", landmark: str = "indgang", **changed: Any) -> Measured:
    return Measured(
        split=split,
        model=model,
        landmark=landmark,
        spells=4000,
        concordance=near(0.68),
        integrated_brier=near(0.13),
        horizons=(at_horizon(13, **changed), at_horizon(26, **changed)),
    )


def group(attribute: str, value: str, **changed: Any) -> Group:
    numbers: dict[str, Any] = {
        "flagged": near(0.3),
        "false_positive": near(0.2),
        "false_negative": near(0.35),
        "ratio": near(1.0),
        "auc": near(0.74),
        "released": near(0.15),
        "released_long": near(0.05),
        "spells": 1500,
    }
    danish = VALUES[attribute].get(value, value)
    return Group(attribute=attribute, value=value, danish=danish, **{**numbers, **changed})


def all_groups() -> tuple[Group, ...]:
    return (
        group("alle", "alle"),
        group("koen", "kvinde", false_positive=near(0.22)),
        group("koen", "mand"),
        group("alder", "under_30"),
        group("alder", "60_op", false_negative=near(0.3)),
        group("familie", "enlig"),
        group("familie", "par"),
    )


def feature(name: str, **changed: Any) -> dict[str, Any]:
    told = {
        "name": name,
        "danish": name.capitalize(),
        "source": f"sick_leave_spells.{name}",
        "known": Known.INDGANG.value,
        "basis": "Sygedagpengeloven § 13 b",
        "why": "Det har med længden at gøre.",
        "proxy": Proxy.LAV.value,
        "proxy_note": "Ingen kendt.",
    }
    return {**told, **changed}


def data_sheet(**changed: Any) -> DataSheet:
    told: dict[str, Any] = {
        "snapshot": "2026-10-31-aaaaaaaaaaaa",
        "known": dt.date(2026, 10, 31),
        "first": dt.date(2023, 8, 1),
        "last": dt.date(2026, 9, 30),
        "spells": 5200,
        "rows": {"indgang": 5200, "uge_8": 3100},
        "exits": {"tilbage": 4000, "anden_ydelse": 500, "ordning": 300, "varighed": 3},
        "municipalities": {"159": 5200},
        "left_out": {"ingen arbejdsgiver": 800},
        "missing": {"alder": 0.0, "sektor": 0.3},
        "inflow": {"alder": 0.02, "sektor": 0.05},
        "data_hash": hashlib.sha256(b"data").hexdigest(),
        "kept_until": dt.date(2031, 10, 31),
    }
    return DataSheet(**{**told, **changed})


def a_run(**changed: Any) -> TrainingRun:
    """A record that passes; `changed` replaces parts of it."""
    model_hash = hashlib.sha256(MODEL).hexdigest()
    told: dict[str, Any] = {
        "id": f"2026-11-22-{model_hash[:12]}",
        "made": MADE,
        "model_hash": model_hash,
        "purpose": "Beslutningsstøtte om sygemeldte med en arbejdsgiver.",
        "seed": 1,
        "versions": {"python": "3.11", "pejl": "0.1"},
        "recipe": {"bands": [0, 4, 8, 13, 26, 52], "numbers": ["alder"], "words": ["sektor"], "exits": ["tilbage"]},
        "features": (feature("alder"), feature("sektor")),
        "policy": {"name": "standard", "early_effort_from": 0.35, "release_below": 0.1, "horizons": {"indgang": 26.0}},
        "data": data_sheet(),
        "measured": (
            measured("folds"),
            measured("time"),
            measured("folds", "register_only"),
            measured("folds", "ask_first"),
        ),
        "groups": all_groups(),
        "ways": (
            Ways(
                attribute="koen",
                threshold=(group("koen", "kvinde"), group("koen", "mand")),
                same_share=(group("koen", "kvinde", flagged=near(0.31)), group("koen", "mand")),
            ),
        ),
        "terms": (
            {"term": "effect", "exit": "tilbage", "from": 0.0, "to": 4.0, "feature": "alder", "at": "50", "odds": 0.9},
        ),
        "seconds": {"fit": 4.0},
    }
    return TrainingRun(**{**told, **changed})


def put(home: Home, run: TrainingRun, model: bytes = MODEL) -> Path:
    """Write a model's folder as a training does."""
    folder = home.models / run.id
    folder.mkdir(parents=True)
    (folder / "run.json").write_text(run.model_dump_json(indent=2), encoding="utf-8")
    (folder / "model.skops").write_bytes(model)
    return folder
