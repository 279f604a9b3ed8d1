"""A rate built of groups that the text counts: "144 stadfæstet, 12 ændret og 8 hjemvist ... omgørelsesprocenten er 15".

Two forms are read. What became of complaints is known by its own words. Other groups are those that a sentence lists as
parts of a whole; a percentage in it, or in the next, is of the groups that it names ("i job eller uddannelse").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from pejl.minutes.checks.flag import Certainty, Flag
from pejl.minutes.checks.share import topics
from pejl.minutes.checks.share.bounds import Bounds, exactly, percent_of
from pejl.minutes.checks.share.figures import Kind
from pejl.minutes.checks.share.flags import Judged, misfit, number_text, stated_text
from pejl.minutes.checks.share.labels import (
    CHANGED,
    DISMISSED,
    KEPT,
    RETURNED,
    REVERSALS,
    REVERSED,
    Labels,
    another_count_between,
    labels,
    outcomes,
)
from pejl.minutes.checks.share.reading import Reading
from pejl.minutes.checks.share.scope import clause_of, has_its_rest_beside, names_other_cases, said_before
from pejl.minutes.checks.share.wholes import tail, whole_of

RULE = "share-rate"
_ALL_REVERSED = (frozenset({CHANGED, RETURNED}), frozenset({REVERSED}), REVERSALS)
_RATES = re.compile(r"\b\w{0,40}procent\w{0,4}\b", re.IGNORECASE)
_CHANGES = re.compile(r"\b(?:fra|til)\s\Z")
_TIME_REACH = 15
_REACH = 6
"""Sentences and entries after a list of outcomes in which a rate is taken to be of that list."""


@dataclass(frozen=True)
class Outcomes:
    """A list of what became of complaints: each group's place and labels, and the places where a whole is stated."""

    groups: dict[int, Labels]
    wholes: tuple[int, ...]

    @property
    def last(self) -> int:
        """Where the list ends."""
        return max(self.groups)


@dataclass(frozen=True, slots=True)
class Rate:
    """One way to reckon a rate: the sum of the groups at `parts` as a part of `whole`."""

    parts: tuple[int, ...]
    whole: Fraction
    bounds: Bounds

    def value(self, reading: Reading) -> Fraction:
        """The rate that the printed figures come to, in hundredths."""
        return 100 * sum((reading.figures[part].value for part in self.parts), Fraction(0)) / self.whole


def stated_rates(reading: Reading, judged: frozenset[int]) -> Iterator[Judged]:
    """The rates of what became of complaints, those left out that are `judged` already."""
    lists = list(outcome_lists(reading))
    named = labels(reading, Kind.PERCENT, outcomes)
    for at, asked in named.items():
        mine = [one for one in lists if _is_near(reading, one, at)]
        if at in judged or not is_own(reading, at):
            continue
        if not mine and asked == {REVERSED} and (one := _of_percents(reading, named, at)):
            yield one
        rates = [rate for one in mine for rate in rates_of(reading, one, asked)]
        stated = reading.figures[at]
        if not rates:
            continue
        fits = any(rate.bounds.meets(stated.bounds) for rate in rates)
        nearest = next(rates_of(reading, mine[-1], asked), rates[-1])
        yield Judged(frozenset({at}), None if fits else _flag(reading, at, nearest))


def _of_percents(reading: Reading, named: dict[int, Labels], at: int) -> Judged | None:
    """The rate of reversal where what it is made of is told in hundredths, in the sentence before or in its own."""
    near = [one for one in named if one < at and reading.stops_between(one, at) <= 1 and is_own(reading, one)]
    parts = [one for one in near if named[one] <= REVERSALS - {REVERSED}]
    kinds = [named[one] for one in parts]
    if len(parts) < 2 or any(one & other for place, one in enumerate(kinds) for other in kinds[:place]):
        return None
    if frozenset[str]().union(*kinds) != REVERSALS - {REVERSED}:
        return None
    stated, total = reading.figures[at], _sum(reading, tuple(parts))
    kept = [one for one in near if named[one] == {KEPT}]
    if total.meets(stated.bounds) or any(reading.figures[one].bounds.complement().meets(stated.bounds) for one in kept):
        return Judged(frozenset({at}))
    value = sum((reading.figures[one].value for one in parts), Fraction(0))
    told = " + ".join(stated_text(reading.figures[one]) for one in parts)
    lines = reading.lines((*parts, at))
    return Judged(frozenset({at}), misfit(RULE, told, value, stated, lines, Certainty.LIKELY))


def outcome_lists(reading: Reading) -> Iterator[Outcomes]:
    """The lists of outcomes: groups that were kept and reversed, or the reversed of a stated whole; no label twice."""
    named = labels(reading, Kind.COUNT, _outcomes_counted)
    groups: dict[int, Labels] = {}
    for at, found in sorted(named.items()):
        if _CHANGES.search(reading.before(at)):
            continue
        used = frozenset[str]().union(*groups.values())
        if groups and (found & used or reading.stops_between(max(groups), at) > 2):
            yield from _whole_list(reading, groups)
            groups = {}
        if KEPT in found and found & REVERSALS:
            continue
        groups[at] = found
    yield from _whole_list(reading, groups)


def _outcomes_counted(text: str) -> Labels:
    """What a count says became of complaints; the word for the rate is none of it ("omgørelsesprocenten var")."""
    return outcomes(_RATES.sub(" ", text))


def _whole_list(reading: Reading, groups: dict[int, Labels]) -> Iterator[Outcomes]:
    if not groups:
        return
    used = frozenset[str]().union(*groups.values())
    first = min(groups)
    own = {found.at for at in groups if (found := whole_of(reading, at)) is not None}
    if own & set(groups):
        return
    if not used & REVERSALS or (KEPT not in used and not (own and used & REVERSALS in _ALL_REVERSED)):
        return
    largest = max(reading.figures[at].value for at in groups)
    if any(reading.figures[at].value < largest for at in own):
        return
    wholes = [
        at
        for at in range(max(0, first - 3), first)
        if reading.figures[at].kind is Kind.COUNT
        and reading.figures[at].value >= largest
        and reading.stops_between(at, first) <= 2
    ]
    yield Outcomes(groups, tuple(dict.fromkeys((*own, *wholes))))


def _is_near(reading: Reading, one: Outcomes, at: int) -> bool:
    """Whether a percentage is soon after a list or in it, with no other count in between that it may be of."""
    after = min(one.groups) < at and reading.stops_between(one.last, at) <= _REACH
    return after and not another_count_between(reading, one.last, at)


def is_own(reading: Reading, at: int) -> bool:
    """Whether the rate is this list's and not another year's or another place's, as far as its sentence tells."""
    spoken = f"{reading.sentence_before(at)} {tail(reading, at).partition(' mod ')[0]}"
    elsewhere = topics.speaks_of_other_case(spoken) or topics.speaks_of_all(f"{clause_of(reading, at)} {spoken}")
    elsewhere = elsewhere or topics.speaks_of_part_of_year(f"{spoken} {reading.after(at)[:_TIME_REACH]}")
    elsewhere = (
        elsewhere or has_its_rest_beside(reading, at) or names_other_cases(reading, at, said_before(reading, at))
    )
    return not (
        topics.compares(reading.after(at)) or elsewhere or topics.speaks_of_change(spoken) or topics.years(spoken)
    )


def rates_of(reading: Reading, one: Outcomes, asked: Labels) -> Iterator[Rate]:
    """The rate that the labels ask for, of each whole that it may be of: as stated, or as the groups add up to."""
    wanted = REVERSALS if REVERSED in asked else asked
    parts = tuple(at for at, found in one.groups.items() if found & wanted)
    if not parts or any(found & wanted and not found <= wanted for found in one.groups.values()):
        return
    decided = [at for at, found in one.groups.items() if DISMISSED not in found]
    for at in one.wholes:
        yield _rate(reading, parts, (at,))
    if any(KEPT in found for found in one.groups.values()):
        yield _rate(reading, parts, tuple(decided))
        yield _rate(reading, parts, tuple(one.groups))


def _rate(reading: Reading, parts: tuple[int, ...], whole: tuple[int, ...]) -> Rate:
    part, of = _sum(reading, parts), _sum(reading, whole)
    bounds = percent_of(part, of) or Bounds(Fraction(0), None)
    return Rate(parts, sum((reading.figures[at].value for at in whole), Fraction(0)), bounds)


def _sum(reading: Reading, places: tuple[int, ...]) -> Bounds:
    total = exactly(Fraction(0))
    for at in places:
        total = total.plus(reading.figures[at].bounds)
    return total


def _flag(reading: Reading, at: int, rate: Rate) -> Flag:
    told = f"{' + '.join(reading.figures[part].text for part in rate.parts)} af {number_text(rate.whole)}"
    return misfit(
        RULE, told, rate.value(reading), reading.figures[at], reading.lines((*rate.parts, at)), Certainty.LIKELY
    )
