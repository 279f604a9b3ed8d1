"""What is laid side by side when groups are compared: for each spell its chance, what came, and what was advised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.screening.measures.curves import still_seen
from pejl.screening.measures.seen import seen_at
from pejl.screening.spells import Bools, Ends, Floats, Ints, Words

if TYPE_CHECKING:
    import numpy as np
else:
    np = when_used.module("numpy")


@dataclass(frozen=True)
class Compared:
    """Spells that are compared. `kept` are their places among all; `weight` is 0 where it is not known what came."""

    kept: Ints
    chance: Floats
    still: Floats
    weight: Floats
    flagged: Bools
    released: Bools
    persons: Words

    def __len__(self) -> int:
        return len(self.chance)

    @property
    def known_long(self) -> Bools:
        """Those known to be long."""
        return np.asarray((self.weight > 0) & (self.still == 1))

    @property
    def known_short(self) -> Bools:
        """Those known not to be long."""
        return np.asarray((self.weight > 0) & (self.still == 0))

    def only(self, rows: Bools) -> Compared:
        """Some of them."""
        return Compared(
            self.kept[rows],
            self.chance[rows],
            self.still[rows],
            self.weight[rows],
            self.flagged[rows],
            self.released[rows],
            self.persons[rows],
        )


def compared(
    chances: Floats, ends: Ends, flagged: Bools, released: Bools, weeks: float, persons: Words | None = None
) -> Compared:
    """The spells that have a chance and ran before the horizon. Without `persons` each row is somebody else."""
    seen = seen_at(ends, weeks, still_seen(ends))
    kept = np.flatnonzero(seen.rows)
    has = np.isfinite(chances[kept])
    still, weight, kept = seen.still[has], seen.weight[has], kept[has]
    whose = np.arange(len(chances)).astype(str).astype(object) if persons is None else persons
    return Compared(kept, chances[kept], still, weight, flagged[kept], released[kept], whose[kept])
