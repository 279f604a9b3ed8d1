"""`pejl record verify`: whether every file of the record still is what was received."""

from __future__ import annotations

import typer

from pejl.cli import django_ready as django_ready
from pejl.cli.console import AsJson, answer, answer_json, remark
from pejl.cli.opening import opened
from pejl.record import services

FAULTS = 1


def verify(as_json: AsJson = False) -> None:
    """Read every file of the archive, and name each that is damaged or missing, with what to do.

    Changes nothing. Exit code 1 where anything is wrong.
    """
    with opened(mended=False):
        found = services.verify()
    if as_json:
        answer_json({"files": found.files, "faults": found.faults})
    else:
        for fault in found.faults:
            answer(fault)
        files = "1 file" if found.files == 1 else f"{found.files} files"
        remark(f"{files} read. {len(found.faults) or 'Nothing'} {_wrong(len(found.faults))}")
    if found.faults:
        raise typer.Exit(FAULTS)


def _wrong(faults: int) -> str:
    return "things are wrong." if faults > 1 else "thing is wrong." if faults else "is wrong."
