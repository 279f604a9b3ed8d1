"""The attributes by which unequal treatment is looked for, their values, and their Danish. One place for the labels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.register.contract.persons import FAMILY
from pejl.screening.spells import Floats, Words

if TYPE_CHECKING:
    import numpy as np
else:
    np = when_used.module("numpy")

ALL = "alle"
"""The attribute, and its only value, under which everybody is told as one."""
SEX, AGE, FAMILY_FORM, ORIGIN = "koen", "alder", "familie", "oprindelse"
OTHER, UNKNOWN = "andre", "ukendt"
"""Values: those of few put together, and those of whom it is not known."""

ATTRIBUTES = {
    ALL: "Alle",
    SEX: "Køn",
    AGE: "Alder",
    FAMILY_FORM: "Familie",
    ORIGIN: "Oprindelse",
}
"""What each attribute is called. `ORIGIN` comes from the separate audit table and from nowhere else."""

AGE_BANDS = (
    (30, "under_30", "Under 30 år"),
    (40, "30_39", "30-39 år"),
    (50, "40_49", "40-49 år"),
    (60, "50_59", "50-59 år"),
    (None, "60_op", "60 år og over"),
)
VALUES = {
    ALL: {ALL: "Alle sygeforløb"},
    SEX: {"kvinde": "Kvinder", "mand": "Mænd"},
    AGE: {word: danish for _, word, danish in AGE_BANDS},
    FAMILY_FORM: FAMILY,
}


def attribute_word(attribute: str) -> str:
    """What an attribute is called on the site; one that was imported for an audit, by its own word."""
    return ATTRIBUTES.get(attribute, attribute.replace("_", " ").capitalize())


def value_word(attribute: str, value: str) -> str:
    """What a value is called on the site; one that was imported for an audit, by its own word."""
    if value == OTHER:
        return "Andre"
    if value == UNKNOWN:
        return "Ikke oplyst"
    return VALUES.get(attribute, {}).get(value, value.replace("_", " ").capitalize())


def age_bands(age: Floats) -> Words:
    """The band of each age in years; None where it is not known."""
    ends: Sequence[float] = [end for end, _, _ in AGE_BANDS if end is not None]
    names = np.array([word for _, word, _ in AGE_BANDS], dtype=object)
    bands = names[np.searchsorted(ends, np.nan_to_num(age), side="right")]
    bands[np.isnan(age)] = None
    return np.asarray(bands, dtype=object)
