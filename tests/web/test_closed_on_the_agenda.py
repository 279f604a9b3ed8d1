"""The record holds minutes against their agenda: what was closed there and is open now is pointed out."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pejl.minutes.checks.opened_since import RULE
from pejl.record.models import Document, Meeting
from pejl.record.queries.agendas import agenda_beside
from pejl.record.queries.checking import checked, in_turn, shown_documents
from record.builders import agenda, closed, item, minutes
from web.reading import COMMITTEE, said, take_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_home")]
SALE = "Salg af grunden ved Åen"
SENTENCE = "Punktet er lukket på dagsordenen, men åbent i referatet. Må det offentliggøres?"
PAGE = f"{COMMITTEE}/2025-03-12/punkt-2/"


def found() -> list[tuple[str, int | None]]:
    return [
        (flag.said, flag.place)
        for each in checked(in_turn(shown_documents()))
        for flag in each.flags
        if flag.rule == RULE
    ]


@pytest.mark.parametrize("agenda_first", [True, False])
def test_it_is_told_on_the_page_in_the_api_and_by_the_command_whichever_came_first(agenda_first: bool) -> None:
    both = [agenda(item(1), closed(2, SALE, hidden="Bud på 4 mio. kr.")), minutes(item(1), item(2, SALE))]
    take_in(*(both if agenda_first else reversed(both)))
    assert SENTENCE in said(PAGE) and "Bud på 4 mio." not in said(PAGE)
    assert SENTENCE not in said(f"{COMMITTEE}/2025-03-12/punkt-1/")
    told = Client().get("/api/v1/items/fjordby-kommune/beskaeftigelsesudvalg/2025-03-12/punkt-2").json()
    assert [flag["rule"] for flag in told["flags"]] == [RULE]
    assert found() == [(SENTENCE, 2)]


def test_only_the_current_agenda_counts() -> None:
    take_in(agenda(closed(1, SALE), note="1"), agenda(item(1, SALE), note="2"), minutes(item(1, SALE)))
    assert found() == []


def test_minutes_alone_and_the_agenda_of_another_body_tell_nothing() -> None:
    take_in(minutes(item(1, SALE)), agenda(closed(1, SALE), body="Byrådet"))
    assert found() == []


def test_the_agenda_takes_one_question_and_is_not_asked_for_beside_an_agenda() -> None:
    take_in(agenda(item(1), closed(2, SALE)), minutes(item(1), item(2, SALE)))
    meeting = Meeting.objects.get()
    with CaptureQueriesContext(connection) as asked:
        announced = agenda_beside(minutes(item(1)), meeting.pk)
        assert agenda_beside(agenda(item(1)), meeting.pk) == ()
    assert len(asked) == 1
    assert [(each.label, each.closed) for each in announced] == [("1", False), ("2", True)]
    assert Document.objects.filter(meeting=meeting).count() == 2
