"""What people recorded about deadlines, read back as marks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from pejl.acts.models import Act
from pejl.acts.queries import acts_on
from pejl.casework.deadlines.key import AFTER, BEFORE, DeadlineKey, key_named
from pejl.casework.marks import Mark, MarkKind
from pejl.casework.verbs import Verb

_KINDS = {
    Verb.DONE.value: MarkKind.DONE,
    Verb.BOOKED.value: MarkKind.BOOKED,
    Verb.EXEMPT.value: MarkKind.EXEMPT,
    Verb.DISAGREE.value: MarkKind.DISAGREE,
}
_VERBS = [verb.value for verb in Verb]
_Recorded = tuple[str, str, str, str, dt.datetime, dict[str, str | None]]


@dataclass(frozen=True)
class PastMark:
    """An act on a deadline as it was recorded; `mark` is None where it took the mark away."""

    key: DeadlineKey
    mark: Mark | None
    who: str
    at: dt.datetime


def marks() -> list[Mark]:
    """The marks that stand, one for each deadline that has one."""
    acts = Act.objects.filter(subject__gte=BEFORE, subject__lt=AFTER, verb__in=_VERBS).order_by("pk")
    columns = ("verb", "subject", "who", "why", "at", "detail")
    last: dict[str, _Recorded] = {act[1]: act for act in acts.values_list(*columns).iterator()}
    return [mark for act in last.values() if (mark := _mark(*act)) is not None]


def acts_of(keys: Iterable[DeadlineKey]) -> dict[DeadlineKey, list[PastMark]]:
    """All that was recorded about each of the deadlines, the latest first."""
    found = acts_on([str(key) for key in keys])
    told = {key_named(subject): acts for subject, acts in found.items()}
    return {key: [_past(key, act) for act in reversed(acts)] for key, acts in told.items() if key is not None}


def _past(key: DeadlineKey, act: Act) -> PastMark:
    mark = _mark(act.verb, act.subject, act.who, act.why, act.at, act.detail)
    return PastMark(key, mark, act.who, act.at)


def _mark(verb: str, subject: str, who: str, why: str, at: dt.datetime, detail: dict[str, str | None]) -> Mark | None:
    key, kind = key_named(subject), _KINDS.get(verb)
    if key is None or kind is None:
        return None
    return Mark(key, kind, who, at, _day(detail.get("day")), _day(detail.get("until")), detail.get("reason") or "", why)


def _day(written: str | None) -> dt.date | None:
    return dt.date.fromisoformat(written) if written else None
