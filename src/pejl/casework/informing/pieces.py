"""The rows of the register within a stretch of days, and whether the topic holds for each by the law of those days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from functools import reduce

import ibis

from pejl.casework.givens import OF_MONTH, OF_PERSON, OF_SICK_LEAVE, OF_SPELL, with_person
from pejl.casework.informing.ahead import (
    BENEFIT,
    RATE,
    RATES,
    WITH_RATES,
    has_rates,
    is_ahead,
    with_expected_rate,
    with_present_benefit,
)
from pejl.casework.informing.stretches import Stretch
from pejl.casework.informing.topic import Topic, TopicKind, duties_of, rules_of
from pejl.law.duty import Duty
from pejl.law.givens import DAY
from pejl.register.snapshot import Snapshot

YES = "ja"
"""The word of what holds and is not one of several."""

COLUMNS = (
    *("person", "spell", "first", "last", "ends", "word", "holds", "lacks"),
    *("unit", "team", "caseworker", "benefit", "target_group"),
)
"""`first` and `last` are the days of the stretch that the row covers; `ends`: the row's own last day is among them.
`word` is what is held, `lacks` the facts that are unknown, by name with a space between."""

_TYPES = {bool: "boolean", int: "int64", float: "float64", str: "string", dt.date: "date"}
_OF_DUTY = {"maalgruppe": "target_groups", "ydelse": "benefits", "udbetalt_sats": "rates"}
"""The facts by which a duty names whom it is for."""


def pieces(snapshot: Snapshot, topic: Topic, stretch: Stretch, known: dt.date) -> ibis.Table:
    """The pieces of a stretch, with `COLUMNS`. An end on `known` or later is no end yet; a beginning after it is none.

    Raises a refusal where the law of the stretch settles nothing, and `NothingKnown` without benefit spells.
    """
    decisive, givens = facts_of(topic, stretch)
    expects = is_ahead(stretch, known) and has_rates(stretch) and RATE in givens
    wanted = givens | (_given_to([RATES], stretch) if expects else set())
    rows = _with_facts(_spells(snapshot, stretch, known), snapshot, stretch, wanted)
    rows = with_expected_rate(rows, stretch) if expects else rows
    rules = rules_of(topic, stretch.law_day)
    rows = stretch.law_day.columns(rows, rules) if rules else rows
    word, holds = _answer(rows, topic, stretch)
    lacking = [ibis.ifelse(rows[name].isnull(), f"{name} ", "") for name in sorted(decisive)]
    lacks = reduce(lambda one, other: one + other, lacking, ibis.literal("")).strip()
    return rows.mutate(word=word, holds=holds, lacks=lacks).select(*COLUMNS)


def _spells(snapshot: Snapshot, stretch: Stretch, known: dt.date) -> ibis.Table:
    spells = snapshot.table("benefit_spells")
    end = ibis.ifelse(spells.end < known, spells.end, ibis.null("date"))
    begun = spells.start <= min(stretch.last, known)
    rows = spells.mutate(
        ended=end,
        first=ibis.greatest(spells.start, ibis.literal(stretch.first)),
        last=ibis.least(end.fill_null(ibis.literal(stretch.last)), ibis.literal(stretch.last)),
        ends=(end <= stretch.last).fill_null(False),
    )
    rows = rows.filter(begun & (rows.ended.isnull() | (rows.ended >= stretch.first)))
    told = {name: given(rows, stretch.first) for name, given in OF_SPELL.items()}
    chosen = rows.select(
        *("person", "first", "last", "ends", "unit", "team", "caseworker", "benefit", "target_group"),
        spell=rows.id,
        **told,
    )
    return with_present_benefit(chosen, stretch)


def facts_of(topic: Topic, stretch: Stretch) -> tuple[set[str], set[str]]:
    """The facts that decide whether it holds, and all that must be told: those of exceptions too, which decide nothing
    where they are unknown."""
    duties = duties_of(topic, stretch.law_day)
    decisive = {fact for fact, words in _OF_DUTY.items() if any(getattr(duty, words) for duty in duties)}
    if topic.kind is TopicKind.DUTY:
        decisive |= _given_to([duty.applies for duty in duties if duty.applies], stretch)
    elif topic.name in stretch.law_day.book.givens:
        decisive.add(topic.name)
    else:
        decisive |= _given_to([topic.name], stretch)
    return decisive, decisive | _given_to(rules_of(topic, stretch.law_day), stretch)


def _given_to(rules: Sequence[str], stretch: Stretch) -> set[str]:
    """What the rules must be told, the day left out."""
    return {given.name for given in stretch.law_day.plan(rules).givens} - {DAY}


def _with_facts(rows: ibis.Table, snapshot: Snapshot, stretch: Stretch, givens: Collection[str]) -> ibis.Table:
    """The rows with a column for each fact; one that the register does not hold is unknown."""
    of_person = [name for name in givens if name in OF_PERSON]
    if of_person and snapshot.holds("persons"):
        rows = with_person(rows, snapshot.table("persons"), of_person, stretch.first)
    if not OF_SICK_LEAVE.keys().isdisjoint(givens) and snapshot.holds("sick_leave_spells"):
        rows = _with_sick_leave(rows, snapshot, stretch)
    if not OF_MONTH.keys().isdisjoint(givens) and snapshot.holds("payments"):
        rows = _with_month(rows, snapshot, stretch)
    kinds = stretch.law_day.book.kinds
    absent = {name: ibis.null(_TYPES[kinds[name]]) for name in givens if name not in rows.columns}
    return rows.mutate(**absent) if absent else rows


def _with_sick_leave(rows: ibis.Table, snapshot: Snapshot, stretch: Stretch) -> ibis.Table:
    """The facts of the sick leave that runs on the piece's first day; of several the one that began last."""
    leaves = snapshot.table("sick_leave_spells")
    told = leaves.select(
        leave_of="person",
        leave_from="first_day",
        leave_to="last_day",
        leave="id",
        **{name: given(leaves, stretch.first) for name, given in OF_SICK_LEAVE.items()},
    )
    runs = [
        rows.person == told.leave_of,
        told.leave_from <= rows.first,
        told.leave_to.isnull() | (told.leave_to >= rows.first),
    ]
    joined = rows.left_join(told, runs)
    latest = ibis.window(group_by=[joined.spell], order_by=[joined.leave_from.desc(nulls_first=False), joined.leave])
    ranked = joined.mutate(place=ibis.row_number().over(latest))
    return ranked.filter(ranked.place == 0).drop("place", "leave_of", "leave_from", "leave_to", "leave")


def _with_month(rows: ibis.Table, snapshot: Snapshot, stretch: Stretch) -> ibis.Table:
    """What was paid for the stretch's month of the same benefit."""
    payments = snapshot.table("payments")
    own = payments.filter(payments.month == stretch.first.replace(day=1))
    told = own.select(
        paid_to="person",
        paid="benefit",
        **{name: given(own, stretch.first) for name, given in OF_MONTH.items()},
    )
    joined = rows.left_join(told, [rows.person == told.paid_to, rows.ydelse == told.paid])
    return joined.drop("paid_to", "paid")


def _answer(rows: ibis.Table, topic: Topic, stretch: Stretch) -> tuple[ibis.Value, ibis.Value]:
    """What is held, and whether anything is; both empty where that is unknown."""
    if topic.kind is TopicKind.DUTY:
        holds = _owed(rows, duties_of(topic, stretch.law_day))
    elif topic.kind is TopicKind.RULE:
        holds = rows[topic.name]
    elif topic.word:
        holds = rows[topic.name] == topic.word
    else:
        word = rows[topic.name]
        holds = ibis.ifelse(word.isnull(), ibis.null("boolean"), ibis.literal(True))
        return word, _none_at_all(rows, topic, stretch, holds)
    return ibis.literal(YES), _none_at_all(rows, topic, stretch, holds)


def _none_at_all(rows: ibis.Table, topic: Topic, stretch: Stretch, holds: ibis.Value) -> ibis.Value:
    """An empty rate is no unknown where there are none: for other benefits than kontanthjælp, and before the rates."""
    if topic.name != RATE:
        return holds
    has_rate = rows[BENEFIT] == WITH_RATES if has_rates(stretch) else ibis.literal(False)
    return ibis.ifelse(rows[RATE].isnull() & ~has_rate.fill_null(False), ibis.literal(False), holds)


def _owed(rows: ibis.Table, duties: Sequence[Duty]) -> ibis.Value:
    """Whether any version of the duty is owed. An exception that nobody can tell of exempts nobody."""
    return ibis.or_(*(_owed_by(rows, duty) for duty in duties))


def _owed_by(rows: ibis.Table, duty: Duty) -> ibis.Value:
    parts = [rows[fact].isin(getattr(duty, words)) for fact, words in _OF_DUTY.items() if getattr(duty, words)]
    if duty.force.cases_from:
        parts.append(rows.case_start >= duty.force.cases_from)
    if duty.force.cases_until:
        parts.append(rows.case_start <= duty.force.cases_until)
    if duty.applies:
        parts.append(rows[duty.applies])
    parts += [~rows[each.rule].fill_null(False) for each in duty.exceptions if each.rule]
    return ibis.and_(*parts) if parts else ibis.literal(True)
