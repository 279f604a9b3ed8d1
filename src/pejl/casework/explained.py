"""Why a deadline is as it is, in sentences: the clock, what counts, what is missing, and the section that says so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from pejl.calendar.days import danish_day
from pejl.calendar.numbers import danish_count, danish_number
from pejl.calendar.rows import in_a_row
from pejl.casework.deadlines.state import State
from pejl.casework.duty_book import MUNICIPALITY, DutyBook
from pejl.casework.marks import MarkKind
from pejl.casework.worklists.row import Row
from pejl.law.duty import Duty, Kind, Span, Starts

_STARTS = {
    Starts.CASE: "sagens første dag",
    Starts.HANDOVER: "den dag, a-kassen overdrog sagen",
    Starts.ABSENCE: "første sygedag",
    Starts.SPELL: "den dag, borgeren kom i målgruppen eller på satsen",
    Starts.LATEST: "sidste gang, det blev gjort",
    Starts.PAID_WEEKS: "den dag, de udbetalte uger passerede grænsen",
}
_THINGS = {
    Kind.TALK: ("samtale", "samtaler"),
    Kind.OFFER: ("tilbud", "tilbud"),
    Kind.HOURS: ("time om ugen", "timer om ugen"),
    Kind.REASSESSMENT: ("revurdering", "revurderinger"),
    Kind.CLARIFICATION: ("afklaring", "afklaringer"),
    Kind.PLAN: ("opfølgning i planen", "opfølgninger i planen"),
    Kind.CV: ("opdatering af CV'et", "opdateringer af CV'et"),
}


@dataclass(frozen=True, slots=True)
class Explained:
    """A deadline explained. `duty` is the version of the law that it stands on, None where the law knows none.

    `steps` lead from the clock to how it stands, one sentence each. `waived` is why it is not owed, "" where it is.
    """

    duty: Duty | None
    danish: str
    steps: tuple[str, ...]
    waived: str


def explained(row: Row, book: DutyBook) -> Explained:
    """Explain a row."""
    duty = book.version_of(row)
    return Explained(duty, duty.danish if duty else row.duty, tuple(_steps(row, duty)), _waived(row, book))


def time_left(row: Row) -> str:
    """How far it is to the last day: "i dag", "5 dage tilbage", "3 dage over"."""
    days = danish_count(abs(row.days_left), "dag", "dage")
    return "i dag" if row.days_left == 0 else f"{days} {'tilbage' if row.days_left > 0 else 'over'}"


def _steps(row: Row, duty: Duty | None) -> Iterator[str]:
    yield _clock(row, duty)
    if row.opens > row.starts:
        yield f"Det tæller fra {danish_day(row.opens)}."
    if duty is not None and duty.holder != MUNICIPALITY:
        yield "Det er a-kassen, der skal gøre det; kommunen kan kun følge med."
    if row.state not in (State.EXEMPT, State.LEFT):
        yield _done(row)
    yield from _standing(row)
    if row.ends and row.state is State.AHEAD:
        yield (
            f"Loven er ændret: pligten gælder til og med {danish_day(row.ends)}. Fristen ligger senere, så pligten "
            "falder bort, hvis den ikke er opfyldt inden da."
        )


def _clock(row: Row, duty: Duty | None) -> str:
    last = danish_day(row.due)
    if duty is None:
        return f"Uret går fra {danish_day(row.starts)}, og sidste dag er {last}."
    span, month_end = _length(duty.clock.due), "månedens udgang" if duty.clock.end_of_month else ""
    length = " til ".join(part for part in (span, month_end) if part)
    since = f"Uret går fra {danish_day(row.starts)}, {_STARTS[duty.clock.starts]}."
    return f"{since} Fristen er {length or 'samme dag'}: sidste dag er {last}."


def _length(span: Span) -> str:
    parts = ((span.months, "måned", "måneder"), (span.weeks, "uge", "uger"), (span.days, "dag", "dage"))
    return in_a_row(danish_count(number, one, many) for number, one, many in parts if number)


def _done(row: Row) -> str:
    one, many = _THINGS[Kind(row.kind)]
    asked = danish_count(row.required, one, many)
    if row.required == 1 and row.kind != Kind.HOURS:
        return f"Der kræves {asked}, og {'det er sket' if row.done else 'det er ikke sket endnu'}."
    return f"Der kræves {asked}, og {danish_number(row.done)} er talt med."


def _standing(row: Row) -> Iterator[str]:
    if row.met_on:
        yield f"Opfyldt {danish_day(row.met_on)}{'' if row.met_on <= row.due else ', efter fristen'}."
    match row.state:
        case State.AHEAD:
            yield f"Der er {time_left(row)}." if row.days_left else "I dag er sidste dag."
        case State.OVERDUE:
            yield f"Fristen er overskredet med {danish_count(-row.days_left, 'dag', 'dage')}, og det skal stadig gives."
        case State.LOST if row.days_left >= 0:
            yield "Der er færre dage tilbage, end der mangler samtaler, så fristen kan ikke længere nås."
        case State.LOST:
            yield "Fristen er gået, og det, der gøres nu, tæller ikke med i den."
        case State.UNSETTLED if row.ends:
            yield (
                f"Pligten gjaldt, som den er bekræftet, til og med {danish_day(row.ends)}. Hvad loven siger på den "
                "sidste dag, har ingen bekræftet; se, hvad der skal slås op, under Lov."
            )
        case State.ENDED if row.ends:
            yield f"Pligten gjaldt til og med {danish_day(row.ends)} og faldt bort ved lovændringen, før fristen kom."
        case State.LEFT:
            yield "Borgeren forlod målgruppen før fristen, så intet forfaldt."
    if row.booked and row.state.open:
        yield f"Der er booket {danish_day(row.booked)}."


def _waived(row: Row, book: DutyBook) -> str:
    if row.state is not State.EXEMPT:
        return ""
    if row.mark is MarkKind.EXEMPT:
        until = f" Fritagelsen gælder til og med {danish_day(row.mark_until)}." if row.mark_until else ""
        return f"{(row.mark_why or '').rstrip('.')}.{until}"
    named = (each for duty in book.versions(row.duty) for each in duty.exceptions if each.name == row.exempt)
    found = next(named, None)
    return f"{found.says.rstrip('.')} ({found.cites})." if found else (row.exempt or "")


def last_day_for_next(row: Row) -> dt.date:
    """The last day on which the next talk must be held for all of them to be held in time, one a day.

    Of what is overdue, the day that passed.
    """
    if row.days_left < 0:
        return row.due
    return row.due - dt.timedelta(days=max(row.missing - 1, 0))
