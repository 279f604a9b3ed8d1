"""Values of an attribute as groups that may be told: those of too few persons are put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pejl import when_used
from pejl.register.small_counts import FEW
from pejl.screening.fairness.attributes import OTHER, UNKNOWN
from pejl.screening.spells import Words

if TYPE_CHECKING:
    import numpy as np
else:
    np = when_used.module("numpy")


def joined(values: Words, persons: Words) -> Words:
    """The values with those of under five persons put together, and with the next smallest until they are five.

    So all rows are in a group, and no group follows from the others and the total. What is not known is a value too.
    """
    told = np.array([UNKNOWN if value is None else str(value) for value in values], dtype=object)
    many = {value: len(np.unique(persons[told == value].astype(str))) for value in sorted(set(told))}
    order = sorted(many, key=lambda value: (many[value], value))
    small = [value for value in order if many[value] < FEW]
    while small and len(small) < len(order) and sum(many[value] for value in small) < FEW:
        small = order[: len(small) + 1]
    told[np.isin(told.astype(str), small)] = OTHER
    return told
