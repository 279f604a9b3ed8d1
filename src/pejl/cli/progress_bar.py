"""How far long work has come, as one bar on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from pejl.cli.steps import Steps


@contextmanager
def drawn(doing: str) -> Iterator[Steps]:
    """Draw the bar once there is a step to tell of, and take it away when the work is done."""
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
