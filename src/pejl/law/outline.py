"""A statute as it stands on a day: its rules, amounts and duties, and what of it nobody has confirmed.

It is for people who read the law and for machines that show it. It computes nothing for anybody.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pejl.law.duty import Duty
from pejl.law.given import Given
from pejl.law.law_day import LawOnDay
from pejl.law.parameters import Parameter, Value
from pejl.law.refusals import NotSettled
from pejl.law.rule import InForce
from pejl.law.status import Status
from pejl.law.statute import Statute
from pejl.law.unsettled import Unsettled
from pejl.law.version import Version
from pejl.law.written import written


@dataclass(frozen=True, slots=True)
class RuleOnDay:
    """A version of a rule that is law on the day (for some case). `used`: an answer may rest on it.

    `scenario`: only because the scenario accepts it.
    """

    version: Version
    used: bool
    scenario: bool

    @property
    def name(self) -> str:
        """Its name."""
        return self.version.name

    @property
    def says(self) -> str:
        """Its sentence. (A rule itself answers when it is called, as a page's template would.)"""
        return self.version.rule.says

    @property
    def cites(self) -> str:
        """Its section."""
        return self.version.rule.cites

    @property
    def source(self) -> str:
        """Where it was read."""
        return self.version.rule.source

    @property
    def status(self) -> Status:
        """How sure it is."""
        return self.version.status

    @property
    def force(self) -> InForce:
        """When it is law."""
        return self.version.force


@dataclass(frozen=True, slots=True)
class ParameterOnDay:
    """A parameter that the law has a row for on the day. `written` is its value in Danish, "" where it is missing.

    Where it is not `used`, the value is only told, and `sentence` says why and where to look it up.
    """

    name: str
    danish: str
    written: str
    value: object
    unit: str
    status: Status
    source: str
    since: dt.date
    until: dt.date | None
    used: bool
    scenario: bool
    sentence: str
    look_up: str


@dataclass(frozen=True, slots=True)
class DutyOnDay:
    """A duty that is law on the day."""

    duty: Duty
    used: bool
    scenario: bool


@dataclass(frozen=True, slots=True)
class Open:
    """Something unsettled on the day; `supposed` where the scenario stands in for it."""

    thing: Unsettled
    supposed: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where to look something up, and what."""

    look_up: str
    things: tuple[Open, ...]


@dataclass(frozen=True, slots=True)
class Owed:
    """What is owed to one target group. `word` is the register's word; "" is everyone."""

    word: str
    duties: tuple[DutyOnDay, ...]


@dataclass(frozen=True)
class Outline:
    """All of a statute on one day, as far as it was known."""

    statute: Statute
    law: LawOnDay
    rules: tuple[RuleOnDay, ...]
    parameters: tuple[ParameterOnDay, ...]
    duties: tuple[DutyOnDay, ...]
    unsettled: tuple[Open, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing is known of the day."""
        return not self.rules and not self.duties

    @property
    def places(self) -> tuple[Place, ...]:
        """What is unsettled, by where a person looks it up: those with most to find first."""
        found: dict[str, list[Open]] = {}
        for each in self.unsettled:
            found.setdefault(each.thing.look_up, []).append(each)
        places = (Place(look_up, tuple(things)) for look_up, things in found.items())
        return tuple(sorted(places, key=lambda place: -len(place.things)))

    @property
    def owed(self) -> tuple[Owed, ...]:
        """The duties by whom they are owed to: each target group (or benefit) with its own."""
        found: dict[str, list[DutyOnDay]] = {}
        for each in self.duties:
            for word in each.duty.target_groups or each.duty.benefits or each.duty.rates or ("",):
                found.setdefault(word, []).append(each)
        return tuple(Owed(word, tuple(duties)) for word, duties in found.items())


def outline(statute: Statute, law: LawOnDay) -> Outline:
    """The statute on the day of `law`."""
    return Outline(
        statute,
        law,
        tuple(_rules(statute, law)),
        tuple(_parameters(statute, law)),
        tuple(_duties(statute, law)),
        tuple(Open(each, _supposed(law, each)) for each in law.unsettled(statute.name)),
    )


def askable(statute: Statute, law: LawOnDay) -> tuple[Version, ...]:
    """The rules that one can ask an answer of on the day, each once: those that answer the statute's question first."""
    found: dict[str, Version] = {}
    for each in _rules(statute, law):
        found.setdefault(each.version.name, each.version)
    first = [found[name] for name in statute.answers if name in found]
    return tuple(dict.fromkeys([*first, *found.values()]))


def asked_first(statute: Statute, law: LawOnDay) -> tuple[str, ...]:
    """What is asked where nobody says what: the rules that answer the statute's question, else its first rule."""
    names = [version.name for version in askable(statute, law)]
    return tuple(name for name in statute.answers if name in names) or tuple(names[:1])


def asks_for(law: LawOnDay, wanted: tuple[str, ...]) -> tuple[Given, ...]:
    """The facts that the wanted names may come to rest on, in the order in which the law declares them."""
    needed = law.plan(wanted).facts
    return tuple(given for given in law.book.givens.values() if given in needed)


def _rules(statute: Statute, law: LawOnDay) -> Iterator[RuleOnDay]:
    written_order = {id(rule): place for place, rule in enumerate(statute.rules)}
    versions = [each for each in law.book.versions_of(statute.name) if each.force.covers(law.day, law.known)]
    for version in sorted(versions, key=lambda each: written_order[id(each.rule)]):
        accepted = not version.status.usable and law.accepts(version.name)
        yield RuleOnDay(version.as_known(law.known), version.status.usable or accepted, accepted)


def _duties(statute: Statute, law: LawOnDay) -> Iterator[DutyOnDay]:
    for duty in statute.duties:
        if duty.force.covers(law.day, law.known):
            accepted = not duty.status.usable and law.accepts(duty.name)
            known = replace(duty, force=duty.force.as_known(law.known))
            yield DutyOnDay(known, duty.status.usable or accepted, accepted)


def _parameters(statute: Statute, law: LawOnDay) -> Iterator[ParameterOnDay]:
    for parameter in law.book.parameters_of(statute.name):
        found = law.settled(parameter.name)
        if isinstance(found, Value):
            yield _valued(parameter, found)
        elif isinstance(found, NotSettled):
            yield from _unsettled(parameter, law, str(found))


def _valued(parameter: Parameter, value: Value) -> ParameterOnDay:
    return ParameterOnDay(
        value.name,
        value.danish,
        value.written,
        value.value,
        value.unit,
        value.status,
        value.source,
        value.since,
        value.until,
        used=True,
        scenario=bool(value.scenario),
        sentence="",
        look_up=parameter.look_up,
    )


def _unsettled(parameter: Parameter, law: LawOnDay, sentence: str) -> Iterator[ParameterOnDay]:
    row = parameter.row(law.day, law.known)
    if row is None:
        return
    yield ParameterOnDay(
        parameter.name,
        parameter.danish,
        "" if row.value is None else written(row.value, parameter.unit),
        row.value,
        parameter.unit,
        row.status,
        "" if row.value is None else row.source,
        row.since,
        row.last_day(law.known),
        used=False,
        scenario=False,
        sentence=sentence,
        look_up=parameter.look_up,
    )


def _supposed(law: LawOnDay, thing: Unsettled) -> bool:
    if thing.name in law.book.parameters:
        return isinstance(law.settled(thing.name), Value)
    return law.accepts(thing.name)
