"""What people do to promises: confirm what keeps one, drop one, open one again. Each is an act, and is only added."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from pejl.acts.models import Act
from pejl.acts.services import record_act
from pejl.record.acts import Verb
from pejl.record.promises.keys import subject
from pejl.record.promises.state import State
from pejl.record.queries.addresses import item_address
from pejl.record.queries.promise_view import PromiseView, item_named
from pejl.record.queries.promises import promise_at


class NotPossible(ValueError):
    """The act would say nothing, or something that cannot be. `str()` says why, in a sentence."""


def keep_promise(key: str, item: str, *, who: str, why: str = "") -> Act:
    """Record that the item at the address `item` keeps the promise with this key."""
    view = _promise(key)
    keeper = item_named(item.strip("/"))
    if keeper is None:
        raise NotPossible(f"The record holds no item at {item}. `pejl record list` tells the addresses.")
    promised, day = view.row.item.meeting, keeper.meeting.date
    if keeper.meeting.body.municipality_id != promised.body.municipality_id:
        raise NotPossible("The item is of another municipality than the promise.")
    if keeper.closed:
        raise NotPossible("The item is closed: nobody could see that it keeps the promise.")
    if day is None or (promised.date is not None and day < promised.date):
        raise NotPossible("The item is of a meeting before the promise was made, or of a meeting without a day.")
    address = item_address(keeper)
    if view.keeping and view.keeping.confirmed and view.keeping.address == address:
        raise NotPossible("It is confirmed already that this item keeps the promise.")
    return _act(Verb.KEEP_PROMISE, key, who, why, {"item": address, "date": day.isoformat()})


def drop_promise(key: str, *, who: str, why: str) -> Act:
    """Record that the promise with this key will not be kept, and why."""
    if _promise(key).state == State.DROPPED:
        raise NotPossible("The promise is dropped already.")
    return _act(Verb.DROP_PROMISE, key, who, why)


def reopen_promise(key: str, *, who: str, why: str = "") -> Act:
    """Take back that the promise with this key is kept or dropped; also that an item is proposed as keeping it."""
    view = _promise(key)
    if view.keeping is None and view.state != State.DROPPED:
        raise NotPossible("The promise is open already: nothing keeps it, and nobody dropped it.")
    return _act(Verb.REOPEN_PROMISE, key, who, why)


def _promise(key: str) -> PromiseView:
    view = promise_at(key, _no_day_is_later())
    if view is None:
        raise NotPossible(f"The record holds no promise {key}. `pejl record promises` tells the keys.")
    return view


def _no_day_is_later() -> dt.date:
    """Acts are judged by all that the record holds, also by meetings that are still to come."""
    return dt.date.max


def _act(verb: Verb, key: str, who: str, why: str, detail: Mapping[str, Any] | None = None) -> Act:
    return record_act(verb, subject(key), who=who, why=why, detail=detail, at=timezone.now())
