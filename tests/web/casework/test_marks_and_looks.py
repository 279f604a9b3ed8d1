"""What is recorded when somebody opens a case, marks a deadline, or takes rows out; and what is shown of it."""

from __future__ import annotations

import datetime as dt
import re

import icalendar
import pytest
from django.db import DatabaseError
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from django.utils.crypto import salted_hmac

from access.people import a_user, logged_in
from casework.worklists.hand_made import DAY, days, pseudonym
from pejl.access.models import Look
from pejl.access.roles import ADMINISTRATOR, ANALYST, CASEWORKER, COUNCILLOR
from pejl.access.services import set_caseworker
from pejl.acts.models import Act
from pejl.casework.deadlines.key import DeadlineKey, hidden_key
from pejl.home.folders import Home
from pejl.web.page.register_words import short_pseudonym

LOOK, MARK, FILE, CALENDAR = (f"/arbejdslister/{part}/" for part in ("person/opslag", "marker", "hent", "kalender"))
STARTS = dt.date(2026, 1, 5)


def key(number: int, duty: str = "samtaler_kommune") -> str:
    return str(DeadlineKey(duty, pseudonym(number), STARTS))


def look(client: Client, number: int = 0, purpose: str = "casework") -> HttpResponse:
    return client.post(LOOK, {"person": pseudonym(number), "formaal": purpose})  # type: ignore[return-value]


def mark(client: Client, what: str, number: int = 0, **more: str) -> HttpResponse:
    return client.post(MARK, {"frist": shown_key(client, number), "maerke": what, **more})  # type: ignore[return-value]


def shown_key(client: Client, number: int = 0) -> str:
    """The key by which that person's row is named on the pages of whoever is logged in."""
    secret = salted_hmac("pejl.casework.rows", client.session["_auth_user_id"], algorithm="sha256").hexdigest()
    return hidden_key(DeadlineKey("samtaler_kommune", pseudonym(number), STARTS), secret)


def text(answer: HttpResponse) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_a_look_tells_the_deadlines_with_the_law_and_is_in_the_log(lise: Client) -> None:
    said = text(look(lise))
    assert "Opslaget er skrevet i loggen" in said and "Team Nord, sagsbehandler s1" in said
    assert "Uret går fra 5. januar 2026, sagens første dag. Fristen er 6 måneder: sidste dag er 6. april 2026." in said
    assert "Der kræves 4 samtaler, og 1 er talt med." in said and "Der er 6 dage tilbage." in said
    assert "Kommunen holder mindst to samtaler inden for 6 måneder." in said and "LAB § 31" in said
    assert "Fristen er overskredet med 2 dage, og det skal stadig gives." in said
    assert "05.01.2026 og stadig Ydelsesforløb" in said and "02.02.2026 Samtaler : Jobsamtale (7)" in said
    (row,) = Look.objects.all()
    assert (row.username, row.right, row.subject, row.page) == ("lise", "casework_person", pseudonym(0), LOOK)


def test_closed_deadlines_say_why_they_are_closed(leader: Client) -> None:
    assert "Fritaget: Borgeren er alvorligt syg (LAB § 999)." in text(look(leader, 10))
    assert "faldt bort ved lovændringen" in text(look(leader, 7))
    assert "Opfyldt 11. marts 2026." in text(look(leader, 9))
    assert "Fristen er gået, og det, der gøres nu, tæller ikke med i den." in text(look(leader, 6))


def test_a_look_tells_what_counted_and_why_the_rest_did_not(casework: Home, lise: Client) -> None:
    said = text(look(lise))
    assert said.count("Hvad er talt med, og hvad er ikke?") == 1  # nobody has been given an offer
    assert "02.02.2026 Jobsamtale (7), afholdt: talt med" in said
    late = text(look(lise, 7))
    assert "02.02.2026 Jobsamtale (7), afholdt: ikke talt med. Pligten var bortfaldet ved en lovændring." in late


def test_a_person_of_whom_nothing_is_known_is_looked_at_all_the_same(leader: Client) -> None:
    assert "Der er ingen frister" in text(look(leader, 99))
    assert Look.objects.get().subject == pseudonym(99)


def test_without_a_purpose_or_a_pseudonym_nothing_is_shown(lise: Client) -> None:
    assert "Hvorfor slår du op?" in text(look(lise, purpose="nysgerrig"))
    assert lise.get(LOOK)["Location"] == "/arbejdslister/"
    assert lise.post(LOOK, {"person": "0101801234", "formaal": "casework"}).status_code == 302
    assert not Look.objects.exists()


def test_a_look_that_cannot_be_logged_shows_nothing(lise: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object, **_more: object) -> None:
        raise DatabaseError("the disk is full")

    monkeypatch.setattr(Look.objects.__class__, "create", full)
    monkeypatch.setattr(Look.objects.__class__, "bulk_create", full)
    assert look(lise).status_code == 503
    answers = [lise.post(FILE, {"liste": "frist", "formaal": "casework"}), lise.post(CALENDAR, {"formaal": "casework"})]
    assert [each.status_code for each in answers] == [503, 503]
    assert pseudonym(0).encode() not in answers[0].content and b"VEVENT" not in answers[1].content


@pytest.mark.parametrize("role", [ANALYST, ADMINISTRATOR, COUNCILLOR], ids=lambda role: role.name)
def test_who_may_not_is_refused(casework: Home, role: object) -> None:
    client = logged_in(a_user("bo", role))  # type: ignore[arg-type]
    answers = [look(client), mark(client, "udfoert"), client.post(FILE, {"liste": "frist", "formaal": "casework"})]
    assert [each.status_code for each in answers] == [403, 403, 403]
    assert not Look.objects.exists() and not Act.objects.filter(subject__startswith="deadline:").exists()


def test_one_click_marks_a_row_as_done_and_it_leaves_the_list(lise: Client) -> None:
    back = "/arbejdslister/liste/frist/?hvem=alle"
    answer = mark(lise, "udfoert", retur=back)
    said = text(answer)
    assert "Markeringen er gemt" in said and back in answer.content.decode()
    act = Act.objects.get(subject=key(0))
    assert (act.verb, act.who, act.detail) == ("casework.done", "lise", {"day": timezone.localdate().isoformat()})
    assert short_pseudonym(pseudonym(0)) not in text(lise.get("/arbejdslister/liste/frist/"))  # type: ignore[arg-type]
    assert "lise" in text(lise.get("/arbejdslister/liste/alle/"))  # type: ignore[arg-type]


def test_a_part_of_the_page_is_answered_with_the_row_alone(lise: Client) -> None:
    answer = lise.post(MARK, {"frist": shown_key(lise), "maerke": "udfoert"}, headers={"HX-Request": "true"})
    page = answer.content.decode()
    assert page.startswith("\n<tr") or page.lstrip().startswith("<tr")
    assert "Fortryd" in page and "hx-swap-oob" in page and "<html" not in page


def test_a_mark_is_undone_by_another_act(lise: Client) -> None:
    mark(lise, "udfoert")
    assert "Markeringen er fjernet" in text(mark(lise, "fortryd"))
    assert [act.verb for act in Act.objects.filter(subject=key(0))] == ["casework.done", "casework.unmark"]
    assert "Hvad er skrevet om fristen?" in text(look(lise)) and "markeringen fjernet" in text(look(lise))


def test_a_booking_an_exemption_and_a_disagreement_take_what_they_need(lise: Client) -> None:
    soon = (timezone.localdate() + dt.timedelta(days=3)).isoformat()
    assert "Booket" in text(mark(lise, "booket", dag=soon))
    assert "Skriv dagen som 01.07.2025." in text(mark(lise, "booket"))
    assert "Dagen er gået" in text(mark(lise, "booket", dag="2020-01-01"))
    assert "Borgeren er alvorligt syg (LAB § 999)" in text(mark(lise, "fritaget", grund="alvorlig_sygdom", til=soon))
    assert "siger ikke nok" in text(mark(lise, "fritaget", grund="uden_for_andelen"))
    assert "Vælg en grund." in text(mark(lise, "fritaget", grund="opfundet"))
    assert mark(lise, "uenig", grund="reglen", hvorfor=" ").status_code == 422
    assert "forkert dag" in text(mark(lise, "uenig", grund="forkert_dag"))
    verbs = [act.verb for act in Act.objects.filter(subject=key(0))]
    assert verbs == ["casework.booked", "casework.exempt", "casework.disagree"]


def test_a_day_that_cannot_be_read_marks_nothing(lise: Client) -> None:
    """Not today, and not for ever, which is what no day would mean."""
    for day in ("31.02.2026", "i morgen", "0001-01-01"):
        assert "Dagen kan ikke læses" in text(mark(lise, "udfoert", dag=day))
        answer = mark(lise, "fritaget", grund="alvorlig_sygdom", til=day)
        page = answer.content.decode()
        assert "Dagen kan ikke læses" in text(answer) and "Fejl: Skriv dagen som 01.07.2025." in text(answer)
        assert f'name="til" value="{day}"' in page and 'name="grund" value="alvorlig_sygdom"' in page
    assert not Act.objects.filter(subject=key(0)).exists()


def test_of_a_reason_neither_numbers_nor_signs_that_turn_the_text_are_kept(lise: Client) -> None:
    for written in ("01.01.80-1234", "0101\u200b80-1234", "x" * 990 + " 010180-1234"):
        mark(lise, "uenig", grund="anden", hvorfor=written)
        mark(lise, "fortryd")
    mark(lise, "uenig", grund="anden", hvorfor="\u202evendt\u202c\r\nX: y")
    kept = [act.why for act in Act.objects.filter(subject=key(0), verb="casework.disagree")]
    assert kept[:2] == ["[CPR-nummer skjult]"] * 2 and "0101" not in kept[2] and len(kept[2]) <= 1000
    assert kept[3] == "vendt X: y"


def test_only_a_deadline_that_there_is_can_be_marked(lise: Client) -> None:
    assert mark(lise, "udfoert", 5).status_code == 404
    assert mark(lise, "slettet").status_code == 404
    assert lise.post(MARK, {"frist": "deadline:x", "maerke": "udfoert"}).status_code == 404
    assert lise.get(MARK)["Location"] == "/arbejdslister/"
    assert not Act.objects.filter(subject__startswith="deadline:").exists()


@pytest.mark.parametrize(
    "back", ["https://andet.example/", "//andet.example/", "/arbejdslister/liste/\\@x", "/om/ukendt/"]
)
def test_a_mark_leads_back_to_a_list_and_nowhere_else(lise: Client, back: str) -> None:
    assert back not in mark(lise, "udfoert", retur=back).content.decode()


def test_a_mark_is_not_taken_from_another_site(casework: Home) -> None:
    user = a_user("bo", CASEWORKER)
    client = Client(enforce_csrf_checks=True)
    client.force_login(user)
    assert mark(client, "udfoert").status_code == 403 and not Act.objects.filter(verb="casework.done").exists()


def test_a_list_as_a_file_is_a_look_at_each_person_and_an_act(lise: Client) -> None:
    answer = lise.post(FILE, {"liste": "frist", "hvem": "alle", "dage": "60", "formaal": "supervision"})
    rows = answer.content.decode("utf-8-sig").splitlines()
    assert answer["Content-Disposition"] == f'attachment; filename="frist-{DAY}.csv"' and len(rows) == 4
    assert rows[0].startswith("Borger;Pligt;Lov;Tilstand;Sidste dag")
    assert f"{pseudonym(0)};Kommunens samtaler;LAB § 31;Venter;06.04.2026;6;4;1;3" in rows[1]
    looks = set(Look.objects.values_list("right", "subject", "purpose"))
    assert looks == {("casework_lists", pseudonym(number), "supervision") for number in (0, 1, 3)}
    act = Act.objects.get(verb="access.take_out")
    assert (act.subject, act.detail) == ("worklist:frist", {"persons": 3, "purpose": "supervision"})
    assert lise.post(FILE, {"liste": "ukendt", "formaal": "casework"}).status_code == 404


def test_a_calendar_has_ones_own_open_deadlines_and_names_nobody(lise: Client) -> None:
    answer = lise.post(CALENDAR, {"formaal": "casework"})
    calendar = icalendar.Calendar.from_ical(answer.content)
    events = list(calendar.walk("VEVENT"))
    assert [(str(each["summary"]), each["dtstart"].dt) for each in events] == [
        (f"Frist: Kommunens samtaler ({short_pseudonym(pseudonym(0))})", days(6)),
        (f"Frist: Kommunens samtaler ({short_pseudonym(pseudonym(3))})", days(45)),
    ]
    assert pseudonym(0) not in answer.content.decode().replace("\r\n ", "")
    assert len({str(each["uid"]) for each in events}) == 2
    assert Act.objects.get(verb="access.take_out").subject == "calendar:s1"
    assert lise.get(CALENDAR).status_code == 302 and Client().get(CALENDAR).status_code == 302


def test_a_calendar_is_nobodys_who_has_no_number(leader: Client) -> None:
    assert leader.post(CALENDAR, {"formaal": "casework"})["Location"] == "/arbejdslister/"
    set_caseworker("else", "s3", who="Prøve")
    events = icalendar.Calendar.from_ical(leader.post(CALENDAR, {"formaal": "casework"}).content).walk("VEVENT")
    assert [str(each["status"]) for each in events] == ["TENTATIVE"]
