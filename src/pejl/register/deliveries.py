"""The deliveries that the register has had, and what it holds now, as those may read it who see no rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from pejl.home.folders import Home
from pejl.register.kept import Damaged, manifests, newest_manifest, report_at
from pejl.register.manifest import Manifest
from pejl.register.places import REPORT, SNAPSHOT, Places
from pejl.register.report import Outcome
from pejl.register.reported import lines
from pejl.register.small_counts import Count
from pejl.register.told import Told, ToldTable, danish_name, rows_told, told

Answer = TypeVar("Answer")

LATEST = 30
"""How many deliveries are told of with what the register holds."""

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
class Deliveries:
    """Some of the deliveries, the newest first, and how many there are at all."""

    told: tuple[Told, ...]
    total: int


@dataclass(frozen=True)
class Held:
    """What the register holds now: its newest snapshot, the delivery that made it, and the latest deliveries."""

    newest: Manifest | None
    made_by: Told | None
    tables: tuple[HeldTable, ...]
    latest: Deliveries

    @property
    def deliveries(self) -> tuple[Told, ...]:
        """The latest deliveries, the newest first."""
        return self.latest.told

    @property
    def earlier(self) -> int:
        """How many deliveries there are beside them."""
        return self.latest.total - len(self.latest.told)

    @property
    def last(self) -> Told | None:
        """The delivery that was received last, whatever came of it."""
        return self.deliveries[0] if self.deliveries else None


def held(home: Home) -> Held:
    """All of it. Raises `Damaged`, with a sentence, where a file of the register cannot be read."""
    return _again(lambda: _held(Places.of(home)))


def deliveries(home: Home, first: int, limit: int) -> Deliveries:
    """At most `limit` deliveries from the `first` on, the newest is 0. Raises `Damaged`."""
    return _again(lambda: _deliveries(Places.of(home), first, limit))


def snapshots(home: Home) -> list[Manifest]:
    """All snapshots, the newest first. Raises `Damaged`."""
    return _again(lambda: list(reversed(manifests(Places.of(home)))))


def delivery(home: Home, number: str) -> Told | None:
    """The delivery of that number, None where there is none; where it came more than once, the last time."""
    return _again(lambda: _delivery(Places.of(home), number))


def made(home: Home, snapshot: str) -> Told | None:
    """The delivery that made the snapshot, None where there is no such snapshot."""
    return _again(lambda: _made(Places.of(home), snapshot))


def _held(places: Places) -> Held:
    newest = newest_manifest(places)
    made_by = _made(places, newest.id) if newest else None
    brought = {table.name: table for table in made_by.tables} if made_by else {}
    return Held(newest, made_by, _tables(newest, brought), _deliveries(places, 0, LATEST))


def _deliveries(places: Places, first: int, limit: int) -> Deliveries:
    known = lines(places)
    return Deliveries(tuple(told(line.report()) for line in known[first : first + limit]), len(known))


def _delivery(places: Places, number: str) -> Told | None:
    line = next((each for each in lines(places) if each.delivery == number), None)
    return told(line.report()) if line else None


def _made(places: Places, snapshot: str) -> Told | None:
    """The delivery whose report lies with the snapshot that it made."""
    if not SNAPSHOT.match(snapshot) or not places.snapshot(snapshot).is_dir():
        return None
    report = report_at(places.snapshot(snapshot) / REPORT)
    return told(report) if report.outcome is Outcome.LOADED else None


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
