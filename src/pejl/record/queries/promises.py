"""What was promised, and did it come?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet

from pejl.record.models import Act, Body, Item, Meeting, Promise, PromiseMatch
from pejl.record.promises.reach import akin_bodies
from pejl.record.promises.state import State, state_on
from pejl.record.queries.promise_acts import Recorded, recorded
from pejl.record.queries.promise_states import in_order, with_state

SUGGESTIONS = 3
"""Weak matches that are shown beside a promise."""


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
class Keeping:
    """The item that keeps a promise. `act` is None where nobody has confirmed it: then it is a proposal.

    `item` is None where the item that a person named is no longer in the record; `address` still says which it was.
    """

    item: Item | None
    address: str
    date: dt.date | None
    score: int
    reasons: tuple[str, ...]
    act: Act | None

    @property
    def confirmed(self) -> bool:
        """Whether a person has said so."""
        return self.act is not None


@dataclass(frozen=True)
class PromiseView:
    """A promise as of a day: its state, what keeps it, what may, and what people did to it.

    `meetings_known` tells whether the record holds a meeting of the body promised within the promise's days: where it
    holds none, a promise that looks overdue may well have been kept.
    """

    row: Promise
    as_of: dt.date
    state: State
    keeping: Keeping | None
    suggestions: tuple[Keeping, ...]
    dropped: Act | None
    reopened: Act | None
    meetings_known: bool

    @property
    def days_over(self) -> int:
        """How many days the promise is overdue."""
        return (self.as_of - self.row.last).days if self.state == State.OVERDUE and self.row.last else 0

    @property
    def days_left(self) -> int | None:
        """How many days are left of a promise that is due; None where nothing tells."""
        return (self.row.last - self.as_of).days if self.state == State.DUE and self.row.last else None


@dataclass(frozen=True)
class PromiseList:
    """A stretch of the promises asked for, and how many there are in all and in each state."""

    rows: list[PromiseView]
    total: int
    limit: int
    offset: int
    counts: dict[State, int]


def promises(asked: Asked, limit: int, offset: int) -> PromiseList:
    """The promises asked for, overdue first. The counts are those of all states. Eight database queries at most."""
    acts = recorded()
    every = with_state(_wanted(asked), asked.as_of, acts)
    counted = dict(every.order_by().values_list("state_now").annotate(Count("pk")))
    counts = {state: counted.get(state.value, 0) for state in State}
    wanted = every.filter(state_now__in=[state.value for state in asked.states]) if asked.states else every
    total = sum(counts[state] for state in asked.states or tuple(State))
    rows = list(in_order(_fetched(wanted))[offset : offset + limit])
    return PromiseList(_views(rows, asked.as_of, acts), total, limit, offset, counts)


def promise_at(key: str, as_of: dt.date) -> PromiseView | None:
    """The promise with this key."""
    rows = list(_fetched(Promise.objects.filter(key=key)).order_by("pk")[:1])
    return next(iter(_views(rows, as_of, recorded([key]))), None)


def promises_in(item: Item, as_of: dt.date) -> list[PromiseView]:
    """What the item promises, in the order of its text."""
    rows = list(_fetched(Promise.objects.filter(item=item)).order_by("position", "occurrence"))
    return _views(rows, as_of, recorded(row.key for row in rows))


def promises_kept_by(item: Item, as_of: dt.date) -> list[PromiseView]:
    """The promises that the item keeps, as a person confirmed or as is proposed."""
    address = item_address(item)
    confirmed = [key for key, act in recorded().kept.items() if act.detail.get("item") == address]
    near = Promise.objects.filter(Q(matches__item=item, matches__strong=True) | Q(key__in=confirmed)).distinct()
    rows = list(_fetched(near).order_by("made_on", "pk"))
    views = _views(rows, as_of, recorded(row.key for row in rows))
    return [view for view in views if view.keeping and view.keeping.address == address]


def item_address(item: Item) -> str:
    """The item's address, as acts name it."""
    meeting = item.meeting
    return "/".join((meeting.body.municipality.slug, meeting.body.slug, meeting.slug, item.slug))


def item_named(address: str) -> Item | None:
    """The item at an address such as "fjordby-kommune/beskaeftigelsesudvalg/2026-03-11/punkt-3"."""
    return _items_named([address]).get(address)


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


def _fetched(rows: QuerySet[Any]) -> QuerySet[Any]:
    """With what a page shows of them: their items' places, and their matches with those of the keeping items."""
    keepers = (
        PromiseMatch.objects.select_related("item__meeting__body__municipality")
        .defer("item__detail")
        .order_by("-score", "date", "item__position")
    )
    return (
        rows.select_related("item__meeting__body__municipality")
        .defer("item__detail", "wishes")
        .prefetch_related(Prefetch("matches", keepers))
    )


def _views(rows: Sequence[Promise], as_of: dt.date, acts: Recorded) -> list[PromiseView]:
    named = _items_named(act.detail.get("item", "") for act in (acts.kept.get(row.key) for row in rows) if act)
    known = _bodies_that_met(rows)
    return [_view(row, as_of, acts, named, known) for row in rows]


def _view(row: Promise, as_of: dt.date, acts: Recorded, named: dict[str, Item], known: set[int]) -> PromiseView:
    matches = [each for each in row.matches.all() if each.date <= as_of]
    keeping = _keeping(row, as_of, acts, named, matches)
    return PromiseView(
        row=row,
        as_of=as_of,
        state=state_on(
            as_of,
            first=row.first,
            last=row.last,
            stands=row.standing == "stands",
            kept_on=keeping.date if keeping else None,
            dropped_on=acts.dropped_on(row.key),
        ),
        keeping=keeping,
        suggestions=() if keeping else tuple(_proposal(each) for each in matches[:SUGGESTIONS]),
        dropped=acts.dropped.get(row.key),
        reopened=acts.reopened.get(row.key),
        meetings_known=row.pk in known,
    )


def _keeping(
    row: Promise, as_of: dt.date, acts: Recorded, named: dict[str, Item], matches: list[PromiseMatch]
) -> Keeping | None:
    """What keeps the promise: the item that a person named, else the best of the strong matches, unless a person has
    judged otherwise.
    """
    if act := acts.kept.get(row.key):
        on = acts.kept_on(row.key)
        if on is None or on > as_of:
            return None
        address = str(act.detail.get("item", ""))
        told = next((each for each in row.matches.all() if item_address(each.item) == address), None)
        score, reasons = (told.score, tuple(told.reasons)) if told else (0, ())
        return Keeping(named.get(address), address, on, score, reasons, act)
    if row.key in acts.touched():
        return None
    strong = next((each for each in matches if each.strong), None)
    return _proposal(strong) if strong else None


def _proposal(found: PromiseMatch) -> Keeping:
    return Keeping(found.item, item_address(found.item), found.date, found.score, tuple(found.reasons), None)


def _items_named(addresses: Iterable[str]) -> dict[str, Item]:
    """The items at these addresses, those that are here."""
    wanted: dict[str, tuple[str, ...]] = {
        address: tuple(address.split("/")) for address in addresses if address.count("/") == 3
    }
    if not wanted:
        return {}
    asked = Q(pk=None)
    for municipality, body, meeting, item in wanted.values():
        asked |= Q(
            meeting__body__municipality__slug=municipality, meeting__body__slug=body, meeting__slug=meeting, slug=item
        )
    rows = Item.objects.filter(asked).select_related("meeting__body__municipality").defer("detail")
    return {item_address(row): row for row in rows}


def _bodies_that_met(rows: Sequence[Promise]) -> set[int]:
    """The promises, by primary key, within whose days the record holds a meeting of the body promised or of one for its
    field.
    """
    timed = [row for row in rows if row.last]
    if not timed:
        return {row.pk for row in rows}
    days: dict[int, dict[str, list[dt.date]]] = {}
    found: Any = Meeting.objects.filter(
        body__municipality__in={row.item.meeting.body.municipality_id for row in timed},
        date__gte=min(row.first or row.made_on or row.last for row in timed if row.last),
        date__lte=max(row.last for row in timed if row.last),
    ).values_list("body__municipality", "body__key", "date")
    for municipality, key, day in found:
        days.setdefault(municipality, {}).setdefault(key, []).append(day)
    return {
        row.pk for row in rows if row.last is None or _met(row, days.get(row.item.meeting.body.municipality_id, {}))
    }


def _met(row: Promise, days: dict[str, list[dt.date]]) -> bool:
    last = row.last or dt.date.max
    first = row.first or row.made_on or last
    return any(first <= day <= last for key, met in days.items() if akin_bodies(key, row.to_key) for day in met)
