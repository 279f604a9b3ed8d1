"""The shapes that an effect can have over time: the same throughout, rising or falling, and bending once."""

from __future__ import annotations

import numpy as np

from pejl.screening.model.exposure import Exposure
from pejl.screening.spells import Floats

POWERS = (0, 1, 2)
_NOTHING = 1e-8


def shapes_of(seen: Exposure, cuts: Floats) -> Floats:
    """The shapes by bands: powers of the logarithm of time, each without the ones before it, with spread 1 over the
    ends that were seen. With few bands there are fewer shapes; the first is always 1."""
    logs = np.log1p((cuts[:-1] + cuts[1:]) / 2)
    weights = np.bincount(seen.band[seen.ended], minlength=len(logs)) / len(seen.ended)
    shapes = [np.ones_like(logs)]
    for power in POWERS[1:]:
        shape = (logs - weights @ logs) ** power
        for earlier in shapes:
            shape = shape - (weights @ (shape * earlier)) * earlier
        if (size := float(weights @ shape**2)) > _NOTHING:
            shapes.append(shape / np.sqrt(size))
    return np.vstack(shapes)
