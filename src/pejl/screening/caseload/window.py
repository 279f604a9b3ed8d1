"""From which day on the register holds every sick leave that ran.

A register begins some day, and of those who fell ill before it holds only those who were still sick then: whoever looks
at them from their first day finds that long leaves were the rule (length bias). Looked at from that day on, they are as
good as others. So no spell is looked at before it; nobody has to say which day it is, the ends of spells tell.
"""

from __future__ import annotations

import numpy as np

from pejl.screening.spells import Ints

QUARTER = 91
FEWEST = 60
"""Of fewer ends no level can be told: then the register begins with the first of them."""
SHARE = 0.3
"""A quarter with fewer ends than this share of what is usual does not hold every spell."""


def holds_all_from(ended: Ints) -> int:
    """The day, as days since 1970, of the first end in the unbroken run of full quarters up to the newest.

    Single rows from long before (an old case that was delivered by mistake) do not begin the register.
    """
    if not len(ended):
        return 0
    if len(ended) < FEWEST:
        return int(ended.min())
    back = (int(ended.max()) - ended) // QUARTER
    counts = np.bincount(back)
    thin = np.flatnonzero(counts[1:] < SHARE * np.median(counts[counts > 0])) + 1
    oldest = thin.min() - 1 if len(thin) else len(counts) - 1
    return int(ended[back <= oldest].min())
