"""A promise as of a day, with what keeps it, what may, and what people did to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet

from pejl.acts.models import Act
from pejl.minutes.promises.promise import Standing
from pejl.record.models import Item, Meeting, Promise, PromiseMatch
from pejl.record.promises.reach import akin_bodies
from pejl.record.promises.state import State, state_on
from pejl.record.queries.addresses import item_address
from pejl.record.queries.promise_acts import Recorded

SUGGESTIONS = 3
"""Weak matches that are shown beside a promise."""


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
    def changed_at(self) -> dt.datetime:
        """When the record last learned something of the promise: of it, of what keeps it, or by an act on it."""
        moments = [self.row.item.document.received_at]
        if self.keeping and self.keeping.item:
            moments.append(self.keeping.item.document.received_at)
        acts = (self.keeping.act if self.keeping else None, self.dropped, self.reopened)
        return max((*moments, *(act.at for act in acts if act)))

    @property
    def days_left(self) -> int | None:
        """How many days are left of a promise that is due; None where nothing tells."""
        return (self.row.last - self.as_of).days if self.state == State.DUE and self.row.last else None


def item_named(address: str) -> Item | None:
    """The item at an address such as "fjordby-kommune/beskaeftigelsesudvalg/2026-03-11/punkt-3"."""
    return items_named([address]).get(address)


def fetched(rows: QuerySet[Any]) -> QuerySet[Any]:
    """With what a page shows of them: their items' places, and their matches with those of the keeping items."""
    keepers = (
        PromiseMatch.objects.select_related("item__meeting__body__municipality", "item__document")
        .defer("item__detail", "item__document__content")
        .order_by("-score", "date", "item__position")
    )
    return (
        rows.select_related("body", "item__meeting__body__municipality", "item__document")
        .defer("item__detail", "item__document__content", "wishes")
        .prefetch_related(Prefetch("matches", keepers))
    )


def promise_views(rows: Sequence[Promise], as_of: dt.date, acts: Recorded) -> list[PromiseView]:
    """The promises, which must be `fetched`, as of a day. Two database queries at most."""
    named = items_named(act.detail.get("item", "") for act in (acts.kept.get(row.key) for row in rows) if act)
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
            stands=row.standing == Standing.STANDS,
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


def items_named(addresses: Iterable[str]) -> dict[str, Item]:
    """The items at these addresses, those that are here.

    The parts are asked for each by itself: a question that names every address whole is one that SQLite refuses.
    """
    wanted = {address: address.split("/") for address in addresses if address.count("/") == 3}
    if not wanted:
        return {}
    municipalities, bodies, meetings, items = map(set, zip(*wanted.values(), strict=True))
    rows = Item.objects.filter(
        meeting__body__municipality__slug__in=municipalities,
        meeting__body__slug__in=bodies,
        meeting__slug__in=meetings,
        slug__in=items,
    )
    rows = rows.select_related("meeting__body__municipality", "document").defer("detail", "document__content")
    found = {item_address(row): row for row in rows}
    return {address: found[address] for address in wanted if address in found}


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
