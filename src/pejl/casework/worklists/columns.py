"""The columns that worklists need beside those of the deadlines: the mark, what is missing, and the order."""

from __future__ import annotations

import datetime as dt
from functools import reduce

import ibis

from pejl.casework.deadlines.exemptions import lasts
from pejl.casework.deadlines.state import State
from pejl.casework.marks import MarkKind
from pejl.casework.worklists.asked import DutyWords, Narrowed, Scope
from pejl.casework.worklists.worklist import Worklist
from pejl.law.duty import Kind

FIRST_STATES = (
    State.AHEAD,
    State.OVERDUE,
    State.LOST,
    State.UNSETTLED,
    State.ENDED,
    State.EXEMPT,
    State.MET_LATE,
    State.MET,
    State.LEFT,
)
"""What can still be saved, then what is still owed, then what can only be learnt from."""

NO_TEAM = "uden team"


def with_marks(rows: ibis.Table, marks: ibis.Table, day: dt.date, known: dt.date) -> ibis.Table:
    """The rows with their marks, and with the state that an exemption that somebody recorded gives them.

    `settled`: nobody needs to do anything for now, because it is done (and no snapshot could know of it yet), or not
    owed. `arranged`: it is booked in time, by the register or by a mark.
    """
    keys = ["person", "duty", "starts"]
    joined = rows.left_join(marks, keys).drop(*(f"{key}_right" for key in keys))
    today, mark = ibis.literal(day), joined.mark
    exempt = (mark == MarkKind.EXEMPT.value) & lasts(joined.mark_until, joined.due, today)
    done = (mark == MarkKind.DONE.value) & (joined.mark_day >= ibis.literal(known))
    booked = (mark == MarkKind.BOOKED.value) & joined.mark_day.between(today, joined.due)
    by_register = joined.booked.notnull() & (joined.booked <= joined.due)
    missing = ibis.greatest(joined.required - joined.done, 0)
    return joined.mutate(
        state=ibis.ifelse(exempt.fill_null(False), State.EXEMPT.value, joined.state),
        exempt=ibis.ifelse(exempt.fill_null(False), joined.mark_reason, joined.exempt),
        settled=(exempt | done).fill_null(False),
        arranged=(booked | by_register).fill_null(False) & (missing <= 1),
        missing=missing,
        days_left=joined.due.delta(today, unit="day"),
        team_key=joined.now_unit.fill_null("") + "/" + joined.now_team.fill_null(NO_TEAM),
    )


def on_list(rows: ibis.Table, worklist: Worklist, day: dt.date, days: int, words: DutyWords) -> ibis.Value:
    """Whether a row of `with_marks` is on the worklist."""
    held = [rows.state.isin([state.value for state in worklist.states])]
    if worklist.running:
        held.append(rows.running)
    if not worklist.settled:
        held.append(~rows.settled)
    if worklist.coming:
        held.append(rows.due.between(ibis.literal(day), ibis.literal(day + dt.timedelta(days=days))))
    if worklist.back:
        held.append(rows.due >= ibis.literal(day - dt.timedelta(days=worklist.back)))
    if worklist.shares:
        held.append(_owed_to_a_share(rows, words))
    if worklist.own and words.of_others:
        held.append(rows.duty.notin(words.of_others))
    return _both(held)


def _owed_to_a_share(rows: ibis.Table, words: DutyWords) -> ibis.Value:
    """Whether the law of the deadline's last day owes it to a share of a group only."""
    found = ibis.literal(False)
    for duty, first, last in words.shares:
        owed = (rows.duty == duty) & (rows.due >= ibis.literal(first))
        found |= owed & (rows.due <= ibis.literal(last)) if last else owed
    return found


def may_see(rows: ibis.Table, scope: Scope, teams: tuple[str, ...]) -> ibis.Value:
    """Whether a row lies within what somebody may see. `teams` are those in which the caseworker works."""
    if scope.everything:
        return ibis.literal(True)
    if not scope.caseworker:
        return ibis.literal(False)
    own = rows.now_caseworker == scope.caseworker
    return (own | rows.team_key.isin(teams) if teams else own).fill_null(False)


def wanted(rows: ibis.Table, narrowed: Narrowed) -> ibis.Value:
    """Whether a row is one of those that are wanted."""
    asked = {
        "team_key": narrowed.team,
        "now_unit": narrowed.unit,
        "now_caseworker": narrowed.caseworker,
        "target_group": narrowed.target_group,
        "duty": narrowed.duty,
        "mark": narrowed.mark.value if narrowed.mark else "",
    }
    held = [(rows[column] == value).fill_null(False) for column, value in asked.items() if value]
    if narrowed.ended:
        held.append((rows.ends == ibis.literal(narrowed.ended)).fill_null(False))
    return _both(held)


def order(rows: ibis.Table, worklist: Worklist) -> list[ibis.Value]:
    """How the rows of a list are sorted; two rows are never equal, so that pages follow each other without a gap."""
    rank = ibis.cases(*((rows.state == state.value, place) for place, state in enumerate(FIRST_STATES)))
    one_thing = rows.kind == Kind.HOURS.value  # what is missing is hours of one offer, and not 37 offers
    a_day_each = (rows.days_left + 1) / ibis.ifelse(one_thing, 1, ibis.greatest(rows.missing, 1))
    saved = ibis.ifelse(rows.state == State.AHEAD.value, a_day_each, rows.days_left)
    latest = [*([rows.ends.desc()] if State.ENDED in worklist.states else []), rows.due.desc()]
    by_day = latest if worklist.back or worklist.states == (State.ENDED,) else [rank, saved, rows.due]
    return [rows.arranged, *by_day, rows.person, rows.duty, rows.starts]


def _both(held: list[ibis.Value]) -> ibis.Value:
    return reduce(lambda one, other: one & other, held, ibis.literal(True))
