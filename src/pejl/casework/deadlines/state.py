"""How it stands with a deadline on a day."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """The state of one deadline on the day that is judged. Exactly one holds; the value is the table's word.

    The order below is the order in which they are tried: a person who is exempt is not late.
    """

    EXEMPT = "fritaget"
    """Not owed: an exception of the law holds, or a person recorded an exemption with its reason."""
    MET = "opfyldt"
    """Done as often as required, the last time on or before the last day."""
    MET_LATE = "opfyldt_sent"
    """Done, but after the last day, where late counts."""
    UNSETTLED = "uafklaret"
    """Not done; its version of the law ended before its last day, and nobody has confirmed what came after."""
    ENDED = "bortfaldet"
    """Not done, and the duty ended by a change of the law before its last day."""
    LEFT = "afsluttet"
    """Not done, and the person left the target group before the last day: nothing fell due."""
    AHEAD = "venter"
    """Not done yet; the last day is today or later, and it can still be met."""
    LOST = "tabt"
    """It cannot be met any more: the window has closed and later does not count, or fewer days are left than talks."""
    OVERDUE = "overskredet"
    """The last day has passed, and what is owed must still be done."""

    @property
    def danish(self) -> str:
        """The words on the site."""
        return _DANISH[self]

    @property
    def broken(self) -> bool:
        """Whether the law's time was not kept: what an auditor finds."""
        return self in (State.MET_LATE, State.LOST, State.OVERDUE)

    @property
    def open(self) -> bool:
        """Whether there is something to do about it."""
        return self in (State.AHEAD, State.OVERDUE)


_DANISH = {
    State.EXEMPT: "Fritaget",
    State.MET: "Opfyldt til tiden",
    State.MET_LATE: "Opfyldt for sent",
    State.UNSETTLED: "Loven er ikke afklaret",
    State.ENDED: "Bortfaldet",
    State.LEFT: "Afsluttet før fristen",
    State.AHEAD: "Venter",
    State.LOST: "Kan ikke længere nås",
    State.OVERDUE: "Overskredet",
}
