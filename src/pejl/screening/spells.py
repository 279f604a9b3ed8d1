"""Spells as arrays: what is known of each, when it is looked at from, and how it ended. One shape for the register's
sick leaves and for any file of spells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

Floats: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]
Ints: TypeAlias = np.ndarray[Any, np.dtype[np.int64]]
Bools: TypeAlias = np.ndarray[Any, np.dtype[np.bool_]]
Words: TypeAlias = np.ndarray[Any, np.dtype[np.object_]]
"""Texts; None where it is not known."""

Columns: TypeAlias = Mapping[str, Floats | Words]
"""What is known of each spell, by name, in one order: numbers (NaN where not known) or words (None where not known)."""

NOT_ENDED = -1
"""The exit of a spell that had not ended when it was last seen."""


@dataclass(frozen=True)
class Ends:
    """When each spell is looked at from, until when it was seen, and how it ended.

    `entry` and `time` count in the same unit (weeks from the first day of absence for sick leaves); a spell is known to
    run at `entry`, and was last seen at `time` > `entry`. `exit` is the place of the exit in the list of exits, or
    `NOT_ENDED`. Risk before `entry` is no part of it (delayed entry).
    """

    entry: Floats
    time: Floats
    exit: Ints

    def __len__(self) -> int:
        return len(self.time)

    @property
    def ended(self) -> Bools:
        """Which spells were seen to end."""
        return np.asarray(self.exit != NOT_ENDED)

    def only(self, kept: Ints | Bools) -> Ends:
        """Some of the spells, in the order of `kept`."""
        return Ends(self.entry[kept], self.time[kept], self.exit[kept])


@dataclass(frozen=True)
class Spells:
    """Spells with what is known of each. `same` has one number for all rows of the same spell, which may come once for
    each landmark: they are never divided between training and test."""

    columns: Columns
    ends: Ends
    same: Ints

    def __len__(self) -> int:
        return len(self.ends)

    def only(self, kept: Ints | Bools) -> Spells:
        """Some of the rows, in the order of `kept`."""
        return Spells(chosen(self.columns, kept), self.ends.only(kept), self.same[kept])


def chosen(columns: Columns, kept: Ints | Bools) -> Columns:
    """Some rows of all columns, in the order of `kept`."""
    return {name: values[kept] for name, values in columns.items()}


def is_number(values: Floats | Words) -> bool:
    """Whether a column holds numbers; otherwise it holds words."""
    return values.dtype.kind == "f"
