"""The Danish words for promises: one place for each label."""

from __future__ import annotations

from pejl.calendar.days import danish_day
from pejl.calendar.numbers import danish_count
from pejl.minutes.promises.promise import PromiseKind, Recurring, Standing
from pejl.record.promises.state import State
from pejl.record.queries.promise_view import PromiseView
from pejl.record.queries.rows import Promise

STATES = {
    State.OVERDUE: "Over tiden",
    State.DUE: "Ventes nu",
    State.COMING: "Kommer",
    State.KEPT: "Holdt",
    State.DROPPED: "Frafaldet",
    State.VOID: "Gælder ikke",
}
MEANINGS = {
    State.OVERDUE: "Tiden er gået, og arkivet har intet punkt, der holder løftet.",
    State.DUE: "Tiden er inde, og løftet er ikke holdt endnu.",
    State.COMING: "Tiden er ikke inde endnu, eller der er ikke sat nogen frist.",
    State.KEPT: "Et punkt på et senere møde holder løftet.",
    State.DROPPED: "En medarbejder har noteret, at løftet ikke bliver holdt, og hvorfor.",
    State.VOID: "Punktet eller indstillingen med løftet blev trukket, udsat eller forkastet, eller er ikke afgjort.",
}
# The design system's badge for each state. The word always stands in the badge: colour only repeats it.
TONES = {
    State.OVERDUE: "badge-error",
    State.DUE: "badge-warning",
    State.COMING: "badge-info",
    State.KEPT: "badge-success",
    State.DROPPED: "pejl-badge-none",
    State.VOID: "pejl-badge-none",
}
KINDS = {
    PromiseKind.STATUS: "Status",
    PromiseKind.EVALUATION: "Evaluering",
    PromiseKind.ACCOUNT: "Redegørelse",
    PromiseKind.THEME_MEETING: "Temamøde",
    PromiseKind.DECISION: "Beslutning",
    PromiseKind.REPORT: "Rapport eller analyse",
    PromiseKind.INFORMATION: "Orientering",
    PromiseKind.PROPOSAL: "Forslag eller plan",
    PromiseKind.OTHER: "Andet",
}
AGAIN = {Recurring.YEARLY: "hvert år", Recurring.HALF_YEARLY: "hvert halve år", Recurring.QUARTERLY: "hvert kvartal"}
FALLEN = {
    Standing.WITHDRAWN: "Punktet blev trukket.",
    Standing.POSTPONED: "Punktet blev udsat.",
    Standing.REJECTED: "Forslaget blev forkastet.",
    Standing.UNDECIDED: "Indstillingen er ikke afgjort endnu.",
}
NO_TIME = "uden frist"


def promise_state_word(view: PromiseView) -> str:
    """The state in words; a keeping that nobody has confirmed is said to be a proposal."""
    word = STATES[view.state]
    if view.state == State.KEPT and view.keeping:
        return f"{word} (bekræftet)" if view.keeping.confirmed else f"{word} (foreslået, ikke bekræftet)"
    return word


def promise_tone(state: str) -> str:
    """The badge class for a state."""
    return TONES[State(state)]


def promise_kind_word(kind: str) -> str:
    """The Danish word for what is promised."""
    return KINDS[PromiseKind(kind)]


def promise_fallen_word(standing: str) -> str:
    """Why a promise does not stand; nothing for one that does."""
    return FALLEN.get(Standing(standing), "")


def promise_days(row: Promise) -> str:
    """The days of a promise: "10. september 2025", "1. januar 2026 – 31. marts 2026", "uden frist"."""
    if row.first is None and row.last is None:
        return NO_TIME
    if row.last is None:
        return f"fra {danish_day(row.first)}" if row.first else NO_TIME
    if row.first is None:
        return f"senest {danish_day(row.last)}"
    return danish_day(row.last) if row.first == row.last else f"{danish_day(row.first)} – {danish_day(row.last)}"


def promise_words(row: Promise) -> str:
    """How the text says the time, where that says more than the days do."""
    if not row.words or (row.first is not None and row.first == row.last):
        return ""
    return row.words


def promise_again_word(row: Promise) -> str:
    """Say how often it comes again, where the text's words do not."""
    if not row.recurring:
        return ""
    word = AGAIN[Recurring(row.recurring)]
    return "" if word in row.words.casefold() else word


def promise_distance(view: PromiseView) -> str:
    """How far a promise is over its time, or from it: "47 dage over tiden", "12 dage tilbage", "om 38 dage"."""
    if view.state == State.OVERDUE:
        return f"{_days(view.days_over)} over tiden"
    if view.state == State.DUE and view.days_left is not None:
        return "sidste dag er i dag" if view.days_left == 0 else f"{_days(view.days_left)} tilbage"
    if view.state == State.COMING and view.row.first:
        return f"om {_days((view.row.first - view.as_of).days)}"
    return ""


def _days(count: int) -> str:
    return danish_count(count, "dag", "dage")
