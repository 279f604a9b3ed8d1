"""A person's talks that are owed, in the fields of the national hub's GetBorgerstatus (DFDG).

The names of the fields are the hub's. What the hub itself puts into them is not published in full, so each says here
what Pejl means by it; the words of the status are Pejl's own (`State`). Only talks are told: the hub's deadlines are
those of the contact course.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from pejl.casework.deadlines.state import State
from pejl.casework.duty_book import MUNICIPALITY, DutyBook
from pejl.casework.explained import last_day_for_next
from pejl.casework.worklists.row import Row
from pejl.law.duty import Kind
from pejl.register.contract.talks import TYPES

_NUMBER = re.compile(r"\((\d+)\)")


@dataclass(frozen=True, slots=True)
class HubDeadline:
    """A talk that is owed. `samtale_type` is the hub's number for the first kind of talk that counts, if one is said.

    `fristdato` is the last day of the duty. `sidste_afholdelsesdato` is the last day on which the next talk must be
    held for all that are missing to be held in time, one a day; for one that is overdue both are the day that passed.
    """

    friststatus_type: str
    samtale_type: int | None
    fristdato: dt.date
    sidste_afholdelsesdato: dt.date


@dataclass(frozen=True, slots=True)
class HubStatus:
    """What the hub tells of a citizen. `kan_selvbooke`: a talk with the municipality is owed and none is booked.

    `straksbooking_paakraevet`: one of these is overdue, so it must be booked at once.
    """

    kan_selvbooke: bool
    frister: tuple[HubDeadline, ...]
    straksbooking_paakraevet: bool


def hub_status(rows: Iterable[Row], book: DutyBook) -> HubStatus:
    """The status that follows from a person's rows."""
    owed = sorted((row for row in rows if row.kind == Kind.TALK and row.state.open), key=lambda row: row.due)
    unbooked = [row for row in owed if not row.booked and not row.arranged and _of_municipality(row, book)]
    return HubStatus(
        kan_selvbooke=bool(unbooked),
        frister=tuple(_deadline(row, book) for row in owed),
        straksbooking_paakraevet=any(row.state is State.OVERDUE for row in unbooked),
    )


def _deadline(row: Row, book: DutyBook) -> HubDeadline:
    return HubDeadline(row.state.value, _type(row, book), row.due, last_day_for_next(row))


def _type(row: Row, book: DutyBook) -> int | None:
    duty = book.version_of(row)
    meaning = TYPES.get(duty.counts.kinds[0], "") if duty and duty.counts.kinds else ""
    number = _NUMBER.search(meaning)
    return int(number.group(1)) if number else None


def _of_municipality(row: Row, book: DutyBook) -> bool:
    duty = book.version_of(row)
    return duty is None or duty.holder == MUNICIPALITY
