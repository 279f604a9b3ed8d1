"""Which bands each spell was seen in, and for how much of them: the person-band rows, as tables of spells by bands."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pejl.screening.model.design import Unfit
from pejl.screening.spells import NOT_ENDED, Ends, Floats, Ints


@dataclass(frozen=True)
class Exposure:
    """`share[i, b]` is the part of band b in which spell i could have been seen to end; 0 where it was not there.

    A spell that is looked at from inside a band (delayed entry) counts from there; one that was last seen inside a
    band counts until there; one that ended in a band could have ended until the band's end. `weight[i, b]` shares one
    band of one spell among the rows that tell of it, so that a spell with five landmarks counts once. `band[i]` is
    the band in which spell i ended, by `exit[i]`; both below 0 where it was not seen to end.
    """

    share: Floats
    weight: Floats
    band: Ints
    exit: Ints

    @property
    def ended(self) -> Ints:
        """The rows that were seen to end."""
        return np.flatnonzero(self.band >= 0)

    def only(self, kept: Ints) -> Exposure:
        """Some of the rows."""
        return Exposure(self.share[kept], self.weight[kept], self.band[kept], self.exit[kept])


def exposure_of(ends: Ends, same: Ints, cuts: Floats) -> Exposure:
    """The person-band rows of spells. What was seen after the last cut point is left out."""
    if not np.all((ends.time > ends.entry) & (ends.entry >= 0)):
        raise Unfit("A spell must have been seen after its entry, and its entry cannot lie before day 0.")
    inside = (ends.exit != NOT_ENDED) & (ends.time <= cuts[-1])
    band = np.where(inside, np.searchsorted(cuts, ends.time, side="left") - 1, -1)
    until = np.where(inside, cuts[np.where(inside, band + 1, 0)], ends.time)
    share = shares_of_bands(ends.entry, until, cuts)
    return Exposure(share, _weights(share > 0, same), band, np.where(inside, ends.exit, NOT_ENDED))


def shares_of_bands(entry: Floats, until: Floats, cuts: Floats) -> Floats:
    """The part of each band that lies between two times, row by row; the last band does not end."""
    least, most = cuts[:-1], cuts[1:]
    return np.asarray(
        np.clip(np.minimum(until[:, None], most) - np.maximum(entry[:, None], least), 0.0, None) / (most - least)
    )


def _weights(there: np.ndarray[tuple[int, int], np.dtype[np.bool_]], same: Ints) -> Floats:
    """One over how many rows of the same spell tell of the band."""
    _, spell = np.unique(same, return_inverse=True)
    rows = np.zeros((spell.max(initial=0) + 1, there.shape[1]))
    np.add.at(rows, spell, there.astype(float))
    return np.asarray(np.where(there, 1.0 / np.maximum(rows[spell], 1.0), 0.0))
