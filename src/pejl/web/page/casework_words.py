"""The Danish words for what worklists show: target groups, teams, marks, and how a deadline stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pejl import when_used
from pejl.calendar.days import short_day
from pejl.casework.deadlines.state import State

if TYPE_CHECKING:
    from pejl.casework.worklists.row import Row
    from pejl.register.contract import codes
else:
    codes = when_used.module("pejl.register.contract.codes")

# The design system's badge for each state. The word always stands in the badge: colour only repeats it.
TONES = {
    State.AHEAD: "badge-info",
    State.OVERDUE: "badge-error",
    State.LOST: "badge-error",
    State.MET_LATE: "badge-warning",
    State.MET: "badge-success",
    State.UNSETTLED: "badge-warning",
    State.ENDED: "pejl-badge-none",
    State.EXEMPT: "pejl-badge-none",
    State.LEFT: "pejl-badge-none",
}


def deadline_tone(state: State) -> str:
    """The badge class for how a deadline stands."""
    return TONES[state]


def target_group_word(word: str | None) -> str:
    """A target group in short, without its section and its meaning; its own word where the contract has none."""
    return codes.TARGET_GROUPS.get(word or "", word or "").partition(" (")[0].partition(":")[0]


def team_word(key: str) -> str:
    """A team with its unit, "Team Nord (Jobcenter)", from the key that holds both."""
    unit, _, team = key.partition("/")
    return f"{team} ({unit})" if unit else team


def mark_word(row: Row) -> str:
    """What the mark at a row says: "Booket 03.04.2026", "Fritaget til 30.06.2026"; "" where there is none."""
    if row.mark is None:
        return ""
    day = f" {short_day(row.mark_day)}" if row.mark_day else ""
    until = f" til {short_day(row.mark_until)}" if row.mark_until else ""
    return f"{row.mark.danish}{day}{until}"


def mark_told(row: Row) -> str:
    """Who made the mark and when: "Lise, 31.03.2026"."""
    return f"{row.mark_who}, {short_day(row.mark_at)}" if row.mark and row.mark_at else ""
