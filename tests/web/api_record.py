"""A small record for the tests of the API: three meetings of two bodies, and a closed item that has text."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from pejl.minutes.document import Minutes, Outcome, Status
from pejl.minutes.sources import Unreadable
from pejl.minutes.sources.unreadable import Words
from pejl.record import services
from pejl.record.promises.keys import Place, promise_key
from record.builders import as_file, closed, item, member, minutes, reader, stop, vote

SECRET = "Hemmelighedskræmmeri"  # noqa: S105
"""A word that stands in the closed item's recommendation, decision and text, and nowhere else."""

COMMITTEE, COUNCIL = "Beskæftigelsesudvalget", "Byrådet"
MARCH, APRIL = dt.date(2025, 3, 12), dt.date(2025, 4, 9)
PLACE = "fjordby-kommune/beskaeftigelsesudvalg/2025-03-12"

PROMISE = "En evaluering forelægges udvalget i december 2025."
PROMISE_KEY = promise_key(Place("fjordby-kommune", "beskæftigelsesudvalg", "2025-03-12", "punkt-2"), PROMISE, 1)

FIRST = minutes(
    item(1, "Godkendelse af dagsorden", outcome=Outcome.APPROVED),
    item(
        2,
        "Indsats for kontanthjælpsmodtagere",
        case="15.20.00-P05-3-25",
        subject="15.20.00",
        year=2025,
        text=["Forvaltningen fremlægger kvartalets tal.", PROMISE],
        outcome=Outcome.RECOMMENDED,
        votes=[vote(for_=["Asta Fjord"], against=["Bo Klit"])],
        route=[stop(COUNCIL, dt.date(2025, 3, 26))],
    ),
    closed(3, "Lukket: Personsag", hidden=SECRET),
    members=[member("Asta Fjord", "A"), member("Bo Klit", "V", Status.ABSENT)],
)
CORRECTED = minutes(*FIRST.items[:2], item(4, "Tilføjet ved rettelsen"), note="corrected")
SECOND = minutes(item(1, "Budgetopfølgning", outcome=Outcome.POSTPONED), body=COMMITTEE, date=APRIL)
THIRD = minutes(
    item(5, "Indsats for kontanthjælpsmodtagere", case="15.20.00-P05-3-25", subject="15.20.00", year=2025),
    body=COUNCIL,
    date=dt.date(2024, 11, 28),
)
DOCUMENTS = (FIRST, SECOND, THIRD)


def take_in(*documents: Minutes) -> None:
    """Import the documents as files, by the services' own door."""
    here = replace(
        services.installation(), read=reader(lambda name: Unreadable(name, Words("it is no document", "det er intet")))
    )
    for number, document in enumerate(documents, start=1):
        services.import_bytes(f"referat-{number}.txt", as_file(document), "Fjordby Kommune", at=here)
