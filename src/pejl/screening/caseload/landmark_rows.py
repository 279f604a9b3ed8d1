"""Spells as they were at landmarks: one row for each spell and landmark at which it ran."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from pejl import when_used
from pejl.screening.caseload.about import About
from pejl.screening.caseload.asked import BACK_AT_WORK, Asked
from pejl.screening.caseload.leaves import Leaves
from pejl.screening.spells import Bools, Ints, Spells, Words

if TYPE_CHECKING:
    import pyarrow as pa
else:
    pa = when_used.module("pyarrow")


@dataclass(frozen=True)
class LandmarkRows:
    """Rows with what is known of each, and beside them what no model sees.

    `ids` has, row by row, spell, person, landmark, day (of the landmark), municipality, unit, team and caseworker.
    `asked` has what people say themselves ("ask first"), and `about` what errors are compared by (sex, age, family)
    and, of running spells, the target group: neither is in
    `spells.columns`. `left_out` counts sick leaves that are not here, by the reason.
    """

    spells: Spells
    ids: pa.Table
    asked: Asked
    about: About
    left_out: Mapping[str, int] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.spells)

    def only(self, kept: Ints | Bools) -> LandmarkRows:
        """Some of the rows, in the order of `kept`."""
        places = np.arange(len(self))[kept]
        return LandmarkRows(
            self.spells.only(places),
            self.ids.take(pa.array(places)),
            {name: values[places] for name, values in self.asked.items()},
            {name: values[places] for name, values in self.about.items()},
            self.left_out,
        )

    def at(self, landmark: str) -> LandmarkRows:
        """The rows of one landmark."""
        return self.only(self.landmarks == landmark)

    @property
    def landmarks(self) -> Words:
        """The landmark's word of each row."""
        return _words(self.ids["landmark"])

    @property
    def answered(self) -> Bools:
        """Where the citizen has answered the question that every release waits for."""
        return np.isfinite(np.asarray(self.spells.columns[BACK_AT_WORK], np.float64))

    @property
    def persons(self) -> Words:
        """The pseudonym of each row."""
        return _words(self.ids["person"])

    @property
    def places(self) -> Words:
        """The municipality's number of each row, as a word."""
        return _words(self.ids["municipality"])

    @property
    def days(self) -> Ints:
        """The day of each row's landmark, as days since 1970."""
        return np.asarray(self.ids["day"].cast(pa.int32()).to_numpy(), np.int64)


def ids_of(leaves: Leaves, of: Ints, landmark: Words, day: Ints) -> pa.Table:
    """The table beside the rows: `of` is each row's place among the leaves."""
    columns = {name: leaves.words[word][of] for name, word in (("spell", "id"), ("person", "person"))}
    office = {name: leaves.words[name][of] for name in ("unit", "team", "caseworker")}
    return pa.table(
        {
            **{name: pa.array(values, pa.string()) for name, values in columns.items()},
            "landmark": pa.array(landmark, pa.string()),
            "day": pa.array(day.astype(np.int32), pa.int32()).cast(pa.date32()),
            "municipality": pa.array(place_words(leaves)[of], pa.string()),
            **{name: pa.array(values, pa.string()) for name, values in office.items()},
        }
    )


def place_words(leaves: Leaves) -> Words:
    """The municipality's number as a word; None where it is not known."""
    return np.array([None if each != each else f"{each:.0f}" for each in leaves.numbers["municipality"]], object)


def _words(column: pa.ChunkedArray) -> Words:
    found = np.empty(len(column), object)
    found[:] = column.to_pylist()
    return found
