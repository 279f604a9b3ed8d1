"""What people did to promises: which they confirmed as kept, dropped, or opened again. The last act on each counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils import timezone

from pejl.acts.models import Act
from pejl.record.acts import Verb
from pejl.record.promises.keys import SUBJECT, subject

VERBS = (Verb.KEEP_PROMISE.value, Verb.DROP_PROMISE.value, Verb.REOPEN_PROMISE.value)


@dataclass(frozen=True)
class Recorded:
    """The last act on each promise, by the promise's key."""

    kept: dict[str, Act] = field(default_factory=dict)
    dropped: dict[str, Act] = field(default_factory=dict)
    reopened: dict[str, Act] = field(default_factory=dict)

    def kept_on(self, key: str) -> dt.date | None:
        """The day of the item that a person named as keeping the promise; that of the act where it names no day."""
        act = self.kept.get(key)
        return _day_kept(act) if act else None

    def dropped_on(self, key: str) -> dt.date | None:
        """The day on which a person dropped the promise."""
        act = self.dropped.get(key)
        return local_day(act.at) if act else None

    def touched(self) -> set[str]:
        """The promises that a person has judged: no proposal closes them."""
        return {*self.kept, *self.dropped, *self.reopened}


def recorded(keys: Iterable[str] | None = None) -> Recorded:
    """The last acts on all promises, or on those with these keys."""
    acts = Act.objects.filter(verb__in=VERBS)
    acts = acts.filter(subject__startswith=SUBJECT) if keys is None else acts.filter(subject__in=map(subject, keys))
    found = Recorded()
    last = {act.subject.removeprefix(SUBJECT): act for act in acts}
    by_verb = dict(zip(VERBS, (found.kept, found.dropped, found.reopened), strict=True))
    for key, act in last.items():
        by_verb[act.verb][key] = act
    return found


def local_day(moment: dt.datetime) -> dt.date:
    """The day that a moment falls on in Denmark."""
    return timezone.localtime(moment).date()


def _day_kept(act: Act) -> dt.date:
    told = act.detail.get("date")
    return dt.date.fromisoformat(told) if told else local_day(act.at)
