"""What was promised, and did it come?"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet

from pejl.record.models import Body, Item, Promise
from pejl.record.promises.state import State
from pejl.record.queries.addresses import item_address
from pejl.record.queries.promise_acts import recorded
from pejl.record.queries.promise_states import in_order, with_state
from pejl.record.queries.promise_view import PromiseView, fetched, promise_views
from pejl.record.queries.stretch import Stretch


@dataclass(frozen=True)
class Asked:
    """Which promises a reader wants to see, as of the day `as_of`; None and empty want everything.

    `body` is the body that a promise was made in or to, as its address names it.
    """

    as_of: dt.date
    municipality: str | None = None
    body: str | None = None
    kind: str | None = None
    states: tuple[State, ...] = ()
    text: str = ""


@dataclass(frozen=True)
class PromiseList(Stretch[PromiseView]):
    """A stretch of the promises asked for, and how many there are in each state."""

    counts: dict[State, int]


def promises(asked: Asked, limit: int, offset: int) -> PromiseList:
    """The promises asked for, overdue first. The counts are those of all states. Eight database queries at most."""
    acts = recorded()
    every = with_state(_wanted(asked), asked.as_of, acts)
    counted = dict(every.order_by().values_list("state_now").annotate(Count("pk")))
    counts = {state: counted.get(state.value, 0) for state in State}
    wanted = every.filter(state_now__in=[state.value for state in asked.states]) if asked.states else every
    total = sum(counts[state] for state in asked.states or tuple(State))
    rows = list(in_order(fetched(wanted))[offset : offset + limit])
    return PromiseList(promise_views(rows, asked.as_of, acts), total, limit, offset, counts)


def latest_promises(asked: Asked, limit: int) -> list[PromiseView]:
    """The promises asked for that were made last, latest first."""
    acts = recorded()
    every = with_state(_wanted(asked), asked.as_of, acts)
    wanted = every.filter(state_now__in=[state.value for state in asked.states]) if asked.states else every
    order = ("body__municipality__slug", "body__slug", "item__meeting__slug", "item__position", "position")
    rows = fetched(wanted).order_by(F("made_on").desc(nulls_last=True), *order, "occurrence")
    return promise_views(list(rows[:limit]), asked.as_of, acts)


def promise_at(key: str, as_of: dt.date) -> PromiseView | None:
    """The promise with this key."""
    rows = list(fetched(Promise.objects.filter(key=key)).order_by("pk")[:1])
    return next(iter(promise_views(rows, as_of, recorded([key]))), None)


def promises_in(item: Item, as_of: dt.date) -> list[PromiseView]:
    """What the item promises, in the order of its text."""
    rows = list(fetched(Promise.objects.filter(item=item)).order_by("position", "occurrence"))
    return promise_views(rows, as_of, recorded(row.key for row in rows))


def promises_kept_by(item: Item, as_of: dt.date) -> list[PromiseView]:
    """The promises that the item keeps, as a person confirmed or as is proposed."""
    address = item_address(item)
    confirmed = [key for key, act in recorded().kept.items() if act.detail.get("item") == address]
    near = Promise.objects.filter(Q(matches__item=item, matches__strong=True) | Q(key__in=confirmed)).distinct()
    rows = list(fetched(near).order_by("made_on", "pk"))
    views = promise_views(rows, as_of, recorded(row.key for row in rows))
    return [view for view in views if view.keeping and view.keeping.address == address]


SOON = dt.timedelta(days=60)
"""How far ahead the last day of a promise may be for it to count as due soon."""


@dataclass(frozen=True)
class AwaitedPromises:
    """What is waited for as of a day: the promises that ran out last, and those that run out soonest.

    A promise whose time ran out while the record holds no meeting that could have kept it is not among `overdue`, since
    it may well have been kept. `overdue_in_all` counts it: that is the count of the state. `any` tells whether the
    record holds a promise at all.
    """

    overdue: list[PromiseView]
    soon: list[PromiseView]
    overdue_in_all: int
    any: bool


def awaited_promises(as_of: dt.date, limit: int = 3) -> AwaitedPromises:
    """At most `limit` promises that are overdue, and as many that end within `SOON`. Ten database queries at most."""
    acts = recorded()
    every = with_state(Promise.objects.all(), as_of, acts)
    place = ("body__municipality__slug", "body__slug", "item__meeting__slug", "item__position", "position")
    late = every.filter(state_now=State.OVERDUE.value)
    ahead = every.filter(state_now__in=[State.DUE.value, State.COMING.value], last__lte=as_of + SOON)
    overdue = promise_views(list(fetched(late).order_by("-last", *place, "occurrence")[: limit * 5]), as_of, acts)
    soon = promise_views(list(fetched(ahead).order_by("last", "first", *place, "occurrence")[:limit]), as_of, acts)
    return AwaitedPromises(
        overdue=[view for view in overdue if view.meetings_known][:limit],
        soon=soon,
        overdue_in_all=late.count(),
        any=bool(overdue or soon) or Promise.objects.exists(),
    )


@dataclass(frozen=True)
class ItemPromises:
    """What an item promises, and the promises of other items that it keeps."""

    made: list[PromiseView]
    kept: list[PromiseView]


def promises_of(item: Item, as_of: dt.date) -> ItemPromises:
    """Both sides of an item. A closed item has none. Nine database queries at most."""
    if item.closed:
        return ItemPromises([], [])
    return ItemPromises(promises_in(item, as_of), promises_kept_by(item, as_of))


def _wanted(asked: Asked) -> QuerySet[Promise]:
    rows = Promise.objects.all()
    if asked.municipality is not None:
        rows = rows.filter(body__municipality__slug=asked.municipality)
    if asked.body is not None:
        keys = Body.objects.filter(slug=asked.body).values("key")
        rows = rows.filter(Q(body__slug=asked.body) | Q(to_key__in=keys))
    if asked.kind is not None:
        rows = rows.filter(kind=asked.kind)
    for word in asked.text.split():
        rows = rows.filter(_holds(word))
    return rows


def _holds(word: str) -> Q:
    """Whether a promise's text has the word. SQLite folds no letters beyond a-z, so capitals are asked for too."""
    forms = {word, word.lower(), word.capitalize()}
    held = Q(pk=None)
    for form in forms:
        held |= Q(what__icontains=form) | Q(sentence__icontains=form) | Q(item__title__icontains=form)
    return held
