"""A citizen answers by a link: on a telephone, without a login, once, and nobody else learns whom it is for."""

from __future__ import annotations

import datetime as dt
import logging
import re

import pytest
from django.test import Client
from django.utils import timezone

from access.people import PERSON
from pejl.screening.assessments.events import Event
from pejl.screening.models import LogEntry, QuestionLink
from pejl.screening.questionnaire.questions import QUESTIONS
from pejl.screening.services.questionnaires import send

FORM, THANKS = "/screening/spoergsmaal/", "/screening/spoergsmaal/tak/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def token() -> str:
    return send(PERSON, "s1", who="lise", language="da")


def page(address: str, client: Client | None = None) -> str:
    return re.sub(r"\s+", " ", (client or Client()).get(address).content.decode())


def test_a_citizen_answers_some_questions_and_is_thanked(token: str) -> None:
    client = Client(enforce_csrf_checks=True)
    secret = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page(f"{FORM}{token}/", client))
    assert secret is not None
    sent = {"link": token, "sprog": "da", "csrfmiddlewaretoken": secret[1]}
    answer = client.post(FORM, {**sent, "tilbage_i_job": "7", "smerter": "", "oensker_samtale": "1"})
    assert (answer.status_code, answer["Location"]) == (302, f"{THANKS}?sprog=da")
    assert "Tak for dine svar" in page(answer["Location"], client)
    entry = LogEntry.objects.get(event=Event.SVARET)
    assert (entry.person, entry.spell, entry.who) == (PERSON, "s1", "borgeren")
    assert '"tilbage_i_job":7' in entry.detail.replace(" ", "") and "smerter" not in entry.detail


def test_every_question_stands_in_both_languages_with_nothing_chosen(token: str) -> None:
    danish, english = page(f"{FORM}{token}/"), page(f"{FORM}{token}/?sprog=en")
    assert '<html lang="da">' in danish and '<html lang="en">' in english
    for each in QUESTIONS:
        assert each.asks[0] in danish and each.asks[1] in english
    assert f"Question {len(QUESTIONS)} of {len(QUESTIONS)}" in english
    assert "checked" not in danish + english


def test_looking_at_the_page_uses_nothing_up_and_answering_does(token: str) -> None:
    for _ in range(3):
        assert Client().get(f"{FORM}{token}/").status_code == 200
    sent = {"link": token, "sprog": "en", "bekymring": "2"}
    assert Client().post(FORM, sent).status_code == 302
    again = Client().post(FORM, sent)
    assert again.status_code == 404 and "The link cannot be used" in again.content.decode()
    assert LogEntry.objects.filter(event=Event.SVARET).count() == 1


def test_unknown_used_taken_back_and_too_late_are_one_page(token: str) -> None:
    used, late = send(PERSON, "s2", who="lise", language="da"), send(PERSON, "s3", who="lise", language="da")
    Client().post(FORM, {"link": used, "bekymring": "2"})
    QuestionLink.objects.filter(spell="s3").update(expires=timezone.now() - dt.timedelta(minutes=1))
    send(PERSON, "s1", who="lise", language="da")  # a new link takes the first one back
    answers = [Client().get(f"{FORM}{each}/") for each in ("x" * 43, used, late, token, "a" * 5000)]
    assert {each.status_code for each in answers} == {404}
    assert len({each.content for each in answers}) == 1


def test_the_page_tells_nobody_whom_it_is_for(token: str) -> None:
    said = Client().get(f"{FORM}{token}/").content.decode()
    assert PERSON not in said and PERSON[:8] not in said and "lise" not in said and "s1" not in said


def test_answers_that_cannot_be_kept_are_asked_again_and_nothing_is_lost(token: str) -> None:
    none = Client().post(FORM, {"link": token, "sprog": "da"})
    assert none.status_code == 422 and "Svar på mindst ét spørgsmål" in none.content.decode()
    wrong = Client().post(FORM, {"link": token, "tilbage_i_job": "7", "smerter": "99"})
    assert wrong.status_code == 422 and re.search(r'name="tilbage_i_job" value="7" checked', wrong.content.decode())
    assert not LogEntry.objects.filter(event=Event.SVARET).exists()
    assert Client().get(f"{FORM}{token}/").status_code == 200


def test_the_link_is_handed_on_to_nobody(token: str, caplog: pytest.LogCaptureFixture) -> None:
    answer = Client().get(f"{FORM}{token}/")
    assert answer["Referrer-Policy"] == "strict-origin" and answer["Cache-Control"] == "private, no-store"
    assert "noindex" in answer["X-Robots-Tag"]
    said = answer.content.decode()
    assert not re.findall(r'(?:href|src|action)="(?:https?:)?//', said), "nothing comes from, or leads, elsewhere"
    assert set(answer.cookies) == {"pejl_form"}
    with caplog.at_level(logging.WARNING, "django.request"):
        Client().get(f"{FORM}{'y' * 43}/")
    assert caplog.records  # and `test_log_lines` sees to it that the line does not hold the link


def test_without_a_link_the_page_says_only_that(db: None) -> None:
    assert Client().get(FORM).status_code == 200 and "Linket kan ikke bruges" in page(FORM)
    assert "Thank you for your answers" in page(f"{THANKS}?sprog=en")
