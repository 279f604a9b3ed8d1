"""`pejl record export`: the published record as lines, for other systems, and what has changed in it since."""

from __future__ import annotations

import codecs
import json
import sys
from typing import Annotated

import typer

from pejl.cli import django_ready as django_ready
from pejl.cli.console import UNUSABLE, answer, remark
from pejl.cli.opening import opened
from pejl.record.published.cursor import Reached, Unusable, reached_of
from pejl.record.queries import export
from pejl.web.record.open_data import PAGES

Since = Annotated[str | None, typer.Option("--since", metavar="CURSOR", help="Only what has changed since then.")]
Limit = Annotated[int | None, typer.Option("--limit", min=1, help="At most so many lines, and the last one.")]


def export_record(since: Since = None, limit: Limit = None) -> None:
    """Print everything that is published, one JSON object a line, in the order in which it last changed.

    The last line has a cursor. Give it back with --since to get what has been published, changed or withdrawn since
    then. Nothing of closed items is in it.
    """
    reached = _reached(since) if since else None
    any_letter = codecs.lookup(sys.stdout.encoding).name == "utf-8"
    with opened():
        try:
            start, past = export.beginning(reached)
        except export.PastChanged as changed:
            remark("What lay before this cursor has changed since. Export everything again, without --since.")
            raise typer.Exit(UNUSABLE) from changed
        for line in export.lines(PAGES, start, past, limit):
            answer(json.dumps(line, ensure_ascii=not any_letter, separators=(",", ":")))


def _reached(text: str) -> Reached:
    try:
        return reached_of(text)
    except Unusable as unusable:
        raise typer.BadParameter("It is not a cursor of an earlier export.", param_hint="--since") from unusable
