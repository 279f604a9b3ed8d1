"""Who was told: the letters of a topic held against whom it touches, one row for each person, in exactly one state.

A letter counts for a person who is newly touched when it is a notice, its text is right for the day on which it takes
effect for them, and it was sent at most half a year before that day. What was written elsewhere has no text here: it
counts, and nobody has held it against the law.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import ibis
import pyarrow as pa

from pejl.casework.informing.letter import LetterKind
from pejl.casework.informing.state import State
from pejl.casework.informing.topic import Topic
from pejl.casework.informing.touched import Touch, touched
from pejl.register.snapshot import Snapshot

LONGEST_AHEAD = dt.timedelta(days=183)
"""How long before it takes effect somebody can have been told of it. A letter from before is of another time."""

COLUMNS = (
    *("person", "state", "touch", "since", "until", "word", "lacks", "letters", "first_sent", "last_sent"),
    *("wrong_sent", "corrected", "has_benefit", "unit", "team", "caseworker", "benefit", "target_group"),
)
"""`letters` is how many count, `first_sent` and `last_sent` their days; `wrong_sent` the day of the last notice that
does not count, `corrected` that of the last correction. `has_benefit`: a benefit spell runs on or after the day."""


@dataclass(frozen=True)
class Question:
    """Who is told of a topic that begins on a day, as of another. `within`: so many days after it took effect is in
    time."""

    topic: Topic
    from_day: dt.date
    on_day: dt.date
    within: int = 0
    scenario: str = ""


def today_of(snapshot: Snapshot, today: dt.date) -> dt.date:
    """The day that is meant where none is named: letters are known up to today, the register up to its last day."""
    return max(today, snapshot.known)


def told(snapshot: Snapshot, question: Question, letters: pa.Table) -> ibis.Table:
    """Everyone whom the topic newly touches, of whom it cannot be told, or who got a letter about it; `COLUMNS`.

    `letters` are those of the topic (`letter.SCHEMA`); what was sent after the day is not known yet. Raises as
    `newly_touched` does.
    """
    asked = question
    rows = touched(snapshot, asked.topic, asked.from_day, asked.on_day, scenario=asked.scenario)
    sent = _of_time(letters, asked)
    judged = _judged(sent, rows)
    each = _by_person(judged)
    both = rows.outer_join(each, rows.person == each.letters_to)
    both = both.mutate(
        person=ibis.coalesce(both.person, both.letters_to),
        has_benefit=both.person.notnull(),
        touch=both.touch.fill_null(Touch.NOT.value),
        letters=both.letters.fill_null(0),
    )
    elsewhere = _on_benefit_when_sent(snapshot, sent, asked)
    both = both.left_join(elsewhere, both.person == elsewhere.had_benefit)
    return both.mutate(state=_state(both, asked)).filter(lambda row: row.state.notnull()).select(*COLUMNS)


def _of_time(letters: pa.Table, asked: Question) -> ibis.Table:
    """The letters that were sent by the day, and not so long ago that they are about something else."""
    sent = ibis.memtable(letters)
    return sent.filter((sent.sent <= asked.on_day) & (sent.sent >= asked.from_day - LONGEST_AHEAD))


def _judged(sent: ibis.Table, rows: ibis.Table) -> ibis.Table:
    """Each letter with whether it counts (`counts`), misleads (`wrong`) or puts right (`corrects`)."""
    own = rows.select(
        touches="person", effect=ibis.ifelse(rows.touch == Touch.NEW.value, rows.since, ibis.null("date"))
    )
    joined = sent.left_join(own, sent.person == own.touches)
    notice = joined.kind == LetterKind.NOTICE.value
    in_time = joined.effect.isnull() | (joined.effect.delta(joined.sent, unit="day") <= LONGEST_AHEAD.days)
    fits = (
        joined.effect.notnull()
        & (joined.right_from.isnull() | (joined.right_from <= joined.effect))
        & (joined.right_until.isnull() | (joined.effect <= joined.right_until))
    )
    return joined.mutate(
        counts=notice & in_time & fits,
        wrong=notice & in_time & ~fits,
        corrects=joined.kind == LetterKind.CORRECTION.value,
    )


def _by_person(judged: ibis.Table) -> ibis.Table:
    return judged.group_by(letters_to="person").aggregate(
        letters=judged.counts.cast("int64").sum(),
        first_sent=judged.sent.min(where=judged.counts),
        last_sent=judged.sent.max(where=judged.counts),
        wrong_sent=judged.sent.max(where=judged.wrong),
        corrected=judged.sent.max(where=judged.corrects),
    )


def _on_benefit_when_sent(snapshot: Snapshot, sent: ibis.Table, asked: Question) -> ibis.Table:
    """Who was on a benefit on the day of a letter that was sent ahead, so that one could expect it to be needed."""
    spells = snapshot.table("benefit_spells").select(runs_for="person", runs_from="start", runs_to="end")
    ahead = sent.filter(sent.sent < asked.from_day)
    runs = [
        ahead.person == spells.runs_for,
        spells.runs_from <= ahead.sent,
        spells.runs_to.isnull() | (spells.runs_to >= ahead.sent),
    ]
    return ahead.inner_join(spells, runs).select(had_benefit="person").distinct()


def _state(row: ibis.Table, asked: Question) -> ibis.Value:
    new = row.touch == Touch.NEW.value
    counts, misled = row.letters > 0, row.wrong_sent.notnull()
    any_letter = counts | misled | row.corrected.notnull()
    denied = row.corrected.notnull() & ~(row.last_sent >= row.corrected).fill_null(False)
    denied_after = denied & ~(row.wrong_sent > row.corrected).fill_null(False)
    put_right = (row.corrected >= row.wrong_sent).fill_null(False)
    in_time = row.since.delta(row.first_sent, unit="day") >= -asked.within
    gone_first = ~row.has_benefit & row.had_benefit.notnull() & (row.wrong_sent < asked.from_day)
    return ibis.cases(
        (new & denied, State.WRONGLY.value),
        (new & counts & in_time, State.TOLD.value),
        (new & counts, State.LATE.value),
        (new & misled & ~put_right, State.WRONGLY.value),
        (new, State.MISSED.value),
        (row.touch == Touch.UNDECIDED.value, State.UNDECIDED.value),
        ((row.touch == Touch.BEFORE.value) & denied_after, State.WRONGLY.value),
        ((row.touch == Touch.BEFORE.value) & any_letter, State.NEEDLESS.value),
        (misled & put_right, State.CORRECTED.value),
        (misled & gone_first, State.NEEDLESS.value),
        (misled, State.WRONGLY.value),
        (any_letter, State.NEEDLESS.value),
        else_=ibis.null("string"),
    )
