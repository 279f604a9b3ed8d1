"""Whom a topic newly touches from a day: who comes under a rule, a duty or a group, and did not the day before.

A person is touched on a day when the law of that day holds for a benefit spell of theirs that runs then. Newly touched
from a day is who is touched on it or on a day after it, and was not the day before: because the law came, or because
their facts changed since. What cannot be told, for want of a fact, is told apart with what is wanting, and never left
out.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import ibis

from pejl.casework.informing.pieces import pieces
from pejl.casework.informing.stretches import ONE, Stretch, law_on, stretches
from pejl.casework.informing.topic import Topic, is_law, no_duty
from pejl.law.refusals import Refusal
from pejl.register.snapshot import Snapshot


class Touch(StrEnum):
    """How a topic stands to a person from a day."""

    NEW = "ny"
    """It holds, and did not the day before."""
    BEFORE = "foer"
    """It holds, and did the day before too."""
    UNDECIDED = "ukendt"
    """Facts are wanting."""
    NOT = "nej"
    """It holds on no day."""


COLUMNS = (
    *("person", "touch", "since", "until", "word", "lacks"),
    *("unit", "team", "caseworker", "benefit", "target_group"),
)
"""`since` is the first day on which it newly holds, `until` the last, empty where it still does. `lacks` names the
facts that are wanting. Unit, team and caseworker are those of the latest row."""


def newly_touched(
    snapshot: Snapshot, topic: Topic, from_day: dt.date, on_day: dt.date, *, scenario: str = ""
) -> ibis.Table:
    """Everyone newly touched from a day, as of another, and those of whom it cannot be told; columns are `COLUMNS`.

    `on_day` is the day up to which it is known and asked; where it lies before `from_day`, who will be touched then,
    as far as is known. Raises a refusal where the law of the day does not settle it, and `NothingKnown` without spells.
    """
    rows = touched(snapshot, topic, from_day, on_day, scenario=scenario)
    return rows.filter(rows.touch.isin([Touch.NEW.value, Touch.UNDECIDED.value]))


def touched(snapshot: Snapshot, topic: Topic, from_day: dt.date, on_day: dt.date, *, scenario: str = "") -> ibis.Table:
    """One row for everyone with a benefit spell from the day on, however it stands; columns are `COLUMNS`."""
    last = max(from_day, on_day)
    found = list(stretches(topic, from_day, last, scenario))
    _see_it_is_law(topic, found[0])
    asked = [pieces(snapshot, topic, each, on_day) for each in found if is_law(topic, each.law_day)]
    rows = asked[0].union(*asked[1:], distinct=False) if len(asked) > 1 else asked[0]
    return _by_person(_against(rows, _eve(snapshot, topic, from_day - ONE, on_day, scenario)), last)


def _see_it_is_law(topic: Topic, first: Stretch) -> None:
    """Raise where nobody can come under it, since the law of the first day has nothing of it."""
    if is_law(topic, first.law_day):
        return
    if topic.name in first.law_day.book.versions:
        found = first.law_day.settled(topic.name)
        if isinstance(found, Refusal):
            raise found
    raise no_duty(topic, first.law_day)


def _eve(snapshot: Snapshot, topic: Topic, day: dt.date, known: dt.date, scenario: str) -> ibis.Table | None:
    """How it stood the day before; None where the law had nothing of it."""
    eve = Stretch(day, day, law_on(day, scenario))
    return pieces(snapshot, topic, eve, known) if is_law(topic, eve.law_day) else None


def _against(rows: ibis.Table, eve: ibis.Table | None) -> ibis.Table:
    """The pieces with `was`: whether the same held the day before, and `unsure`: what was wanting to tell it then."""
    if eve is None:
        return rows.mutate(was=ibis.literal(False), unsure=ibis.null("string"))
    held = eve.filter(eve.holds).select(held_by="person", held="word").distinct()
    wanting = eve.filter(eve.holds.isnull()).group_by("person").aggregate(unsure=lambda each: each.lacks.max())
    wanting = wanting.rename(wanting_of="person")
    joined = rows.left_join(held, [rows.person == held.held_by, rows.word == held.held])
    joined = joined.mutate(was=joined.held_by.notnull()).drop("held_by", "held")
    return joined.left_join(wanting, joined.person == wanting.wanting_of).drop("wanting_of")


def _by_person(rows: ibis.Table, last: dt.date) -> ibis.Table:
    told = rows.mutate(
        new=rows.holds.fill_null(False) & ~rows.was & rows.unsure.isnull(),
        before=rows.holds.fill_null(False) & rows.was,
        unknown=~rows.was & (rows.holds.isnull() | (rows.holds & rows.unsure.notnull())),
    )
    order = told["first"]
    each = told.group_by("person").aggregate(
        is_new=told.new.any(),
        is_before=told.before.any(),
        is_unknown=told.unknown.any(),
        since=order.min(where=told.new),
        end=told["last"].max(where=told.new),
        goes_on=(told.new & (told["last"] == ibis.literal(last)) & ~told.ends).any(),
        word=told.word.argmin(order, where=told.new),
        lacks=ibis.coalesce(told.lacks, told.unsure).max(where=told.unknown & (told.lacks != "")),
        unsure=told.unsure.max(where=told.unknown),
        **{name: told[name].argmax(order) for name in ("unit", "team", "caseworker", "benefit", "target_group")},
    )
    touch = ibis.cases(
        (each.is_new, Touch.NEW.value),
        (each.is_unknown & ~each.is_before, Touch.UNDECIDED.value),
        (each.is_before, Touch.BEFORE.value),
        else_=Touch.NOT.value,
    )
    return each.mutate(
        touch=touch,
        until=ibis.ifelse(each.goes_on, ibis.null("date"), each.end),
        lacks=ibis.ifelse(touch == Touch.UNDECIDED.value, ibis.coalesce(each.lacks, each.unsure, ""), ""),
    ).select(*COLUMNS)
