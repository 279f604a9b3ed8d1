"""A look at a person takes a purpose, and is in the log before anything is shown; nothing of it is in an address."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path

from access.people import a_user, logged_in
from pejl.access.models import Look
from pejl.access.rights import REGISTER_PERSON, may_see
from pejl.access.roles import ANALYST, CASEWORKER, TEAM_LEADER
from pejl.acts.models import Act
from pejl.home.folders import Home
from pejl.register.register import Register
from pejl.web.access.look_forms import LookForm, asked_in_form
from web.register.loaded import CPR, pseudonym

LOOK, ROWS, FILE = "/register/person/opslag/", "/register/forskelle/raekker/", "/register/karantaene/hent/"


@pytest.fixture
def leader(register: Home) -> Iterator[Client]:
    yield logged_in(a_user("else", TEAM_LEADER))


def look(client: Client, number: str = "n3", **more: str) -> HttpResponse:
    return client.post(LOOK, {"person": pseudonym(number), "formaal": "casework", **more})  # type: ignore[return-value]


def text(answer: HttpResponse) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_a_look_shows_the_person_and_says_that_it_is_logged(leader: Client) -> None:
    said = text(look(leader))
    assert "Opslaget er skrevet i loggen" in said and "arbejde med borgerens sag" in said
    assert "Arbejdsløshedsdagpenge" in said and "03.11.2025 og stadig" in said and "Jobsamtale (7)" in said
    (row,) = Look.objects.all()
    assert (row.username, row.subject, row.page, row.purpose) == ("else", pseudonym("n3"), LOOK, "casework")


def test_what_held_on_a_day_and_what_was_known_on_a_day_are_two_questions(leader: Client) -> None:
    assert "03.11.2025" in text(look(leader)) and "03.10.2025" not in text(look(leader))
    known = text(look(leader, kendt="2025-12-01"))
    assert "03.10.2025" in known and "til og med 30. november 2025" in known
    held = text(look(leader, gjaldt="2025-10-15", kendt="2025-12-01"))
    assert "Ydelsesforløb" in held and "Jobsamtale" not in held
    assert "Ydelsesforløb" not in text(look(leader, gjaldt="2025-10-15"))
    assert "vidste ikke noget den 1. januar 2020" in text(look(leader, kendt="01-01-2020"))
    assert Look.objects.count() == 6


def test_a_day_that_cannot_be_read_shows_nothing_and_stays_in_its_field(leader: Client) -> None:
    answer = look(leader, gjaldt="31.02.2025", kendt="1. december 2025")
    assert answer.status_code == 422
    page, said = answer.content.decode(), text(answer)
    assert "Intet er vist" in said and "Ydelsesforløb" not in said and said.count("Fejl: Skriv dagen som") == 1
    assert 'value="31.02.2025"' in page and 'value="01.12.2025"' in page
    assert Look.objects.count() == 1


def test_a_person_of_whom_nothing_is_known_is_looked_at_all_the_same(leader: Client) -> None:
    said = text(look(leader, "nobody"))
    assert "Registeret holder intet om personen" in said
    assert Look.objects.get().subject == pseudonym("nobody")


@pytest.mark.parametrize(
    "typed", [CPR, f"{CPR[:6]}-{CPR[6:]}", "", "p123", "P" + "A" * 26, "x" * 5000, "' OR 1=1", "\0"]
)
def test_what_is_no_pseudonym_is_neither_looked_up_nor_kept(leader: Client, typed: str) -> None:
    answer = leader.post(LOOK, {"person": typed, "formaal": "casework"})
    assert answer.status_code == 302 and answer["Location"] == "/register/person/?mangler=person"
    assert "Det er ikke et pseudonym" in leader.get(answer["Location"]).content.decode()
    assert not Look.objects.exists()


@pytest.mark.parametrize("purpose", ["", "nysgerrig", "casework "[:-2] + "x"])
def test_without_a_purpose_nothing_is_shown(leader: Client, purpose: str) -> None:
    answer = look(leader, formaal=purpose)
    assert "Hvorfor slår du op?" in answer.content.decode() and "dagpenge" not in answer.content.decode()
    assert 'method="post"' in answer.content.decode() and not Look.objects.exists()


def test_an_address_that_takes_a_form_shows_nothing_when_it_is_opened(leader: Client) -> None:
    assert leader.get(LOOK)["Location"] == "/register/person/"
    assert leader.get(f"{LOOK}?person={pseudonym('n3')}&formaal=casework").status_code == 302
    assert leader.get(ROWS).status_code == leader.get(FILE).status_code == 302
    assert not Look.objects.exists()


def test_the_form_is_not_taken_from_another_site(register: Home) -> None:
    user = a_user("else", TEAM_LEADER)
    client = Client(enforce_csrf_checks=True)
    client.force_login(user)
    assert look(client).status_code == 403
    assert not Look.objects.exists()


@pytest.mark.parametrize("address", [LOOK, ROWS])
def test_who_may_look_at_nobody_is_refused(register: Home, address: str) -> None:
    client = logged_in(a_user("bo", ANALYST))
    answer = client.post(address, {"person": pseudonym("n3"), "formaal": "casework"})
    assert answer.status_code == 403 and "dagpenge" not in answer.content.decode()
    assert not Look.objects.exists()


def test_who_may_not_look_is_told_who_may(register: Home) -> None:
    said = text(logged_in(a_user("bo", ANALYST)).get("/register/person/"))  # type: ignore[arg-type]
    assert "Din rolle giver ikke ret" in said and "sagsbehandler, teamleder og kvalitetskonsulent" in said


def test_a_look_that_cannot_be_logged_shows_nothing(
    leader: Client, register: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_more: object) -> None:
        raise DatabaseError("the disk is full")

    monkeypatch.setattr(Look.objects.__class__, "create", full)
    monkeypatch.setattr(Look.objects.__class__, "bulk_create", full)
    assert look(leader).status_code == 503
    ids = [each.id for each in Register(register).snapshots()]
    rows = leader.post(ROWS, {"fra": ids[0], "til": ids[1], "tabel": "benefit_spells", "formaal": "fault"})
    file = leader.post(FILE, {"snapshot": ids[1], "table": "benefit_spells", "formaal": "fault"})
    assert rows.status_code == file.status_code == 503
    assert b"y1" not in rows.content and not file.content.startswith(b"PK")


def test_rows_that_differ_are_a_look_at_each_person_among_them(leader: Client, register: Home) -> None:
    ids = [each.id for each in Register(register).snapshots()]
    asked = {"fra": ids[0], "til": ids[1], "formaal": "fault"}
    said = text(leader.post(ROWS, {**asked, "tabel": "benefit_spells"}))  # type: ignore[arg-type]
    assert "03.10.2025 03.11.2025" in said and "Opslagene er skrevet i loggen" in said and "Næste side" in said
    assert pseudonym("n3") not in said and Look.objects.count() == 100
    new = text(leader.post(ROWS, {**asked, "tabel": "persons"}))  # type: ignore[arg-type]
    assert "3 personer" in new and Look.objects.count() == 103
    ledger = text(leader.post(ROWS, {**asked, "tabel": "ledger_lines"}))  # type: ignore[arg-type]
    assert "november 2025 Ny" in ledger and "skrevet i loggen" not in ledger and Look.objects.count() == 103
    assert leader.post(ROWS, {**asked, "tabel": "nothing"}).status_code == 404
    assert leader.post(ROWS, {**asked, "fra": "../x", "tabel": "persons"}).status_code == 404


def test_a_file_of_quarantined_rows_is_a_look_at_each_person_and_an_act(leader: Client, register: Home) -> None:
    newest = Register(register).newest().id
    answer = leader.post(FILE, {"snapshot": newest, "table": "benefit_spells", "formaal": "fault"})
    assert answer.status_code == 200 and answer.getvalue().startswith(b"PK")
    assert set(Look.objects.values_list("right", "page", "purpose")) == {("register_quarantine", FILE, "fault")}
    assert set(Look.objects.values_list("subject", flat=True)) == {pseudonym(f"n{number}") for number in range(12)}
    act = Act.objects.get(verb="access.take_out")
    assert (act.who, act.subject) == ("else", f"quarantine:{newest}/benefit_spells")
    assert act.detail == {"persons": 12, "purpose": "fault"}


@pytest.mark.parametrize("asked", [("x", "persons"), ("2025-12-31-000000000000", "talks"), ("..", "talks"), ("", "")])
def test_a_file_of_nothing_is_not_there_and_no_look(leader: Client, asked: tuple[str, str]) -> None:
    answer = leader.post(FILE, {"snapshot": asked[0], "table": asked[1], "formaal": "fault"})
    assert answer.status_code == 404
    assert not Look.objects.exists() and not Act.objects.filter(verb="access.take_out").exists()


# A planted view that forgets to write its looks.


@may_see(REGISTER_PERSON)
def forgetful(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("hemmeligt")


marked = asked_in_form(LookForm("register-person", several=True))(forgetful)
urlpatterns = [path("register/forskelle/raekker/", marked), path("", include("pejl.web.urls"))]


@pytest.mark.urls(__name__)
def test_a_view_that_writes_no_look_is_stopped(register: Home) -> None:
    answer = logged_in(a_user("bo", CASEWORKER)).post(ROWS, {"formaal": "fault"})
    assert answer.status_code == 403 and b"hemmeligt" not in answer.content
