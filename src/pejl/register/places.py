"""Where the register keeps its things. Only this room knows.

$PEJL_HOME/register/
  <snapshot>/          <table>.parquet, quarantine/<table>.parquet, report.json, manifest.json; never changed in place
  refused/             <delivery>.json: reports of deliveries that changed nothing
  forgotten.json       what was forgotten, without telling whom (see `register.forgetting`)
  forgetting.json      a forgetting that is under way; gone when it is done
  lock                 whose turn it is to load or forget
  .<snapshot>.part/    being written; a left-over of a killed load, which the next one removes
  .<snapshot>.next/    a snapshot from which rows were forgotten, whole, and about to take its place
  .spill-<process>-*/  what a question needs beyond memory
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pejl.home.durable import PART, flush_folder, make_folder
from pejl.home.folders import Home
from pejl.home.turn import PAUSE

SNAPSHOT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9a-f]{12}\Z")
"""The form of a snapshot's id: the day it knows of, and twelve characters that tell it apart."""

NEXT = ".next"
MOVED_WITHIN = 1.0
"""After how many seconds a successor that is still there is that of a forgetting which was stopped."""
MANIFEST, REPORT, QUARANTINE = "manifest.json", "report.json", "quarantine"


@dataclass(frozen=True)
class Places:
    """The register's folder of one installation."""

    root: Path

    @classmethod
    def of(cls, home: Home) -> Places:
        """The register of that installation. Naming it makes nothing."""
        return cls(home.register)

    @property
    def lock(self) -> Path:
        """Held by whoever loads or forgets."""
        return self.root / "lock"

    @property
    def refused(self) -> Path:
        """Reports of refused deliveries."""
        return self.root / "refused"

    @property
    def forgotten(self) -> Path:
        """What was forgotten."""
        return self.root / "forgotten.json"

    @property
    def forgetting(self) -> Path:
        """The forgetting that is under way."""
        return self.root / "forgetting.json"

    def make(self) -> None:
        """Make the register's folder, for its owner and their group alone: it holds what is about people."""
        if not self.root.is_dir():
            make_folder(self.root)
            self.root.chmod(0o750)

    def spill(self) -> Path:
        """A new name for where this process may put what a question needs beyond memory."""
        return self.root / f".spill-{os.getpid()}-{secrets.token_hex(4)}"

    def part(self, snapshot: str) -> Path:
        """Where a snapshot is written before it is seen."""
        return self.root / f".{snapshot}{PART}"

    def next(self, snapshot: str) -> Path:
        """The successor of a snapshot, whole, that is about to take its place."""
        return self.root / f".{snapshot}{NEXT}"

    def snapshot(self, snapshot: str) -> Path:
        """A snapshot's folder: its successor, if one is ready, because what was forgotten is not seen again.

        A successor that was made just now is about to move, so that is waited for: who reads keeps the name a while.
        """
        successor = self.next(snapshot)
        while (age := _age(successor)) is not None and 0 <= age < MOVED_WITHIN:
            time.sleep(PAUSE)
        return successor if age is not None else self.root / snapshot

    def snapshots(self) -> list[str]:
        """The ids of the snapshots that can be seen, in no order that means anything."""
        if not self.root.is_dir():
            return []
        names = {entry.name.removeprefix(".").removesuffix(NEXT) for entry in self.root.iterdir() if _is_whole(entry)}
        return sorted(names)

    def take_away_left_overs(self) -> None:
        """Finish exchanges that were begun, and remove what killed writers left. Only for whoever has the turn."""
        if not self.root.is_dir():
            return
        for successor in sorted(self.root.glob(f".*{NEXT}")):
            self.put_in_place(successor.name.removeprefix(".").removesuffix(NEXT))
        for left_over in (*self.root.glob(f".*{PART}"), *self.refused.glob(f".*{PART}"), *self._spills_of_the_dead()):
            if left_over.is_dir():
                shutil.rmtree(left_over)
            else:
                left_over.unlink()

    def put_in_place(self, snapshot: str) -> None:
        """Let the successor take the snapshot's place. Until it has, readers see the successor under its own name."""
        present, old = self.root / snapshot, self.root / f".{snapshot}.old{PART}"
        if old.exists():
            shutil.rmtree(old)
        if present.exists():
            present.rename(old)
        self.next(snapshot).rename(present)
        flush_folder(self.root)
        if old.exists():
            shutil.rmtree(old)

    def _spills_of_the_dead(self) -> Iterator[Path]:
        for folder in self.root.glob(".spill-*"):
            if not _alive(folder.name.split("-")[1]):
                yield folder


def _is_whole(entry: Path) -> bool:
    name = entry.name
    if name.startswith(".") and name.endswith(NEXT):
        name = name[1 : -len(NEXT)]
    return SNAPSHOT.match(name) is not None and entry.is_dir()


def _age(folder: Path) -> float | None:
    """For how many seconds a folder has had its name; None where there is none."""
    try:
        return time.time() - folder.stat().st_ctime
    except FileNotFoundError:
        return None


def _alive(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, ValueError):
        return False
    except PermissionError:
        return True
    return True
