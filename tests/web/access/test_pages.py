"""The pages of access, as their readers read them."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import resolve

from access.people import PERSON, a_user, logged_in
from pejl.access.models import Look
from pejl.access.purposes import Purpose
from pejl.access.rights import REGISTER_PERSON, RIGHTS
from pejl.access.roles import ADMINISTRATOR, ANALYST, CASEWORKER, ROLES
from pejl.access.services import disable_user, record_look
from pejl.web.access.addresses import FORMS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_home")]
OTHER = "p" + "z" * 26
TEMPLATES = Path(str(settings.WEB)) / "access" / "templates"
ENGLISH = re.compile(
    r"\b(the|your|you|please|password|sign|login code|username|account|must|this|confirm|submit|is not|invalid)\b",
    re.I,
)


def main(client: Client, address: str) -> str:
    """What stands on the page, without its markup."""
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    page = answer.content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", page[page.index("<main") : page.index("</main>")]).split())


@pytest.fixture
def administrator() -> Client:
    return logged_in(a_user("else", ADMINISTRATOR, full_name="Else Brandt"))


def look_at(name: str, subject: str, times: int = 1) -> None:
    user = a_user(name, CASEWORKER)
    for _ in range(times):
        record_look(user, REGISTER_PERSON, subject=subject, page=f"/register/{subject}/", purpose=Purpose.COMPLAINT)


def test_the_log_tells_who_has_looked_at_whom_and_is_found_by_person_user_and_day(administrator: Client) -> None:
    assert "Ingen har slået en person op endnu." in main(administrator, "/adgang/log/")
    look_at("bo", PERSON)
    look_at("ida", OTHER, times=2)
    said = main(administrator, "/adgang/log/")
    assert "3 opslag" in said and f"bo {PERSON} Behandling af en klage" in said
    assert "2 opslag" in main(administrator, f"/adgang/log/?person={OTHER}")
    assert "1 opslag" in main(administrator, "/adgang/log/?bruger=bo")
    tomorrow = dt.date.today() + dt.timedelta(days=2)  # noqa: DTZ011 - two days on, wherever that is
    assert "Ingen opslag passer" in main(administrator, f"/adgang/log/?fra={tomorrow}")
    assert "Ingen opslag passer" in main(administrator, f"/adgang/log/?fra={tomorrow:%d.%m.%Y}")
    unread = main(administrator, "/adgang/log/?fra=i+går&person=%00&side=x")
    assert "3 opslag" in unread and "Feltet er ikke brugt." in unread and "Skriv dagen som 01.07.2025." in unread


def test_a_long_log_is_read_page_by_page(administrator: Client) -> None:
    look_at("bo", PERSON, times=51)
    page = administrator.get("/adgang/log/?bruger=bo").content.decode()
    assert page.count("<tr>") == 51 and 'href="/adgang/log/?bruger=bo&amp;side=2"' in page
    assert administrator.get("/adgang/log/?bruger=bo&side=2").content.decode().count("<tr>") == 2
    assert administrator.get("/adgang/log/?bruger=bo&side=99").content.decode().count("<tr>") == 2


def test_reading_the_log_is_no_look_at_a_person(administrator: Client) -> None:
    administrator.get(f"/adgang/log/?person={PERSON}")
    assert not Look.objects.exists()


def test_everyone_can_read_which_roles_there_are_and_what_each_may_see() -> None:
    said = main(Client(), "/adgang/roller/")
    for role in ROLES:
        assert role.danish in said and role.word in said
    for right in RIGHTS:
        assert right.danish in said
    assert said.count("Logges.") == 11


def test_administrators_see_the_users_and_their_roles(administrator: Client) -> None:
    a_user("bo", CASEWORKER, ANALYST, full_name="Bo Lund")
    a_user("ida")
    disable_user("ida", who="Else")
    said = main(administrator, "/adgang/brugere/")
    assert (
        "3 brugere" in said
        and "bo Bo Lund Sagsbehandler, Analytiker – Aldrig Ja" in said
        and "ida Ingen – Aldrig Nej" in said
    )


def test_each_sees_their_own_roles_and_rights_and_the_way_to_what_they_may_open(administrator: Client) -> None:
    said = main(administrator, "/adgang/")
    assert "Du er logget ind som Else Brandt. Din rolle er administrator." in said and "Hvem har set hvad" in said
    two = main(logged_in(a_user("bo", CASEWORKER, ANALYST)), "/adgang/")
    assert "Dine roller er sagsbehandler og analytiker." in two and "Hvem har set hvad" not in two
    none = main(logged_in(a_user("ida")), "/adgang/")
    assert "Din rolle er læser." in none


OWN = ("", "adgangskode/", "totrin/", "bekraeft/", "log-ud/", "log/", "brugere/", "roller/")


@pytest.mark.parametrize("part", OWN)
def test_no_english_word_stands_on_a_page(administrator: Client, part: str) -> None:
    assert not ENGLISH.findall(main(administrator, f"/adgang/{part}"))


@pytest.mark.parametrize("sent", [{}, {"login": "x", "password": "y"}, {"login": "x" * 200, "password": "y"}])
def test_no_english_word_stands_in_what_is_wrong_with_a_form(sent: dict[str, str]) -> None:
    page = Client().post("/adgang/log-ind/", sent).content.decode()
    assert not ENGLISH.findall(re.sub(r"<[^>]+>", " ", page[page.index("<main") : page.index("</main>")]))


def test_every_address_that_takes_a_form_is_one_of_the_site() -> None:
    for address in FORMS:
        assert resolve(address).func, address


@pytest.mark.parametrize(
    "template", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: str(path.relative_to(TEMPLATES))
)
def test_a_template_has_no_script_or_style_of_its_own_and_every_form_its_mark(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"<script|<style|style=|\son\w+=|http://|https://", text)
    for form in re.findall(r"<form.*?</form>", text, re.DOTALL):
        assert 'method="get"' in form or "{% csrf_token %}" in form or "access/fields.html" in form
