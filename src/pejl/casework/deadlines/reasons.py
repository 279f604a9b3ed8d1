"""Why something in a person's case does not count towards a deadline, in one sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pejl.calendar.days import danish_day
from pejl.casework.deadlines.evidence import (
    ACT_ON_SICK_PAY,
    BEGUN,
    DAYS_OF_PLANS,
    HELD,
    SECTIONS_OF_REASSESSMENT,
    TABLES,
)
from pejl.law.duty import Duty, Kind, Starts
from pejl.register.contract import CONTRACT

_PLAN_DAYS = {"made": "oprettet", "updated": "opdateret", "used": "brugt", "approved": "godkendt"}


class Reason(StrEnum):
    """Sentences that need nothing filled in. An empty one says that it counts."""

    SAME_DAY = "Der er allerede talt en samme dag."
    AFTER_LEAVING = "Borgeren var ikke længere i målgruppen."
    AFTER_ITS_END = "Pligten var bortfaldet ved en lovændring."
    NOTBEGUN = "Det er ikke begyndt."
    NO_DECISION_OF_SICK_PAY = "Afgørelsen er ikke efter sygedagpengelovens §§ 24, 25 eller 27."


@dataclass(frozen=True, slots=True)
class Event:
    """A row of the register as something that happened on a day, said in Danish."""

    day: dt.date
    what: str
    row: Mapping[str, Any]


def events_for(kind: Kind) -> str:
    """The table in which it stands."""
    return TABLES[kind]


def event_of(kind: Kind, row: Mapping[str, Any]) -> Iterator[Event]:
    """What a row says that happened: one thing, or for a plan each of its days; nothing where there is no day."""
    table = TABLES[kind]
    if table == "talks":
        yield Event(row["day"], f"{_word(table, 'type', row)}, {_word(table, 'status', row).lower()}", row)
    elif table == "offers" and row["start"]:
        yield Event(row["start"], f"{_word(table, 'kind', row)}, {_word(table, 'status', row).lower()}", row)
    elif table == "plans":
        days = {row[name]: said for name, said in _PLAN_DAYS.items() if name in DAYS_OF_PLANS[kind] and row[name]}
        for day, said in days.items():
            yield Event(day, f"{_word(table, 'kind', row)} {said}", row)
    elif table == "decisions":
        yield Event(row["decided"], f"Afgørelse efter {row['section'] or 'en bestemmelse, der ikke er oplyst'}", row)


def why_not(duty: Duty, row: Mapping[str, Any], event: Event, day: dt.date) -> str:
    """Why the event does not count towards the deadline on the judged day; "" where it does."""
    return _not_the_thing(duty, event) or _not_the_time(duty, row, event, day)


def _not_the_thing(duty: Duty, event: Event) -> str:
    """Whether it was done at all, and was of what the duty counts."""
    counts, row, table = duty.counts, event.row, TABLES[duty.kind]
    if table == "talks" and row["status"] != HELD:
        return f"Samtalen er ikke afholdt ({_word(table, 'status', row).lower()})."
    if table == "offers" and row["status"] not in BEGUN:
        return Reason.NOTBEGUN
    if table == "decisions":
        right = row["act"] == ACT_ON_SICK_PAY and (row["section"] or "").startswith(SECTIONS_OF_REASSESSMENT)
        return "" if right else Reason.NO_DECISION_OF_SICK_PAY
    kind = "type" if table == "talks" else "kind"
    if counts.kinds and row[kind] not in counts.kinds:
        return f"»{_word(table, kind, row)}« tæller ikke efter {duty.cites}."
    if table == "talks":
        return _not_the_way(duty, row)
    length = (row["end"] - row["start"]).days + 1 if table == "offers" and row["end"] else counts.least_days
    return f"Det varer {length} dage; der kræves {counts.least_days}." if length < counts.least_days else ""


def _not_the_way(duty: Duty, row: Mapping[str, Any]) -> str:
    """Whether the right one held the talk, in the right form."""
    if duty.counts.authorities and row["authority"] not in duty.counts.authorities:
        return f"Samtalen er holdt af {_word('talks', 'authority', row).lower()}."
    if duty.counts.forms and row["form"] not in duty.counts.forms:
        return f"Formen tæller ikke: {_word('talks', 'form', row).lower() or 'ikke oplyst'}."
    return ""


def _not_the_time(duty: Duty, row: Mapping[str, Any], event: Event, day: dt.date) -> str:
    """Whether it came before the clock opened, or the offer did not run on the day that is asked."""
    if duty.kind is Kind.HOURS:
        return _not_running(min(row["due"], day), event)
    first = row["case_start"] if duty.kind is Kind.REASSESSMENT else row["opens"]
    return f"Det var før {danish_day(first)}, hvor det begynder at tælle." if event.day < first else ""


def too_late(duty: Duty, row: Mapping[str, Any], event: Event) -> str:
    """Why something that is right in all else was no longer counted."""
    if row["ends"] and event.day > row["ends"]:
        return Reason.AFTER_ITS_END
    if duty.clock.starts is Starts.LATEST and row["met_on"]:
        return f"Runden sluttede {danish_day(row['met_on'])}."
    if event.day > row["due"] and not duty.late_counts:
        return f"Det var efter fristen {danish_day(row['due'])}, og det kan ikke indhentes."
    return Reason.AFTER_LEAVING


def _not_running(on: dt.date, event: Event) -> str:
    """Whether an offer runs on the day of which the hours are asked: the judged day, or the round's last before it."""
    ended = event.row["end"] and event.row["end"] < on
    return f"Tilbuddet løb ikke {danish_day(on)}." if ended or event.day > on else ""


def _word(table: str, column: str, row: Mapping[str, Any]) -> str:
    """The Danish of a word of the contract."""
    return (CONTRACT.table(table).column(column).allowed or {}).get(row[column] or "", row[column] or "")
