"""What of a statute is not settled on a day: what a person must look up before it is used without a scenario."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from pejl.law import refusals
from pejl.law.chosen import unsettled_version
from pejl.law.part import Part
from pejl.law.refusals import Refusal
from pejl.law.rulebook import Rulebook
from pejl.law.status import Status


@dataclass(frozen=True, slots=True)
class Unsettled:
    """One thing: a parameter, a rule or a duty.

    `missing` where there is no value at all. `sentence` says what is wrong and where to look it up.
    """

    name: str
    danish: str
    what: Part
    status: Status
    missing: bool
    sentence: str
    look_up: str


def unsettled(book: Rulebook, statute: str, day: dt.date, known: dt.date | None) -> tuple[Unsettled, ...]:
    """Everything of a statute that is unsettled on a day: parameters, then rules, then duties."""
    return (
        *_parameters(book, statute, day, known),
        *_rules(book, statute, day, known),
        *_duties(book, statute, day, known),
    )


def _parameters(book: Rulebook, statute: str, day: dt.date, known: dt.date | None) -> Iterator[Unsettled]:
    needed = _needed(book, day, known)
    for parameter in book.parameters_of(statute):
        row = parameter.row(day, known)
        name, danish = parameter.name, parameter.danish
        if row is None and name in needed:
            missing = refusals.missing_value(name, danish, day, parameter.look_up)
            yield Unsettled(name, danish, Part.PARAMETER, Status.UNCONFIRMED, True, str(missing), parameter.look_up)
        if row is None or (row.status.usable and row.value is not None):
            continue
        look_up = parameter.look_up or row.source
        sentence = (
            refusals.missing_value(name, danish, day, look_up)
            if row.value is None
            else refusals.unsettled_value(name, danish, day, row.status.danish, look_up)
        )
        yield Unsettled(name, danish, Part.PARAMETER, row.status, row.value is None, str(sentence), look_up)


def _needed(book: Rulebook, day: dt.date, known: dt.date | None) -> frozenset[str]:
    """What the rules of the day rest on. An amount without a row is missing only if one of them asks for it."""
    versions = (version for several in book.versions.values() for version in several)
    return frozenset(
        name for version in versions if version.force.covers(day, known) for name in version.text.arguments
    )


def _rules(book: Rulebook, statute: str, day: dt.date, known: dt.date | None) -> Iterator[Unsettled]:
    for version in book.versions_of(statute):
        if not version.status.usable and version.force.covers(day, known):
            says, sentence = version.rule.says, unsettled_version(version, day)
            yield _one(version.name, says, Part.RULE, version.status, sentence, version.rule.source)


def _duties(book: Rulebook, statute: str, day: dt.date, known: dt.date | None) -> Iterator[Unsettled]:
    for duty in book.duties_of(statute):
        if not duty.status.usable and duty.force.covers(day, known):
            sentence = refusals.unsettled_value(duty.name, duty.danish, day, duty.status.danish, duty.source)
            yield _one(duty.name, duty.danish, Part.DUTY, duty.status, sentence, duty.source)


def _one(name: str, danish: str, what: Part, status: Status, sentence: Refusal, look_up: str) -> Unsettled:
    return Unsettled(name, danish, what, status, missing=False, sentence=str(sentence), look_up=look_up)
