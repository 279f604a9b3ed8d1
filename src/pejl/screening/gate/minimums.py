"""The pre-set minimums of the gate: a file of the package, which an installation may only tighten."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from pejl.home.folders import Home

PACKAGED = Path(__file__).with_name("minimums.toml")
OWN = "gate.toml"
"""The installation's own file, in its data folder."""


class NoMinimums(ValueError):
    """The installation's own minimums cannot be used. `str()` says which and why, in Danish."""


class _Part(BaseModel):
    """Bounds of one kind. A name that ends in `_least` is a floor, in `_most` a ceiling."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False, allow_inf_nan=False)


class Data(_Part):
    """Of the training data."""

    spells_least: int
    missing_most: float
    inflow_most: float


class Cells(_Part):
    """How many spells a landmark and horizon needs to be judged by its estimate, and to be judged at all."""

    cell_least: int
    small_least: int


class Calibration(_Part):
    """Of the chances against what came."""

    error_most: float
    slope_least: float
    slope_most: float
    ratio_least: float
    ratio_most: float


class Order(_Part):
    """Of the order of the chances; the ceiling is for leaks."""

    auc_least: float
    auc_most: float


class Worth(_Part):
    """Of decisions by the chance, beside the simple ways."""

    short_most: float


class Groups(_Part):
    """Of the groups, one by one and apart from each other."""

    spells_least: int
    ratio_least: float
    ratio_most: float
    false_positive_gap_most: float
    false_negative_gap_most: float


class Release(_Part):
    """Of those who would be released."""

    long_most: float


class Age(_Part):
    """Of the model itself."""

    days_most: int


class Minimums(_Part):
    """All that a model must reach."""

    data: Data
    measured: Cells
    calibration: Calibration
    order: Order
    worth: Worth
    groups: Groups
    release: Release
    age: Age

    @property
    def sha256(self) -> str:
        """What tells these minimums from others."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()


NOT_TO_RAISE = frozenset({("measured", "cell_least"), ("measured", "small_least"), ("groups", "spells_least")})
"""How many spells are needed to be judged: to raise these would be to judge less, so here tighter is lower."""


def packaged_minimums() -> Minimums:
    """The minimums that come with the product."""
    return Minimums.model_validate(tomllib.loads(PACKAGED.read_text(encoding="utf-8")))


def minimums_of(home: Home) -> Minimums:
    """The minimums of an installation: the packaged, tightened by its own file. Raises `NoMinimums`."""
    base, file = packaged_minimums(), home.root / OWN
    if not file.exists():
        return base
    try:
        return tightened(base, tomllib.loads(file.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as trouble:
        raise NoMinimums(f"{OWN} kan ikke læses: {trouble}.") from trouble


def tightened(base: Minimums, asked: dict[str, Any]) -> Minimums:
    """The minimums with what an installation asks for. Raises `NoMinimums` where it asks for less."""
    known = base.model_dump()
    for part, bounds in asked.items():
        if part not in known or not isinstance(bounds, dict):
            raise NoMinimums(f"{OWN} har delen »{part}«, som ikke findes. Delene er: {', '.join(known)}.")
        for name, value in bounds.items():
            known[part][name] = _tighter(part, name, known[part].get(name), value)
    try:
        return Minimums.model_validate(known)
    except ValidationError as trouble:
        raise NoMinimums(f"{OWN} kan ikke bruges: {trouble.errors()[0]['msg']}.") from trouble


def _tighter(part: str, name: str, before: float | None, value: Any) -> Any:
    if before is None:
        raise NoMinimums(f"{OWN} har »{part}.{name}«, som ikke findes.")
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise NoMinimums(f"»{part}.{name}« i {OWN} skal være et tal.")
    rises = name.endswith("_least") and (part, name) not in NOT_TO_RAISE
    if (value < before) if rises else (value > before):
        way = "hæves" if rises else "sænkes"
        raise NoMinimums(f"»{part}.{name}« i {OWN} er lempeligere end Pejls eget krav på {before}. Det kan kun {way}.")
    return value
