"""Tables of deadlines that were judged, kept as files: judged once for a snapshot, a day and a text of the law.

A file's name says what it follows from: `<snapshot>.<day>.<fingerprint>.parquet`. The fingerprint is that of the
snapshot's manifest (its tables, and what was forgotten from them), of the text of the law and of what judges by it, and
of the scenario. What has another fingerprint is stale and goes when the next table is written; forgetting takes all of
them away (`register.forgetting`). Nothing is lost by it: the next who asks waits until it is judged anew.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import ibis
import pyarrow as pa

from pejl import law, when_used
from pejl.casework import deadlines
from pejl.casework.deadlines.columns import DEADLINE_COLUMNS
from pejl.casework.present import with_present_case
from pejl.home.durable import PART, make_folder, parts_in, put_in_place
from pejl.home.folders import Home
from pejl.home.turn import turn
from pejl.register import kept, parquet
from pejl.register.manifest import Manifest
from pejl.register.places import Places
from pejl.register.register import Register
from pejl.register.snapshot import Snapshot

if TYPE_CHECKING:
    from pejl.casework.deadlines import deadline_table
    from pejl.law import law as engine
else:
    deadline_table = when_used.module("pejl.casework.deadlines.deadline_table")
    engine = when_used.module("pejl.law.law")

SUFFIX = ".parquet"
MOST = 40
"""How many tables are kept: those of the days that were asked for last."""
_NAME = re.compile(r"(?P<snapshot>[^.]+)\.(?P<day>[0-9-]{10})\.(?P<fingerprint>[0-9a-f]{16})\.parquet\Z")
_KINDS = {"string": pa.string(), "date": pa.date32(), "int64": pa.int64(), "boolean": pa.bool_()}
COLUMNS: Mapping[str, str] = {
    **DEADLINE_COLUMNS,
    "running": "boolean",
    "now_unit": "string",
    "now_team": "string",
    "now_caseworker": "string",
}
"""What is kept beside the columns of the deadlines: whether the person has a case on the judged day, and who has it.

Who had it when the clock ran stands in `unit`, `team` and `caseworker`; where no case runs, `now_*` are these.
"""
SCHEMA = pa.schema([(name, _KINDS[kind]) for name, kind in COLUMNS.items()])

Judge = Callable[[Snapshot, dt.date, str], ibis.Table]
"""What judges the deadlines of a snapshot on a day, under a scenario of that name or, named "", under none."""


@dataclass(frozen=True)
class Judged:
    """A table of deadlines that lies ready: of which snapshot, what that knows up to, and the day that was judged."""

    path: Path
    snapshot: str
    known: dt.date
    day: dt.date


def by_the_law(snapshot: Snapshot, day: dt.date, scenario: str) -> ibis.Table:
    """The deadlines as the law of the day has them."""
    law_day = engine.law().on(day, scenario=scenario or None)
    return deadline_table.deadlines(snapshot, day, law_day=law_day)


def judged(home: Home, day: dt.date | None = None, *, scenario: str = "", judge: Judge | None = None) -> Judged:
    """How the deadlines stand on a day, by what was known on it; without a day on the last one that is known.

    Judges them where that has not been done. Raises `NothingKnown` where the register knew nothing then.
    """
    manifest = Register(home).as_of(day).manifest if day else kept.manifest_named(Places.of(home), "")
    wanted = _wanted(home, manifest, day or manifest.known, scenario)
    if not wanted.path.is_file():
        make_folder(home.judged)
        home.judged.chmod(0o750)
        with turn(home.judging):
            wanted = _written(home, wanted, scenario, judge or by_the_law)
    return wanted


def stale(home: Home) -> Iterator[Path]:
    """The files that no longer follow from the snapshots, the law and the code that there are."""
    fingerprints = {}
    for path in sorted(home.judged.glob(f"*{SUFFIX}")):
        name = _NAME.match(path.name)
        snapshot = name["snapshot"] if name else ""
        if snapshot not in fingerprints:
            fingerprints[snapshot] = _fingerprints_of(home, snapshot)
        if name is None or name["fingerprint"] not in fingerprints[snapshot]:
            yield path


def _oldest(home: Home) -> list[Path]:
    """The files that make room for another one: those that were written first."""
    kept_files = sorted(home.judged.glob(f"*{SUFFIX}"), key=lambda path: path.stat().st_mtime, reverse=True)
    return kept_files[MOST - 1 :]


def _wanted(home: Home, manifest: Manifest, day: dt.date, scenario: str) -> Judged:
    name = f"{manifest.id}.{day.isoformat()}.{_fingerprint(manifest, scenario)}{SUFFIX}"
    return Judged(home.judged / name, manifest.id, manifest.known, day)


def _written(home: Home, wanted: Judged, scenario: str, judge: Judge) -> Judged:
    """Judge and write, for whoever has the turn. What was forgotten meanwhile is not written: it is judged again."""
    while True:
        snapshot = Register(home).snapshot(wanted.snapshot)
        wanted = _wanted(home, snapshot.manifest, wanted.day, scenario)
        if wanted.path.is_file():
            return wanted
        part = home.judged / f".{wanted.path.name}.{secrets.token_hex(4)}{PART}"
        try:
            rows = with_present_case(judge(snapshot, wanted.day, scenario), snapshot, wanted.day)
            rows = rows.select(*COLUMNS).order_by("person", "duty", "starts")
            parquet.write(part, SCHEMA, rows.to_pyarrow().to_batches())
            if _wanted(home, _manifest(home, wanted.snapshot), wanted.day, scenario) == wanted:
                for old in (*stale(home), *_oldest(home), *(left for left in parts_in(home.judged) if left != part)):
                    old.unlink(missing_ok=True)
                part.chmod(0o640)
                put_in_place(part, wanted.path)
                return wanted
        finally:
            part.unlink(missing_ok=True)


def _manifest(home: Home, snapshot: str) -> Manifest:
    return kept.manifest_of(Places.of(home), snapshot)


def _fingerprints_of(home: Home, snapshot: str) -> set[str]:
    """The fingerprints that files of a snapshot may have now: one for each scenario; none where it is gone."""
    if snapshot not in Places.of(home).snapshots():
        return set()
    manifest = _manifest(home, snapshot)
    return {_fingerprint(manifest, scenario) for scenario in ("", *_scenarios())}


def _scenarios() -> list[str]:
    return [path.stem for path in (_folder(law) / "scenarios").glob("*.yaml")]


def _fingerprint(manifest: Manifest, scenario: str) -> str:
    return hashlib.sha256(b"\0".join((kept.written(manifest), scenario.encode(), _text()))).hexdigest()[:16]


@cache
def _text() -> bytes:
    """A hash of all that decides how a deadline stands: the law's text and amounts, and what judges by them."""
    folder = _folder(deadlines)
    beside = [folder.parent / name for name in ("givens.py", "present.py", "judged.py")]
    paths = [*_texts(_folder(law)), *_texts(folder), *beside]
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in paths if path.is_file())).digest()


def _texts(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in (".py", ".yaml"))


def _folder(package: object) -> Path:
    return Path(str(getattr(package, "__file__"))).parent  # noqa: B009 - a namespace has none, and ours are none
