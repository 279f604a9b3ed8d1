"""The law for one person: the rules' own functions where all is known, Kleene's logic over their texts where not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pejl.law import refusals
from pejl.law.answer import Answer
from pejl.law.chosen import Chosen
from pejl.law.given import LARGEST, Given
from pejl.law.givens import CASE_START, DAY
from pejl.law.kinds import as_kind
from pejl.law.kleene import UNKNOWN, Unknown, evaluate
from pejl.law.parameters import Value
from pejl.law.plan import Plan
from pejl.law.refusals import Refusal
from pejl.law.version import Version

if TYPE_CHECKING:
    from pejl.law.law_day import LawOnDay

EARLIEST, LATEST = dt.date(1800, 1, 1), dt.date(2200, 12, 31)
"""Days outside these are slips of the pen, and arithmetic with them could leave the calendar."""


def answer(law: LawOnDay, given: Mapping[str, object], wanted: tuple[str, ...]) -> Answer:
    """The wanted values; the refusal where one of them rests on what the law does not settle or was not told."""
    plan, values, used = _reached(law, given, wanted)
    answers = {name: _outcome(values[name]) for name in wanted}
    for found in answers.values():
        if isinstance(found, Refusal):
            raise found
    return Answer(plan, answers, values, used)


def outcomes(law: LawOnDay, given: Mapping[str, object], wanted: tuple[str, ...]) -> dict[str, Any]:
    """Each wanted name by itself: its value, None where it is unknown, or its refusal."""
    _, values, _ = _reached(law, given, wanted)
    return {name: _outcome(values[name]) for name in wanted}


def _reached(
    law: LawOnDay, given: Mapping[str, object], wanted: tuple[str, ...]
) -> tuple[Plan, dict[str, Any], dict[str, Version]]:
    """All that the wanted names rest on, and which version of each rule was used."""
    unasked = given.keys() - law.book.givens.keys()
    if unasked:
        raise refusals.not_asked(min(unasked))
    plan = law.plan(wanted)
    values: dict[str, Any] = {}
    used: dict[str, Version] = {}
    for name in plan.order:
        found = plan.names[name]
        if isinstance(found, Chosen):
            values[name] = _ruled(found, values, used)
        elif isinstance(found, Value):
            values[name] = found.value
        elif isinstance(found, Given):
            values[name] = _given(law, found, given)
        else:
            values[name] = Unknown(found)
    return plan, values, used


def _outcome(found: Any) -> Any:
    return found.refusal if isinstance(found, Unknown) else found


def _ruled(chosen: Chosen, values: Mapping[str, Any], used: dict[str, Version]) -> Any:
    """What a rule answers, from what it rests on."""
    start = values[CASE_START] if chosen.by_case else None
    if isinstance(start, Unknown):
        if start.refusal is not None:
            return start
        start = None
    version = chosen.version(start)
    if isinstance(version, Refusal):
        return Unknown(version)
    used[chosen.name] = version
    return as_kind(_found(version, values), version.text.kind)


def _found(version: Version, values: Mapping[str, Any]) -> Any:
    arguments = [values[name] for name in version.text.arguments]
    if any(isinstance(value, Unknown) for value in arguments):
        return evaluate(version.text.tree, values)
    try:
        found = version.function(*arguments)
    except (ZeroDivisionError, TypeError):
        # A division by nought, or a local name that came to nothing: unknown is a matter of the text, not of Python.
        return evaluate(version.text.tree, values)
    return UNKNOWN if found is None else found


def _given(law: LawOnDay, asked: Given, given: Mapping[str, object]) -> Any:
    if asked.name == DAY:
        if given.get(DAY, law.day) != law.day:
            raise refusals.wrong_given(asked, str(given[DAY]))
        return law.day
    if asked.name not in given:
        return Unknown(refusals.not_given(asked))
    value = given[asked.name]
    return UNKNOWN if value is None else checked(asked, value)


def checked(asked: Given, value: object) -> object:
    """The value, if what is asked can have it."""
    kind, found = asked.kind, type(value)
    if kind is float and found is int:
        return float(value)  # type: ignore[arg-type]
    if found is not kind or (asked.words and value not in asked.words):
        raise refusals.wrong_given(asked, str(value))
    if kind is float and not abs(value) < LARGEST:  # type: ignore[arg-type]
        raise refusals.wrong_given(asked, str(value))
    if kind is dt.date and not EARLIEST <= value <= LATEST:  # type: ignore[operator]
        raise refusals.wrong_given(asked, str(value))
    return value
