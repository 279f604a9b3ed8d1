"""The state of a promise on a day."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum


class State(StrEnum):
    """How it stands with a promise, in the order in which a reader should look.

    `COMING`: its time has not begun, or it has none. `DUE`: its time is now. `OVERDUE`: its time is over, and nothing
    keeps it. `KEPT`: an item keeps it, as a person confirmed or as is proposed. `DROPPED`: a person said, with a
    reason, that it will not be kept. `VOID`: the item or clause that made it was withdrawn, postponed, rejected, or is
    not decided yet.
    """

    OVERDUE = "overdue"
    DUE = "due"
    COMING = "coming"
    KEPT = "kept"
    DROPPED = "dropped"
    VOID = "void"


OPEN = (State.OVERDUE, State.DUE, State.COMING)
"""The states of promises that somebody still waits for."""


def state_on(
    day: dt.date,
    *,
    first: dt.date | None,
    last: dt.date | None,
    stands: bool = True,
    kept_on: dt.date | None = None,
    dropped_on: dt.date | None = None,
) -> State:
    """The state on `day` of a promise for the days from `first` to `last`.

    `kept_on` is the day of the item that keeps it and `dropped_on` the day on which it was dropped; neither counts
    before it comes. A promise without days stays one that is coming.
    """
    if dropped_on is not None and dropped_on <= day:
        return State.DROPPED
    if kept_on is not None and kept_on <= day:
        return State.KEPT
    if not stands:
        return State.VOID
    if last is not None and day > last:
        return State.OVERDUE
    if first is None and last is None:
        return State.COMING
    return State.DUE if first is None or day >= first else State.COMING
