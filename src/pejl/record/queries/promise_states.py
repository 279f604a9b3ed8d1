"""The state of many promises at once, as the database tells it: the same as `record.promises.state` tells of one."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Case, CharField, Exists, F, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from pejl.minutes.promises.promise import Standing
from pejl.record.models import Promise, PromiseMatch
from pejl.record.promises.state import State
from pejl.record.queries.promise_acts import Recorded

FAR = dt.date(9999, 12, 31)


def with_state(rows: QuerySet[Promise], day: dt.date, acts: Recorded) -> QuerySet[Any]:
    """The promises with `state_now` as of `day` and `rank_now`, its place in the order of states."""
    kept_by_person = [key for key in acts.kept if (on := acts.kept_on(key)) and on <= day]
    dropped = [key for key in acts.dropped if (on := acts.dropped_on(key)) and on <= day]
    proposed = PromiseMatch.objects.filter(promise=OuterRef("pk"), strong=True, date__lte=day)
    state = Case(
        When(key__in=dropped, then=Value(State.DROPPED.value)),
        When(key__in=kept_by_person, then=Value(State.KEPT.value)),
        When(~Q(key__in=sorted(acts.touched())) & Exists(proposed), then=Value(State.KEPT.value)),
        When(~Q(standing=Standing.STANDS.value), then=Value(State.VOID.value)),
        When(last__lt=day, then=Value(State.OVERDUE.value)),
        When(first=None, last=None, then=Value(State.COMING.value)),
        When(first__gt=day, then=Value(State.COMING.value)),
        default=Value(State.DUE.value),
        output_field=CharField(),
    )
    rank = Case(
        *(When(state_now=each.value, then=Value(place)) for place, each in enumerate(State)),
        output_field=IntegerField(),
    )
    told: QuerySet[Any] = rows.annotate(state_now=state).annotate(rank_now=rank)
    return told


def in_order(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Overdue first, the longest overdue before the others; then by the nearest time; what is done with, latest first.

    The order is total, and the same when the record is derived anew.
    """
    done = Q(state_now__in=[State.KEPT.value, State.DROPPED.value, State.VOID.value])
    deadline = Case(When(done, then=Value(FAR)), default=Coalesce(F("last"), Value(FAR)))
    begins = Case(When(done, then=Value(FAR)), default=Coalesce(F("first"), Value(FAR)))
    ordered: QuerySet[Any] = rows.annotate(deadline=deadline, begins=begins).order_by(
        "rank_now",
        "deadline",
        "begins",
        F("made_on").desc(nulls_last=True),
        "body__municipality__slug",
        "body__slug",
        "item__meeting__slug",
        "item__position",
        "position",
        "occurrence",
    )
    return ordered
