"""A file of spells, read: its spells as arrays, what each column was taken for, and what was left out and why."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.screening.evaluation.cells import Column, Kind, read_column, writes_commas
from pejl.screening.evaluation.events import NOT_KNOWN, Events, read_events
from pejl.screening.evaluation.feature_columns import Features, features_of
from pejl.screening.evaluation.table import Table, meant, read_table
from pejl.screening.evaluation.wish import Unusable, Wish
from pejl.screening.spells import Bools, Columns, Ends, Floats, Ints, Spells, Words

if TYPE_CHECKING:
    import numpy as np
else:
    np = when_used.module("numpy")

FEWEST = 60
FEWEST_ENDS = 20


@dataclass(frozen=True)
class SpellFile:
    """The spells that can be used. `asked` is the column of what people expect, under `features` or not; `site` the
    sites to hold out. `left_out` counts lines by the reason, `remarks` are sentences for the person who asked."""

    spells: Spells
    exits: tuple[str, ...]
    features: Features
    asked: Columns
    site: Words | None
    lines: int
    left_out: dict[str, int]
    remarks: tuple[str, ...]

    @property
    def delayed(self) -> bool:
        """Whether spells are looked at from later than their start."""
        return bool(np.any(self.spells.ends.entry > 0))


def read_spells(wish: Wish) -> SpellFile:
    """The spells of a file. Raises `Unusable`."""
    table = read_table(wish.path, [*wish.named, *wish.features, *wish.numbers, *wish.words])
    reader = _Reader(table)
    time, entry = reader.times(wish.time), reader.times(wish.entry) if wish.entry else None
    event = read_events(wish.event, reader.column(wish.event), wish.censored, several=wish.exits)
    kept, left_out = _kept(time, entry, event, table.malformed)
    _see_enough(kept, event, left_out)
    names = _features_asked(wish, table)
    features = features_of({name: reader.column(name) for name in names}, wish, kept)
    asked = features_of({wish.asked: reader.column(wish.asked)}, wish, kept) if wish.asked else None
    ends = Ends((np.zeros(len(time)) if entry is None else entry)[kept], time[kept], event.exit[kept])
    return SpellFile(
        spells=Spells(features.columns, ends, _same(wish, reader, kept)),
        exits=event.exits,
        features=features,
        asked=asked.columns if asked else {},
        site=reader.column(wish.hold_out).as_words()[kept] if wish.hold_out else None,
        lines=len(time) + table.malformed,
        left_out=left_out,
        remarks=(*((event.remark,) if event.remark else ()), *features.remarks),
    )


class _Reader:
    """Reads the columns of a table as they are asked for."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._danish = any(writes_commas(column) for column in table.columns.columns)

    def column(self, name: str) -> Column:
        """The column that a name means."""
        place = self._table.names.index(str(meant(name, self._table.names)))
        return read_column(name, self._table.columns.column(place), danish=self._danish)

    def times(self, name: str) -> Floats:
        """A column of durations. Raises `Unusable` where it holds something else."""
        column = self.column(name)
        if column.kind is not Kind.NUMBERS:
            held = "days" if column.kind is Kind.DAYS else "words"
            raise Unusable(f"The column {name} holds {held}. A duration is a number: of days, weeks or months.")
        return np.asarray(column.values, dtype=float)


def _kept(time: Floats, entry: Floats | None, event: Events, malformed: int) -> tuple[Bools, dict[str, int]]:
    """The lines that can be used, and how many cannot, by the first reason that holds."""
    start = np.zeros(len(time)) if entry is None else entry
    reasons = {
        "another number of cells than the first line": np.zeros(len(time), dtype=bool),
        "the time is missing or no number": np.isnan(time),
        "the time is 0 or below": time <= 0,
        "it is not known how the spell ended": event.exit == NOT_KNOWN,
        "the entry is missing or no number": np.isnan(start),
        "the entry is below 0": start < 0,
        "the spell was not seen after its entry": time <= start,
    }
    left_out: dict[str, int] = {"another number of cells than the first line": malformed} if malformed else {}
    kept = np.ones(len(time), dtype=bool)
    for reason, holds in reasons.items():
        if many := int((holds & kept).sum()):
            left_out[reason] = many
        kept &= ~holds
    return kept, left_out


def _see_enough(kept: Bools, event: Events, left_out: dict[str, int]) -> None:
    ended = int((event.exit[kept] >= 0).sum())
    if kept.sum() < FEWEST or ended < FEWEST_ENDS:
        why = "; ".join(f"{many}: {reason}" for reason, many in left_out.items())
        raise Unusable(
            f"{int(kept.sum())} spells can be used, and {ended} of them ended; nothing can be said of fewer than "
            f"{FEWEST} spells and {FEWEST_ENDS} ends." + (f" Lines left out: {why}." if why else "")
        )


def _features_asked(wish: Wish, table: Table) -> list[str]:
    """The features by the names that the file has for them; all columns without another part where none are named."""
    taken = {meant(name, table.names) for name in wish.named if name != wish.asked}
    if not wish.features:
        return [name for name in dict.fromkeys(table.names) if name and name not in {*taken, wish.asked}]
    asked = [str(meant(name, table.names)) for name in wish.features]
    parts = {meant(wish.time, table.names): "time", meant(wish.event, table.names): "event"}
    for name in asked:
        if name in parts:
            raise Unusable(f"{name} is the {parts[name]} itself and cannot be a feature.")
    return list(dict.fromkeys(asked))


def _same(wish: Wish, reader: _Reader, kept: Bools) -> Ints:
    """A number for each spell or person; who has none is alone."""
    rows = int(kept.sum())
    if not wish.same:
        return np.arange(rows)
    words = reader.column(wish.same).as_words()[kept]
    numbers: dict[Hashable, int] = {}
    return np.array(
        [
            numbers.setdefault(("alone", row) if word is None else ("same", word), len(numbers))
            for row, word in enumerate(words)
        ]
    )
