"""What a pointer has come to: what it hits, what it waits for, or by what name it fails.

Every pointer has one of these, and only the record decides which: nothing here depends on the day it is asked.
"""

from __future__ import annotations

from enum import StrEnum


class Resolution(StrEnum):
    """What a reference, a related treatment or an announced stop has come to."""

    ITEM = "item"
    """It hits an open item."""
    CLOSED_ITEM = "closed_item"
    """It hits an item whose content is not public."""
    MEETING = "meeting"
    """It names a meeting and no item, and the meeting is here."""
    WAITING = "waiting"
    """It names a meeting that is not here: "afventer". It will be found when that meeting is imported."""
    WITHDRAWN = "withdrawn"
    """It names a meeting that was here and has been withdrawn. It is found again when that meeting is restored."""
    NO_SUCH_ITEM = "no_such_item"
    """The meeting is here and has no item of that number."""
    NOT_TREATED = "not_treated"
    """An announced stop: the meeting is here, and the case was not on its agenda."""
    NO_DATE = "no_date"
    """It names no day, so no meeting can be found."""


def resolution(
    *, route: bool, dated: bool, numbered: bool, meeting_here: bool, withdrawn: bool, item_here: bool, closed: bool
) -> Resolution:
    """What a pointer has come to, from what it names (`dated`, `numbered`) and what of that is here, or was."""
    if item_here:
        return Resolution.CLOSED_ITEM if closed else Resolution.ITEM
    if not dated:
        return Resolution.NO_DATE
    if not meeting_here:
        return Resolution.WITHDRAWN if withdrawn else Resolution.WAITING
    if route:
        return Resolution.NOT_TREATED
    return Resolution.NO_SUCH_ITEM if numbered else Resolution.MEETING
