"""The verbs of the acts that people record: what can be done to the record, and what each means."""

from __future__ import annotations

from enum import StrEnum


class Verb(StrEnum):
    """What was done. Each verb undoes, or is undone by, the one named beside it."""

    KEEP_PROMISE = "keep_promise"
    """A person confirmed that an item keeps a promise. Undone by `REOPEN_PROMISE`."""
    DROP_PROMISE = "drop_promise"
    """A person said that a promise will not be kept, with the reason. Undone by `REOPEN_PROMISE`."""
    REOPEN_PROMISE = "reopen_promise"
    """A person took back a confirmation or a drop."""
    RETRACT = "retract"
    """A published file was withdrawn: it is hidden everywhere, and the act stays. Undone by `RESTORE`."""
    RESTORE = "restore"
    """A withdrawn file was published again."""

    @property
    def needs_reason(self) -> bool:
        """Whether the act says nothing without its reason."""
        return self in (Verb.DROP_PROMISE, Verb.RETRACT)
