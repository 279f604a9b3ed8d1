"""The days on which rules and duties came in, changed or went: the backbone of what a reader is shown of the law.

Yearly amounts are no commencements: an amount that is regulated is still the same law.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from pejl.law.duty import Duty
from pejl.law.enactment import LONG_KNOWN, Enactment
from pejl.law.rulebook import Rulebook
from pejl.law.status import Status
from pejl.law.statute import Statute
from pejl.law.version import Version

_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Commencement:
    """One day of one statute. The names are of rules and duties: those that are new, that changed, that went.

    `status` is the least sure of what came: a day with anything proposed on it is itself proposed.
    """

    day: dt.date
    statute: Statute
    by: tuple[Enactment, ...]
    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    status: Status

    @property
    def day_before(self) -> dt.date:
        """The last day of what was before."""
        return self.day - _ONE_DAY


def commencements(book: Rulebook) -> tuple[Commencement, ...]:
    """All of them, the earliest first."""
    found = (each for statute in book.statutes for each in commencements_of(book, statute))
    return tuple(sorted(found, key=lambda each: each.day))


def commencements_of(book: Rulebook, statute: Statute) -> Iterator[Commencement]:
    """Those of one statute, the earliest first."""
    dated: list[Version | Duty] = [*book.versions_of(statute.name), *statute.duties]
    days = {each.force.since for each in dated if each.force.by is not LONG_KNOWN}
    days |= {each.force.until + _ONE_DAY for each in dated if each.force.until is not None}
    for day in sorted(days):
        yield _on(day, statute, dated)


def _on(day: dt.date, statute: Statute, dated: list[Version | Duty]) -> Commencement:
    coming = [each for each in dated if each.force.since == day and each.force.by is not LONG_KNOWN]
    going = [each for each in dated if each.force.until == day - _ONE_DAY]
    came, went = _names(coming), _names(going)
    before = {each.name for each in dated if each.force.covers(day - _ONE_DAY)}
    after = {each.name for each in dated if each.force.covers(day)}
    return Commencement(
        day,
        statute,
        _acts(coming, going),
        new=tuple(name for name in came if name not in before),
        changed=tuple(name for name in dict.fromkeys((*came, *went)) if name in before and name in after),
        gone=tuple(name for name in went if name not in after),
        status=max((each.status for each in coming or going), key=_UNSURE.index),
    )


_UNSURE = (Status.CONFIRMED, Status.DERIVED, Status.UNCONFIRMED, Status.PROPOSED)


def _names(several: list[Version | Duty]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.name for each in several))


def _acts(coming: list[Version | Duty], going: list[Version | Duty]) -> tuple[Enactment, ...]:
    ended = (each.force.ended_by for each in going)
    return tuple(dict.fromkeys([*(each.force.by for each in coming), *(act for act in ended if act is not None)]))
