"""What people recorded about deadlines, read back as marks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from threading import Lock

from django.db.models import Count, Max, QuerySet

from pejl.acts.models import Act
from pejl.acts.queries import acts_on
from pejl.casework.deadlines.key import BEFORE, DeadlineKey, key_named
from pejl.casework.marks import Mark, MarkKind
from pejl.casework.verbs import Verb

_KINDS = {
    Verb.DONE.value: MarkKind.DONE,
    Verb.BOOKED.value: MarkKind.BOOKED,
    Verb.EXEMPT.value: MarkKind.EXEMPT,
    Verb.DISAGREE.value: MarkKind.DISAGREE,
}
_VERBS = frozenset(verb.value for verb in Verb)


@dataclass(frozen=True)
class PastMark:
    """An act on a deadline as it was recorded; `mark` is None where it took the mark away."""

    key: DeadlineKey
    mark: Mark | None
    who: str
    at: dt.datetime


@dataclass(frozen=True)
class _Read:
    """What this process has read so far: how many acts, the number and time of the last, and what each says now.

    Acts are only added, so all but what is newer need not be read again.
    """

    many: int = 0
    last: int = 0
    at: dt.datetime | None = None
    standing: dict[str, Mark | None] = field(default_factory=dict)


def marks() -> list[Mark]:
    """The marks that stand, one for each deadline that has one."""
    return _reader.read()


class _Reader:
    """Reads what is newer than what was read, and all of it again where that is not what lies between."""

    def __init__(self) -> None:
        self._lock, self._read = Lock(), _Read()

    def read(self) -> list[Mark]:
        """The marks that stand."""
        acts = Act.objects.filter(subject__startswith=BEFORE)
        now = acts.aggregate(many=Count("pk"), last=Max("pk"))
        with self._lock:
            if now["many"] != self._read.many or not self._ends_with(now["last"]):
                self._read = self._continued(acts, now["many"]) or _with(_Read(), acts)
            return [mark for mark in self._read.standing.values() if mark is not None]

    def _ends_with(self, last: int | None) -> bool:
        """Whether the last act that was read is that one, and is there as it was read."""
        if self._read.at is None or last is None:
            return self._read.at is None and last is None
        return self._read.last == last and Act.objects.filter(pk=last, at=self._read.at).exists()

    def _continued(self, acts: QuerySet[Act], many: int) -> _Read | None:
        """What was read with what is newer; None where acts came before the last one too, as from a slow writer."""
        if not self._ends_with(self._read.last):
            return None
        continued = _with(self._read, acts.filter(pk__gt=self._read.last))
        return continued if continued.many == many else None


_reader = _Reader()


def acts_of(keys: Iterable[DeadlineKey]) -> dict[DeadlineKey, list[PastMark]]:
    """All that was recorded about each of the deadlines, the latest first."""
    found = acts_on([str(key) for key in keys])
    told = {key_named(subject): acts for subject, acts in found.items()}
    return {key: [_past(key, act) for act in reversed(acts)] for key, acts in told.items() if key is not None}


def _with(read: _Read, acts: QuerySet[Act]) -> _Read:
    """What was read with these acts, which are all newer."""
    standing, many, last, at = dict(read.standing), read.many, read.last, read.at
    columns = ("pk", "verb", "subject", "who", "why", "at", "detail")
    for pk, *act in acts.order_by("pk").values_list(*columns).iterator():
        if act[0] in _VERBS:
            standing[act[1]] = _mark(*act)
        many, last, at = many + 1, pk, act[4]
    return _Read(many, last, at, standing)


def _past(key: DeadlineKey, act: Act) -> PastMark:
    mark = _mark(act.verb, act.subject, act.who, act.why, act.at, act.detail)
    return PastMark(key, mark, act.who, act.at)


def _mark(verb: str, subject: str, who: str, why: str, at: dt.datetime, detail: dict[str, str | None]) -> Mark | None:
    key, kind = key_named(subject), _KINDS.get(verb)
    if key is None or kind is None:
        return None
    day, until = _day(detail.get("day")), _day(detail.get("until"))
    return Mark(key, kind, who, at, day, until, detail.get("reason") or "", why)


def _day(written: str | None) -> dt.date | None:
    return dt.date.fromisoformat(written) if written else None
