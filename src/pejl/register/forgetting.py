"""Forgetting: a person, or all that was over before a day, taken out of every snapshot and its quarantined rows.

What is wanted is written down first (`forgetting.json`), so that a forgetting that is interrupted is finished by the
next load or by the next forgetting. Each snapshot is written again beside and exchanged whole; a reader sees it as it
was or as it is. What was judged from the snapshots goes altogether (`Home.judged`). Reports stay: they hold counts.
What is forgotten stays in backups until these are deleted.
"""

from __future__ import annotations

import datetime as dt
import secrets
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from pejl.home.durable import flush_folder, make_folder, write_whole
from pejl.home.folders import Home
from pejl.home.turn import turn
from pejl.register import kept, parquet
from pejl.register.contract import CONTRACT
from pejl.register.forgotten import Forgotten, note
from pejl.register.leaving_out import LeftOut, Limit, Person, Rule, leave_out, leave_out_persons
from pejl.register.manifest import Manifest, TableEntry
from pejl.register.places import MANIFEST, QUARANTINE, REPORT, Places


class Wish(BaseModel):
    """What is to be forgotten, by whom and why. It holds the pseudonym, so it goes when it is done.

    `mark` is what stands for the person afterwards. `removed` is how many rows went, by snapshot and table.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: str = Field(default_factory=lambda: secrets.token_hex(8))
    person: str = ""
    mark: str = ""
    before: dt.date | None = None
    who: str
    why: str
    removed: dict[str, dict[str, int]] = {}

    @property
    def rule(self) -> Rule:
        """Which rows it is about."""
        return Limit(self.before) if self.before else Person(self.person)

    @property
    def subject(self) -> str:
        """What the act is said to be about."""
        return f"register:before:{self.before}" if self.before else f"register:person:{self.mark}"

    @property
    def rows(self) -> dict[str, int]:
        """How many rows of each table went from any snapshot. A row that several snapshots hold counts in each."""
        totals: dict[str, int] = {}
        for removed in self.removed.values():
            for table, rows in removed.items():
                totals[table] = totals.get(table, 0) + rows
        return totals


def write_down(places: Places, wish: Wish) -> None:
    """Make it certain that it will be done."""
    places.make()
    write_whole(places.forgetting, wish.model_dump_json().encode(), 0o600)


def wished(places: Places) -> Wish | None:
    """The forgetting that is under way, None where there is none."""
    return Wish.model_validate_json(places.forgetting.read_bytes()) if places.forgetting.exists() else None


def finish_rewriting(places: Places) -> Wish | None:
    """Take what is wished out of all snapshots. Only for whoever has the turn; `done` is said when the act is there."""
    wish = wished(places)
    if wish is None:
        return None
    seen: _Seen = {}
    for manifest in kept.manifests(places):
        if wish.number not in manifest.forgotten:
            wish = _Rewriting(places, manifest, wish, seen).done()
    if wish.rows:
        note(places, Forgotten(number=wish.number, person=wish.mark, before=wish.before))
    return wish


def let_go_of_judged(home: Home) -> None:
    """Take away the tables that were judged from the snapshots as they were. They are judged anew when asked for."""
    if not home.judged.is_dir():
        return
    with turn(home.judging):
        for path in home.judged.iterdir():
            if path.is_dir():  # what a question that was killed needed beyond memory: rows of people, too
                shutil.rmtree(path, ignore_errors=True)
            elif path != home.judging:
                path.unlink(missing_ok=True)
        flush_folder(home.judged)


def done(places: Places) -> None:
    """The act is recorded; what was wished is no longer kept."""
    places.forgetting.unlink(missing_ok=True)
    flush_folder(places.root)


@dataclass(frozen=True)
class _Written:
    """A file that was written again, and what was left out of it."""

    path: Path
    left_out: LeftOut
    entry: TableEntry


_Seen = dict[tuple[int, int], _Written]
"""Files that several snapshots share, by what the disk knows them by, so that they are written again once."""


@dataclass
class _Rewriting:
    """One snapshot."""

    places: Places
    manifest: Manifest
    wish: Wish
    seen: _Seen
    removed: dict[str, int] = field(default_factory=dict)

    def done(self) -> Wish:
        """Write the snapshot again without the rows and put it in place; return the wish with what was removed."""
        old, part = self.places.snapshot(self.manifest.id), self.places.part(self.manifest.id)
        if part.exists():
            shutil.rmtree(part)
        make_folder(part / QUARANTINE)
        try:
            entries = self._tables(old, part)
            self._quarantine(old, part)
            if not self.removed:
                return self.wish
            shutil.copyfile(old / REPORT, part / REPORT)
            parquet.flush(part / REPORT)
            self._write_manifest(part, entries)
            wish = self.wish.model_copy(
                update={"removed": {**self.wish.removed, self.manifest.id: dict(sorted(self.removed.items()))}}
            )
            write_down(self.places, wish)
            part.rename(self.places.next(self.manifest.id))
            flush_folder(self.places.root)
            self.places.put_in_place(self.manifest.id)
            return wish
        finally:
            if part.exists():
                shutil.rmtree(part)

    def _tables(self, old: Path, part: Path) -> list[TableEntry]:
        """All tables, and at last the persons: who goes with them depends on what is left in the others."""
        names = [entry.name for entry in self.manifest.tables]
        left_out = {name: self._table(old, part, name) for name in names if name != "persons"}
        if "persons" in names:
            left_out["persons"] = self._persons(old, part, [each.left_out for each in left_out.values()])
        return [left_out[name].entry for name in names]

    def _table(self, old: Path, part: Path, name: str) -> _Written:
        source, target = old / f"{name}.parquet", part / f"{name}.parquet"
        status = source.stat()
        known = self.seen.get((status.st_dev, status.st_ino))
        if known and known.path.exists():
            parquet.carry(known.path, target)
        else:
            known = self._written(source, target, name)
        self._count(name, known.left_out.rows)
        final = self.places.root / self.manifest.id / target.name
        written = _Written(final, known.left_out, known.entry)
        self.seen[status.st_dev, status.st_ino] = written
        return written

    def _written(self, source: Path, target: Path, name: str) -> _Written:
        left_out = leave_out(source, target, CONTRACT.table(name), self.wish.rule)
        return _Written(target, left_out, self._entry(target, name, left_out.rows))

    def _persons(self, old: Path, part: Path, others: list[LeftOut]) -> _Written:
        source, target = old / "persons.parquet", part / "persons.parquet"
        table = CONTRACT.table("persons")
        if self.wish.before is None:
            left_out = leave_out(source, target, table, self.wish.rule)
        else:
            gone = set().union(*(each.persons_gone for each in others))
            still = set().union(*(each.persons_left for each in others))
            left_out = leave_out_persons(source, target, table, gone - still)
        self._count("persons", left_out.rows)
        return _Written(target, left_out, self._entry(target, "persons", left_out.rows))

    def _entry(self, target: Path, name: str, rows: int) -> TableEntry:
        """The table as it is now, of which so many rows were left out."""
        before = next(each for each in self.manifest.tables if each.name == name)
        if not rows:
            return before  # also where somebody has changed the file by hand: that is to be seen afterwards too
        return before.model_copy(update={"rows": parquet.rows_in(target), "sha256": parquet.sha256_of(target)})

    def _quarantine(self, old: Path, part: Path) -> None:
        for source in sorted((old / QUARANTINE).glob("*.parquet")):
            table, target = CONTRACT.table(source.stem), part / QUARANTINE / source.name
            left_out = self.wish.rule.leave_out_quarantined(source, target, table, self.manifest.known)
            self._count(f"{QUARANTINE}/{source.stem}", left_out.rows)
        flush_folder(part / QUARANTINE)

    def _count(self, name: str, rows: int) -> None:
        if rows:
            self.removed[name] = self.removed.get(name, 0) + rows

    def _write_manifest(self, part: Path, entries: list[TableEntry]) -> None:
        manifest = self.manifest.model_copy(
            update={"tables": tuple(entries), "forgotten": (*self.manifest.forgotten, self.wish.number)}
        )
        write_whole(part / MANIFEST, kept.written(manifest))
