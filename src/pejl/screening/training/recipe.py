"""What a model of sick leaves is made of."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pejl.screening.caseload.landmark_rows import LandmarkRows
from pejl.screening.features.declared import FEATURES, PLACE
from pejl.screening.features.feature import Feature
from pejl.screening.features.refusals import refuse, refuse_undeclared
from pejl.screening.landmarks import EXITS
from pejl.screening.model.recipe import Recipe

BANDS = (0.0, 2.0, 4.0, 6.0, 8.0, 10.5, 13.0, 17.0, 22.0, 26.0, 32.0, 39.0, 52.0, 78.0, 104.0, 520.0)
"""Cuts at the law's and the practice's steps (2, 4, 8, 13, 22, 26, 39 and 52 weeks), the wider stretches halved, and
after a year two more. Nobody's sick leave enters before week 4, so the first two bands stand empty."""
LATE = ("aarsag", "alder", "ventet_borger", "ventet_laege", "tilbage_i_job", "uger_gaaet")
"""What says something else late in a spell than early: those who are left are others than those who came."""
KNOTS = 4
STRENGTHS = (1.0, 2.0, 4.0)


def recipe_for(rows: LandmarkRows, features: Sequence[Feature] = FEATURES) -> Recipe:
    """The recipe for these rows. Raises `Refused` where a feature may not be used.

    A feature that nothing is known of, or of which all is the same, is left out; the municipality is shrunk where there
    are several.
    """
    refuse(features)
    told = [feature for feature in features if _tells(rows, feature)]
    refuse_undeclared((feature.name for feature in told), features)
    names = {feature.name for feature in told}
    return Recipe(
        bands=BANDS,
        exits=EXITS,
        numbers=tuple(feature.name for feature in told if feature.is_number),
        words=tuple(feature.name for feature in told if not feature.is_number),
        shrunk=PLACE.name if len({place for place in rows.places if place}) > 1 else None,
        late=tuple(name for name in LATE if name in names),
        penalties=STRENGTHS,
        knots=KNOTS,
    )


def _tells(rows: LandmarkRows, feature: Feature) -> bool:
    values = rows.spells.columns[feature.name]
    if feature.is_number:
        known = np.asarray(values, np.float64)
        known = known[np.isfinite(known)]
        return bool(len(known) and known.min() < known.max())
    return len({value for value in values if value is not None}) > 1
