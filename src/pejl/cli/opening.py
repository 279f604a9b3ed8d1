"""The record opened for a command: its database migrated, what an earlier run left half done put right."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer
from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from pejl.cli import django_ready as django_ready
from pejl.cli.console import UNUSABLE, remark
from pejl.cli.progress import told
from pejl.home.turn import Busy, turn
from pejl.record import services
from pejl.record.archive import Damaged


@contextmanager
def opened(*, mended: bool = True) -> Iterator[None]:
    """Open the record of the installation that the environment names; as it lies there where not `mended`.

    Somebody else writing for too long, a damaged archive, a data folder, an index or a database that cannot be used:
    each ends the command with a sentence and exit code 2.
    """
    try:
        _migrate()
        if mended:
            with told("Putting the record in order") as step:
                services.recover(lambda done, total: step(done, total, "put in order"))
        yield
    except (Busy, Damaged, services.IndexNotWritten) as trouble:
        remark(str(trouble))
        raise typer.Exit(UNUSABLE) from trouble
    except OSError as trouble:
        if trouble.errno not in {errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EDQUOT, errno.EFBIG}:
            raise
        remark(f"The data folder cannot be written: {trouble}.")
        raise typer.Exit(UNUSABLE) from trouble
    except OperationalError as trouble:
        remark(f"The database cannot be used: {' '.join(str(trouble).split())}{_where()}")
        raise typer.Exit(UNUSABLE) from trouble


def _where() -> str:
    """Where a database that is a file lies, since the trouble with it is mostly that the folder cannot be written."""
    if connection.vendor != "sqlite":
        return ""
    return f". It lies in {settings.HOME.root}, which must be a folder that you may write in."


def _migrate() -> None:
    """Bring the database to this version's tables, one process at a time. Costs a look where nothing is to be done."""
    try:
        settings.HOME.root.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        remark(f"{settings.HOME.root} cannot be the data folder: {trouble.strerror}. PEJL_HOME names another.")
        raise typer.Exit(UNUSABLE) from trouble
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        with turn(settings.HOME.lock):
            _keep_from_others(settings.HOME.database)
            call_command("migrate", interactive=False, verbosity=0)


def _keep_from_others(database: Path) -> None:
    """See to it that the SQLite file, which has the hashes of passwords in it, is not for everyone on the machine."""
    if connection.vendor != "sqlite":
        return
    if not database.exists():
        database.touch(mode=0o640)
    elif database.stat().st_mode & 0o007 and database.stat().st_uid == os.geteuid():
        database.chmod(database.stat().st_mode & 0o770)
