"""How many sick leaves' advice is shown under one name in a day and a night: as many as a person can decide on.

Advice is for whoever has the case, one case at a time. Whoever walks through all of them, by hand or by a program,
makes a list of chances, and a list is what control and sanctions begin with.
"""

from __future__ import annotations

import datetime as dt

SPAN = dt.timedelta(days=1)
OF_PERSON = 100
"""Of different sick leaves, for a person: more than anybody decides on in a day."""
OF_SYSTEM = 4
"""A case system asks for many people; it is shown a part of the running sick leaves: one in so many."""


def most_a_day(running: int, *, system: bool) -> int:
    """How many different sick leaves' advice may be shown.

    >>> most_a_day(984, system=False), most_a_day(984, system=True), most_a_day(120, system=True)
    (100, 246, 100)
    """
    return max(OF_PERSON, running // OF_SYSTEM) if system else OF_PERSON
