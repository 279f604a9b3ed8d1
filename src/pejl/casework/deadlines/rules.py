"""What the law's rules say of each row: whether a duty applies to it, and which exception holds.

A rule is asked as of the judged day, or of the nearest day on which the version of the duty is law. What a rule cannot
tell, because the register does not hold a fact, exempts nobody and sets no deadline.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import ibis

from pejl.casework.deadlines.asked import Asked
from pejl.casework.deadlines.spans import by_version
from pejl.casework.deadlines.versions import Version
from pejl.casework.givens import OF_PERSON, Told, with_person
from pejl.law.duty import Exempt
from pejl.law.law_day import LawOnDay

_BEFORE = "given__"
"""Before the givens' columns, which may be called as columns of the register are."""

Question = tuple[str, dt.date]
"""A rule's name, and the day of the law that is asked."""


def with_answers(rows: ibis.Table, versions: Sequence[Version], asked: Asked, told: Mapping[str, Told]) -> ibis.Table:
    """The rows with a column for each rule that a version asks; `told` says what of the givens the rows hold."""
    questions = _questions(versions, asked)
    if not questions:
        return rows
    days = dict.fromkeys(day for _, day in questions)
    for day in days:
        wanted = [rule for rule, of in questions if of == day]
        rows = answered(rows, _law(asked, day), wanted, asked, told)
    return rows


def exempted(rows: ibis.Table, versions: Sequence[Version], asked: Asked) -> ibis.Table:
    """The rows of those to whom their duty applies, with `exempt`: the name of the first exception that holds."""
    if not _questions(versions, asked):
        return rows.mutate(exempt=ibis.null("string"))
    applies = by_version(
        rows.version,
        [(version.duty.applies, _day(version, asked)) for version in versions],
        lambda at: rows[answer(at)] if at[0] else ibis.literal(True),
        "boolean",
    )
    own = rows.filter(applies.fill_null(False))
    exceptions = [
        tuple((each, _day(version, asked)) for each in version.duty.exceptions if each.rule) for version in versions
    ]
    return own.mutate(exempt=by_version(own.version, exceptions, lambda each: _first(own, each), "string"))


def _first(rows: ibis.Table, exceptions: Sequence[tuple[Exempt, dt.date]]) -> ibis.Value | None:
    if not exceptions:
        return None
    return ibis.cases(*((rows[answer((each.rule, day))], ibis.literal(each.name)) for each, day in exceptions))


def answered(
    rows: ibis.Table, law_day: LawOnDay, wanted: Sequence[str], asked: Asked, told: Mapping[str, Told]
) -> ibis.Table:
    """The rows with the rules' answers as the law of one day gives them, in columns that `answer` names."""
    givens = [given.name for given in law_day.plan(wanted).givens]
    own = {_BEFORE + name: told[name](rows, law_day.day) for name in givens if name in told}
    given = rows.mutate(**own)
    of_person = [name for name in givens if name in OF_PERSON]
    if of_person and asked.holds("persons"):
        given = with_person(given, asked.table("persons"), of_person, law_day.day)
        given = given.rename({_BEFORE + name: name for name in of_person})
    columns = {name: _BEFORE + name for name in givens if _BEFORE + name in given.columns}
    missing = {name: _BEFORE + name for name in givens} | columns
    answered = law_day.columns(given, wanted, missing, unsettled="unknown")
    named = answered.rename({answer((rule, law_day.day)): rule for rule in wanted})
    return named.drop(*columns.values())


def _questions(versions: Sequence[Version], asked: Asked) -> list[Question]:
    return list(
        dict.fromkeys(
            (rule, _day(version, asked))
            for version in versions
            for rule in (version.duty.applies, *(each.rule for each in version.duty.exceptions))
            if rule
        )
    )


def _day(version: Version, asked: Asked) -> dt.date:
    """The judged day, or the nearest on which the version is law."""
    day = max(asked.day, version.duty.force.since)
    return min(day, version.until) if version.until else day


def _law(asked: Asked, day: dt.date) -> LawOnDay:
    law_day = asked.law_day
    return law_day if day == law_day.day else LawOnDay(law_day.book, day, law_day.known, law_day.scenario)


def answer(question: Question) -> str:
    """The column that holds the answer."""
    rule, day = question
    return f"rule__{rule}__{day:%Y%m%d}"
