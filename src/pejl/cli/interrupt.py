"""Ctrl-C as a wish to stop at the next good place, not in the middle of a file."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from pejl.cli.console import remark


class StopWish:
    """Whether someone has pressed Ctrl-C."""

    def __init__(self) -> None:
        self.made = False

    def __bool__(self) -> bool:
        return self.made


@contextmanager
def stop_wish(sentence: str) -> Iterator[StopWish]:
    """While this lasts, the first Ctrl-C says `sentence` and makes the wish; a second one stops at once."""
    wish = StopWish()
    before = signal.getsignal(signal.SIGINT)

    def make(_number: int, _frame: FrameType | None) -> None:
        wish.made = True
        signal.signal(signal.SIGINT, signal.default_int_handler)
        remark(sentence)

    signal.signal(signal.SIGINT, make)
    try:
        yield wish
    finally:
        signal.signal(signal.SIGINT, before)
