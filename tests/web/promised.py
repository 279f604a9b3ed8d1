"""A small record of promises for the tests of their pages: one of each state on the day of the tests."""

from __future__ import annotations

import datetime as dt

from pejl.minutes.document import Minutes, Outcome
from record.builders import closed, item, minutes
from web.reading import take_in

COMMITTEE = "Beskæftigelsesudvalget"
MADE, KEPT = dt.date(2025, 9, 10), dt.date(2026, 3, 11)
DAY = "2026-05-01"
SECRET = "Hemmelighedskræmmeri"  # noqa: S105

KEPT_PROMISE = "En status på handleplanerne forelægges udvalget i 1. kvartal 2026."
OVERDUE = "En redegørelse om klager forelægges udvalget i november 2025."
DUE = "Forvaltningen vil i 1. halvår 2026 forelægge udvalget et forslag til <b>navn</b>."
COMING = "Ordningen evalueres i 2028."
NO_TIME = "Forvaltningen vender tilbage med en plan for virksomhederne."
VOID = "En rapport om lokaler forelægges udvalget i januar 2026."
TO_OTHERS = "Borgmesteren svarede, at Teknik- og Klimaudvalget får en sag om belysning i foråret 2025."

DOCUMENTS: tuple[Minutes, ...] = (
    minutes(
        item(1, "Handleplaner efter revisionen", text=[KEPT_PROMISE]),
        item(2, "Klager og navn", text=[OVERDUE, DUE]),
        item(3, "Virksomheder", text=[COMING, NO_TIME]),
        item(4, "Lokaler", text=[VOID], outcome=Outcome.WITHDRAWN, decided="Sagen blev trukket."),
        closed(5, "Personsag", hidden=f"En status om {SECRET} forelægges udvalget i maj 2026."),
        body=COMMITTEE,
        date=MADE,
    ),
    minutes(item(1, "Status på handleplanerne", outcome=Outcome.NOTED), body=COMMITTEE, date=KEPT),
)


def take_in_promises() -> None:
    """Import the small record."""
    take_in(*DOCUMENTS)
