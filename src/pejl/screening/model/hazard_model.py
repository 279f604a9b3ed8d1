"""The fitted model: what it says of spells, what that is made of, and the model as a table."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from functools import cached_property
from hashlib import sha256 as hashed
from typing import TYPE_CHECKING, Any

import numpy as np

from pejl import when_used
from pejl.screening.model import chances as going
from pejl.screening.model import contributions as adding
from pejl.screening.model import recalibration as again
from pejl.screening.model import terms as table
from pejl.screening.model.chances import Course, course_of
from pejl.screening.model.design import Design, Unfit
from pejl.screening.model.exposure import exposure_of
from pejl.screening.model.intervals import Uncertain
from pejl.screening.model.likelihood import Layout
from pejl.screening.model.packed import Arrays, packed
from pejl.screening.model.recalibration import Recalibration
from pejl.screening.model.recipe import Recipe
from pejl.screening.model.scores import Contributions, Scores
from pejl.screening.model.state import design_from, design_parts
from pejl.screening.model.unusual import Familiar
from pejl.screening.spells import Columns, Floats, Ints, Spells

if TYPE_CHECKING:
    import threadpoolctl
else:
    threadpoolctl = when_used.module("threadpoolctl")

CONFIDENCE = 0.9
_AT_ONCE = 1_000
"""So many spells fit into the processor's own memory, which is what their speed hangs on."""


@dataclass(frozen=True)
class Fitted:
    """How the fitting went: of how many spells and rows, how many ended by each exit, the ridges (by group of
    parameters), the strength that was chosen for all of them, and what held-out spells said of each strength."""

    spells: int
    rows: int
    ends: tuple[int, ...]
    seed: int
    strength: float
    held_out: tuple[tuple[float, float], ...]
    group: Ints
    ridges: Floats


@dataclass(frozen=True)
class HazardModel:
    """A multinomial discrete-time hazard. All that it says follows from these numbers; it keeps nothing of anyone."""

    recipe: Recipe
    design: Design
    layout: Layout
    parameters: Floats
    covariance: Floats
    familiar: Familiar
    recalibration: Recalibration
    fitted: Fitted

    def chances(self, columns: Columns, entry: Floats, times: Floats) -> tuple[Floats, Floats]:
        """Of each spell that runs at its entry: the chance of still running at each time (spells by times), and of
        having left by each exit until then (spells by times by exits). At times before its entry it still runs."""
        return going.chances_of(self.course(self.design.matrix(columns), entry), np.asarray(times, dtype=np.float64))

    def score(self, columns: Columns, entry: Floats, horizons: tuple[float, ...]) -> Scores:
        """What the model says of spells, with intervals and with how far it may be asked at all."""
        if not horizons:
            raise Unfit("A score is told for at least one horizon.")
        entry, laid = np.asarray(entry, dtype=np.float64), self.design.laid_out(columns)
        matrix = laid.matrix
        times = np.asarray(horizons, dtype=np.float64)
        uncertain = Uncertain(self.layout, self.covariance, self.recalibration.slope, matrix.shape[1])
        pieces = [slice(start, start + _AT_ONCE) for start in range(0, max(len(entry), 1), _AT_ONCE)]
        with threadpoolctl.threadpool_limits(1):
            told = [self._told(matrix[piece], entry[piece], times, uncertain) for piece in pieces]
        still, left, low, high = (np.concatenate(parts) for parts in zip(*told, strict=True))
        past = np.where(entry[:, None] >= times, np.nan, 0.0)
        return Scores(
            horizons=tuple(float(time) for time in horizons),
            exit_names=self.recipe.exits,
            still=still + past,
            low=low + past,
            high=high + past,
            exits=left,
            unusual=np.where(laid.never_met, 1.0, self.familiar.unusual(matrix)),
            missing=laid.missing,
            confidence=CONFIDENCE,
        )

    def _told(
        self, matrix: Floats, entry: Floats, times: Floats, uncertain: Uncertain
    ) -> tuple[Floats, Floats, Floats, Floats]:
        course = self.course(matrix, entry)
        still, left = going.chances_of(course, times)
        low, high = uncertain.ends(course, matrix, times, CONFIDENCE)
        return still, left[:, int(times.argmax())], low, high

    def contributions(self, columns: Columns, entry: Floats, horizon: float) -> Contributions:
        """What each feature adds to the chance of still running at `horizon`; NaN where entry is not before it."""
        entry = np.asarray(entry, dtype=np.float64)
        return adding.contributions_of(self, self.design.matrix(columns), entry, float(horizon))

    def terms(self) -> tuple[dict[str, Any], ...]:
        """The whole model as a table that a lawyer can read and a programmer can build it again from."""
        return table.terms_of(self)

    def recalibrated(self, spells: Spells) -> HazardModel:
        """The same model with its layer of recalibration fitted anew to these spells, which have matured since."""
        bare = replace(self, recalibration=again.untouched(self.layout))
        seen = exposure_of(spells.ends, spells.same, self.cuts)
        said = bare.said(self.design.matrix(spells.columns))
        count = len(np.unique(spells.same))
        return replace(self, recalibration=again.fitted(self.layout.baseline(self.parameters), said, seen, count))

    @property
    def cuts(self) -> Floats:
        """The cut points of the bands."""
        return np.asarray(self.recipe.bands, dtype=np.float64)

    @property
    def effects(self) -> Floats:
        """The effects: exits by shapes by columns."""
        return self.layout.effects(self.parameters, len(self.design.columns))

    @property
    def base(self) -> Floats:
        """The log-odds of the usual spell, recalibrated: exits by bands."""
        return np.asarray(self.layout.baseline(self.parameters) + self.recalibration.shift)

    def said(self, matrix: Floats) -> Floats:
        """What the features add to the log-odds, before recalibration: exits by spells by bands."""
        return np.asarray(np.einsum("np,kmp->knm", matrix, self.effects, optimize=True) @ self.layout.shapes)

    def course(self, matrix: Floats, entry: Floats) -> Course:
        """How spells with these columns of the design go on from their entry."""
        log_odds = self.base[:, None, :] + self.recalibration.slope[:, None, :] * self.said(matrix)
        return course_of(log_odds, entry, self.cuts)

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the model's file, whether it is written or not."""
        return hashed(self.packed()).hexdigest()

    def packed(self) -> bytes:
        """The model as its file has it."""
        plain, arrays = design_parts(self.design)
        fitted = {name: value for name, value in asdict(self.fitted).items() if name not in ("group", "ridges")}
        held = {"recipe": self.recipe.model_dump(mode="json"), "design": plain, "fitted": fitted}
        more = {
            "shapes": self.layout.shapes,
            **{f"shape_columns_{place}": some for place, some in enumerate(self.layout.columns)},
            "parameters": self.parameters,
            "covariance": self.covariance,
            "turned": self.familiar.turned,
            "distances": self.familiar.distances,
            "shift": self.recalibration.shift,
            "slope": self.recalibration.slope,
            "group": self.fitted.group,
            "ridges": self.fitted.ridges,
        }
        return packed({**held, "recalibrated_on": self.recalibration.spells}, {**arrays, **more})


def model_from(plain: dict[str, Any], arrays: Arrays) -> HazardModel:
    """The model that these are the parts of. Raises `Unfit` where parts are missing."""
    try:
        return _model_from(plain, arrays)
    except (KeyError, TypeError, ValueError) as error:
        raise Unfit(f"This file is no model of Pejl's: {error} is missing or wrong. It is not read.") from error


def _model_from(plain: dict[str, Any], arrays: Arrays) -> HazardModel:
    recipe = Recipe.model_validate(plain["recipe"])
    shapes, fitted = arrays["shapes"], plain["fitted"]
    columns = tuple(arrays[f"shape_columns_{place}"] for place in range(len(shapes)))
    told = {"ends": tuple(fitted["ends"]), "held_out": tuple((one, other) for one, other in fitted["held_out"])}
    return HazardModel(
        recipe=recipe,
        design=design_from(plain["design"], arrays),
        layout=Layout(len(recipe.exits), shapes, columns),
        parameters=arrays["parameters"],
        covariance=arrays["covariance"],
        familiar=Familiar(arrays["turned"], arrays["distances"]),
        recalibration=Recalibration(arrays["shift"], arrays["slope"], plain["recalibrated_on"]),
        fitted=Fitted(**{**fitted, **told}, group=arrays["group"], ridges=arrays["ridges"]),
    )
