"""How far long work has come: a bar on a terminal, plain lines elsewhere, on standard error in both cases."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.cli.console import remark
from pejl.cli.steps import Steps

if TYPE_CHECKING:
    from pejl.cli import progress_bar
else:
    progress_bar = when_used.module("pejl.cli.progress_bar")

__all__ = ["Steps", "told"]


@contextmanager
def told(doing: str) -> Iterator[Steps]:
    """Tell how the work comes along, beginning with its name.

    On a terminal there is one bar; elsewhere each step is a line such as "3/14 name: new", which a log can keep.
    """
    if sys.stderr.isatty():
        with progress_bar.drawn(doing) as step:
            yield step
    else:
        yield _as_lines


def _as_lines(done: int, total: int, sentence: str) -> None:
    remark(f"{done}/{total} {sentence}")
