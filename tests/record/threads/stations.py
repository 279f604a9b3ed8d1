"""Stations of invented cases."""

from __future__ import annotations

import datetime as dt
from itertools import count

from pejl.minutes.document import Outcome
from pejl.record.threads.station import ClauseAt, Station, StopAt

_keys = count(1)
DAY = dt.date(2025, 1, 6)


def day(number: int) -> dt.date:
    """The day that many days after the first."""
    return DAY + dt.timedelta(days=number)


def station(
    body: str,
    on: int | None,
    *clauses: tuple[str, Outcome],
    title: str = "Indsatsen",
    outcome: Outcome = Outcome.RECOMMENDED,
    stops: tuple[tuple[str, int | None], ...] = (),
    names: tuple[tuple[str, int, int | None], ...] = (),
    number: int = 1,
    meeting: int | None = None,
    decided: bool = True,
    closed: bool = False,
) -> Station:
    """A treatment in `body` on a day, with its clauses as (text, outcome)."""
    key = next(_keys)
    return Station(
        key=key,
        body=body,
        body_name=body,
        day=None if on is None else day(on),
        meeting=meeting or key,
        number=number,
        title=title,
        closed=closed,
        decided=decided,
        outcome=outcome,
        clauses=tuple(ClauseAt(place, text, fate) for place, (text, fate) in enumerate(clauses, start=1)),
        stops=tuple(StopAt(name, name, None if off is None else day(off)) for name, off in stops),
        names=frozenset((name, day(off), item) for name, off, item in names),
    )
