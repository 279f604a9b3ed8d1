"""The deliveries that the register has had, and what it holds now, as those may read it who see no rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from pejl.home.folders import Home
from pejl.register.kept import Damaged, manifests, reports
from pejl.register.manifest import Manifest
from pejl.register.places import Places
from pejl.register.report import Outcome
from pejl.register.small_counts import Count
from pejl.register.told import Told, ToldTable, danish_name, rows_told, told

Answer = TypeVar("Answer")

TRIES = 3
"""How often a folder is read that is exchanged for its successor at that moment."""


@dataclass(frozen=True)
class HeldTable:
    """A table as the newest snapshot holds it. `brought` is what the last delivery did to it, None where it did not
    bring the table; `delivery` is the one that brought the rows."""

    name: str
    danish: str
    rows: Count
    delivery: str
    brought: ToldTable | None


@dataclass(frozen=True)
class Held:
    """What the register holds now: its newest snapshot, the delivery that made it, and all deliveries, newest first."""

    newest: Manifest | None
    made_by: Told | None
    tables: tuple[HeldTable, ...]
    deliveries: tuple[Told, ...]

    @property
    def last(self) -> Told | None:
        """The delivery that was received last, whatever came of it."""
        return self.deliveries[0] if self.deliveries else None


def held(home: Home) -> Held:
    """All of it. Raises `Damaged`, with a sentence, where a file of the register cannot be read."""
    return _again(lambda: _held(Places.of(home)))


def snapshots(home: Home) -> list[Manifest]:
    """All snapshots, the newest first. Raises `Damaged`."""
    return _again(lambda: list(reversed(manifests(Places.of(home)))))


def delivery(home: Home, number: str) -> Told | None:
    """The delivery of that number, None where there is none; where it came more than once, the last time."""
    same = [each for each in held(home).deliveries if each.report.id == number]
    return same[0] if same else None


def made(home: Home, snapshot: str) -> Told | None:
    """The delivery that made the snapshot, None where there is no such snapshot."""
    return next((each for each in held(home).deliveries if _made(each, snapshot)), None)


def _held(places: Places) -> Held:
    deliveries = tuple(told(report) for report in reversed(reports(places)))
    snapshots = manifests(places)
    newest = snapshots[-1] if snapshots else None
    made_by = next((each for each in deliveries if newest and _made(each, newest.id)), None)
    brought = {table.name: table for table in made_by.tables} if made_by else {}
    return Held(newest, made_by, _tables(newest, brought), deliveries)


def _made(each: Told, snapshot: str) -> bool:
    return each.report.snapshot == snapshot and each.report.outcome is Outcome.LOADED


def _tables(newest: Manifest | None, brought: Mapping[str, ToldTable]) -> tuple[HeldTable, ...]:
    if newest is None:
        return ()
    return tuple(
        HeldTable(
            name=entry.name,
            danish=danish_name(entry.name),
            rows=rows_told(entry.name, entry.rows),
            delivery=entry.delivery,
            brought=brought.get(entry.name),
        )
        for entry in newest.tables
    )


def _again(read: Callable[[], Answer]) -> Answer:
    """What is read; read again where a folder took another's place meanwhile."""
    for _ in range(TRIES - 1):
        try:
            return read()
        except Damaged:
            continue
    return read()
