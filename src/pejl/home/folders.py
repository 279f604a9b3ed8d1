"""The data folder: one folder is one installation.

$PEJL_HOME/            (default ./pejl-data)
  archive/             every file of the record as it was received, named by its SHA-256, never changed
  index/               the search index: delete it and it is rebuilt
  register/            people, spells, talks and offers under pseudonym, as snapshots
  judged/              how each deadline stands, kept so that worklists answer at once; delete it and it is judged anew
  models/              screening's models, each with the record of its training and its documents
  trials/              the secret from which each trial draws its arms, until it is opened; only its owner reads it
  simulation/          what only the simulation knows of its invented people (see docs/simulation.md)
  pejl.sqlite3         what the pages read, and recorded acts, unless DATABASE_URL names a server
  lock                 whose turn it is to write
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Home:
    """Where an installation keeps its things. Naming a folder does not make it."""

    root: Path

    @property
    def archive(self) -> Path:
        """The files of the record, as received."""
        return self.root / "archive"

    @property
    def index(self) -> Path:
        """The search index."""
        return self.root / "index"

    @property
    def register(self) -> Path:
        """The snapshots of the register, and the reports of what was refused."""
        return self.root / "register"

    @property
    def judged(self) -> Path:
        """The tables of deadlines that were judged. They follow from the register and the law, and hold pseudonyms."""
        return self.root / "judged"

    @property
    def judging(self) -> Path:
        """Held by whoever writes a table of deadlines, or takes them all away."""
        return self.judged / "lock"

    @property
    def models(self) -> Path:
        """Screening's models: a folder each, written whole."""
        return self.root / "models"

    @property
    def trials(self) -> Path:
        """The secrets of screening's trials: a file each, for nobody but the owner of the data folder."""
        return self.root / "trials"

    @property
    def simulation(self) -> Path:
        """What only the simulation knows of the people it invented. Nothing reads it but tests and measurements."""
        return self.root / "simulation"

    @property
    def lock(self) -> Path:
        """Held by the one process that writes to the record; see `home.turn`."""
        return self.root / "lock"

    @property
    def spool(self) -> Path:
        """Where a rebuild keeps its readings until it is done; a left-over is of no use to anyone."""
        return self.root / ".rebuild.part"

    @property
    def database(self) -> Path:
        """The SQLite file that is used when no DATABASE_URL is set."""
        return self.root / "pejl.sqlite3"


def home() -> Home:
    """The installation that the environment names. `PEJL_HOME` may be relative to the working folder;
    empty, it names nothing."""
    return Home(Path(os.environ.get("PEJL_HOME") or "pejl-data").resolve())
