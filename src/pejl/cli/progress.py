"""How far long work has come: a bar on a terminal, plain lines elsewhere, on standard error in both cases."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from pejl.cli.console import remark


class Steps(Protocol):
    """Told of each step: `done` of `total`, and what it was."""

    def __call__(self, done: int, total: int, sentence: str) -> None:
        """Take note of a step that is done."""


@contextmanager
def told(doing: str) -> Iterator[Steps]:
    """Tell how the work comes along, beginning with its name.

    On a terminal there is one bar; elsewhere each step is a line such as "3/14 name: new", which a log can keep.
    """
    if not sys.stderr.isatty():
        yield _as_lines
        return
    what = TextColumn("{task.fields[what]}", markup=False)
    bar = Progress(
        TextColumn(doing),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        what,
        console=Console(stderr=True),
        transient=True,
    )
    task = bar.add_task(doing, total=None, what="")

    def step(done: int, total: int, sentence: str) -> None:
        bar.start()  # only now: work that turns out to be none shows no bar
        bar.update(task, completed=done, total=total, what=sentence)

    try:
        yield step
    finally:
        bar.stop()


def _as_lines(done: int, total: int, sentence: str) -> None:
    remark(f"{done}/{total} {sentence}")
