"""How many CPR numbers fail the control by modulus 11 that was given up in October 2007: a hint, never a fault.

Newer numbers need not satisfy it, and nobody can see by a number when it was given. So a few that fail mean nothing;
most of a column mean that it may hold something else. Numbers are looked at as they stream by, and only counts stay.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from pejl.calendar.cpr import ADMINISTRATIVE, WEIGHTS

SENTENCE = (
    "CPR-nummeret består ikke den gamle kontrol (modulus 11). Det er kun et fingerpeg: numre, der er tildelt siden "
    "oktober 2007, behøver ikke bestå den. Er det de fleste, så se efter, om det er den rigtige kolonne."
)
"""What the hint says, in Danish."""

_DIGITS = 10


@dataclass(frozen=True)
class OldControl:
    """In how many rows the number fails, of how many where there is one. Administrative numbers are not asked."""

    failing: int = 0
    asked: int = 0

    def __add__(self, other: OldControl) -> OldControl:
        return OldControl(self.failing + other.failing, self.asked + other.asked)


def old_control(written: pa.StringArray, pseudonyms: pa.StringArray) -> OldControl:
    """The count for a column of cells as delivered. Only those that became pseudonyms are numbers."""
    counted = pc.value_counts(written.filter(pc.is_valid(pseudonyms)))
    if not len(counted):
        return OldControl()
    digits = _digits(counted.field("values"))
    rows = counted.field("counts").to_numpy()
    ordinary = digits[:, 0] * 10 + digits[:, 1] <= ADMINISTRATIVE
    fails = ordinary & (digits @ np.array(WEIGHTS) % 11 != 0)
    return OldControl(int(rows[fails].sum()), int(rows[ordinary].sum()))


def _digits(numbers: pa.StringArray) -> npt.NDArray[np.int64]:
    """The ten digits of each number, a row of a table each."""
    only = pc.replace_substring_regex(numbers, "[^0-9]", "")
    whole: npt.NDArray[np.int64] = pc.utf8_lpad(only, _DIGITS, "0").cast(pa.int64()).to_numpy()
    return whole[:, np.newaxis] // 10 ** np.arange(_DIGITS - 1, -1, -1) % 10
