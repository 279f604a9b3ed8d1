"""What is shown many times is asked for once: a longer list or a text with more references takes no more questions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pejl.minutes.document import Item, Minutes, Reference
from record.builders import BODY, item, minutes, vote
from web.reading import COMMITTEE, take_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_home")]

EARLIER, LATER = dt.date(2025, 2, 12), dt.date(2025, 3, 12)
DAY = "2025-06-01"
PLACES = ("Havnen", "Skoven", "Engen", "Bakken", "Søen", "Heden", "Mosen", "Fjorden")

LISTS = (
    "/",
    "/referater/",
    f"{COMMITTEE}/",
    f"/loefter/?dag={DAY}",
    f"/loefter/kalender.ics?dag={DAY}",
    f"/loefter/atom.xml?dag={DAY}",
    "/bevillinger/",
    "/om/",
    "/om/fuldstaendighed/",
    "/om/fuldstaendighed/fjordby-kommune/beskaeftigelsesudvalg/",
    "/referater/atom.xml",
    "/referater/kalender.ics",
    "/eksport/record.ndjson",
    "/api/v1/meetings",
    "/api/v1/items",
    "/api/v1/promises",
    "/api/v1/appropriations",
    "/api/v1/completeness",
    "/api/v1/popolo/vote-events",
    *(
        f"/oparl/v1.1/body/fjordby-kommune/{kind}"
        for kind in ("organization", "person", "meeting", "paper", "agendaitem", "consultation", "file", "membership")
    ),
)


def questions(address: str) -> int:
    """How many database queries the address takes."""
    with CaptureQueriesContext(connection) as asked:
        answer = Client().get(address)
        assert answer.status_code == 200, f"{address} answered {answer.status_code}"
        assert b"".join(answer) if answer.streaming else answer.content
    return len(asked)


def treatments(places: Iterable[str]) -> Iterator[Item]:
    """An item for each place, with a case, a promise, money and a vote."""
    for number, place in enumerate(places, start=1):
        yield item(
            number,
            f"Værksted ved {place}",
            case=f"15.00.00-P20-{number}-25",
            recommended=[f"at der gives en tillægsbevilling på {number} mio. kr. i 2025 til værkstedet"],
            text=[f"En status på værkstedet ved {place} forelægges udvalget i maj 2025."],
            votes=[vote(for_=[f"Asta {place}"], against=[f"Bo {place}"])],
        )


def take_in_meetings(weeks: Iterable[int]) -> None:
    take_in(*(minutes(*treatments(PLACES), date=EARLIER + dt.timedelta(weeks=week)) for week in weeks))


def test_a_longer_list_takes_no_more_questions() -> None:
    take_in_meetings(range(2))
    few = {address: questions(address) for address in LISTS}
    take_in_meetings(range(2, 6))
    assert {address: questions(address) for address in LISTS} == few


def referring(numbers: Iterable[int]) -> Minutes:
    """Minutes with one item whose text points at these items of the meeting before, and tells nothing of them."""
    told = [(number, f"jf. punkt {number} på mødet i februar") for number in numbers]
    pointing = [Reference(body=BODY, date=EARLIER, item=number, line=14, text=text) for number, text in told]
    text = [f"Udvalget har hørt om cykelstier og belysning, {words}." for _, words in told]
    return minutes(item(1, "Orientering", text=text, references=pointing), date=LATER)


@pytest.mark.parametrize(
    "page",
    [
        f"{COMMITTEE}/2025-03-12/punkt-1/",
        "/api/v1/items/fjordby-kommune/beskaeftigelsesudvalg/2025-03-12/punkt-1",
    ],
)
def test_a_text_with_more_references_takes_no_more_questions(page: str) -> None:
    take_in_meetings([0])
    take_in(referring([1, 2]))
    few = questions(page)
    take_in(referring(range(1, 9)))
    assert questions(page) == few
