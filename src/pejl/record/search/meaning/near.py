"""What lies near a question: plain values, known to every installation."""

from __future__ import annotations

from typing import NamedTuple, Protocol


class Near(NamedTuple):
    """An item near to a question: the digest of its texts, its nearest passage by number, and how near, at most 1."""

    digest: str
    passage: int
    nearness: float


class Meanings(Protocol):
    """The meanings of a record's open items."""

    def near(self, text: str, known: float) -> list[Near]:
        """The items that are near enough to a text of whose words the record holds the share `known`, nearest first."""
