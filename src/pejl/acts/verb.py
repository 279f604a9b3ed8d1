"""What a verb of an act has to tell. Each room declares its own verbs, for it alone knows what they do."""

from __future__ import annotations

from typing import Protocol


class Verb(Protocol):
    """What a person can do: commonly a member of a room's `StrEnum`."""

    @property
    def value(self) -> str:
        """The word under which the act is kept; never reused for something else."""

    @property
    def needs_reason(self) -> bool:
        """Whether the act says nothing without its reason."""
