"""What long work tells of its steps."""

from __future__ import annotations

from typing import Protocol


class Steps(Protocol):
    """Told of each step: `done` of `total`, and what it was."""

    def __call__(self, done: int, total: int, sentence: str) -> None:
        """Take note of a step that is done."""
