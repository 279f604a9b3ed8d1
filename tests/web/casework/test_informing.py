"""Who must be told of a change in the law, on the site: the lists, the letters, and what is written of either."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client, override_settings
from django.utils import timezone

from access.people import a_user, logged_in
from casework.worklists.hand_made import pseudonym
from pejl.access.models import Look
from pejl.access.roles import ANALYST, CASEWORKER, TEAM_LEADER
from pejl.acts.models import Act
from pejl.home.folders import Home
from pejl.home.turn import turn
from pejl.web.page.register_words import short_pseudonym

ROOM = "/arbejdslister/besked/"
DUTY = {"om": "omfattet_af_arbejdspligt", "fra": "2025-07-01"}
TEXT, CORRECTION = "arbejdspligt_juli_2025", "arbejdspligt_rettelse"
MISSED, LONG_HERE, UNKNOWN = (0, 1, 2), (3, 4), (5,)


@pytest.fixture(scope="module")
def july_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Three newly under the work duty, two who are not, and one of whom nobody can tell."""
    deliveries, loading = import_module("register.deliveries"), import_module("pejl.register.loading")
    short = {"residence_years": "3", "work_years": "0", "entered_1968_or_later": "ja"}
    facts = {
        **dict.fromkeys(MISSED, short),
        **{key: {**short, "residence_years": "10"} for key in LONG_HERE},
        **{key: {**short, "residence_years": ""} for key in UNKNOWN},
    }
    spell = {"benefit": "kontanthjaelp", "unit": "Jobcenter", "team": "Team Nord", "rate": "mindstesats"}
    folder, home = tmp_path_factory.mktemp("besked"), Home(tmp_path_factory.mktemp("besked-hjem"))
    tables = {
        "persons": [deliveries.person(f"n{number}", **each) for number, each in facts.items()],
        "benefit_spells": [
            deliveries.spell(f"y{number}", f"n{number}", "2025-07-01", **spell, target_group="jobparat")
            for number in facts
        ],
    }
    report = loading.load(deliveries.delivery(folder / "known", "2025-08-31", tables), home, deliveries.KEY)
    assert all(not table.quarantined for table in report.tables)
    return home


@pytest.fixture
def july(july_home: Home, db: None) -> Iterator[Home]:
    with pytest.MonkeyPatch.context() as patch, override_settings(HOME=july_home):
        patch.setenv("PEJL_HOME", str(july_home.root))
        yield july_home


@pytest.fixture
def leader(july: Home) -> Client:
    return logged_in(a_user("else", TEAM_LEADER))


def text(answer: HttpResponse) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def page(client: Client, **asked: str) -> str:
    return text(client.get(f"{ROOM}emne/", {**DUTY, **asked}))  # type: ignore[arg-type]


def write(client: Client, name: str = TEXT, sent: str = "2025-08-01", **more: str) -> HttpResponse:
    return client.post(f"{ROOM}skriv/", {**DUTY, "brev": name, "sendt": sent, **more})  # type: ignore[return-value]


def test_the_overview_counts_each_topic_that_has_a_text(leader: Client) -> None:
    said = text(leader.get(ROOM))  # type: ignore[arg-type]
    assert "Omfattet af arbejdspligt Du er omfattet af arbejdspligten (LAB kap. 16 a) 01.07.2025 3 0 3 0 1" in said
    assert "Udbetalt sats: mindstesats" in said and "til 30.06.2025" in said


def test_a_list_says_why_each_stands_on_it_and_names_nobody_in_whole(leader: Client) -> None:
    said = page(leader)
    assert "3 borgere , som det ikke gjaldt for dagen før, er det kommet til at gælde for." in said
    assert "Gælder fra 1. juli 2025, og der er intet brev, der passer." in said and "LAB kap. 16 a" in said
    assert all(short_pseudonym(pseudonym(number)) in said for number in MISSED)
    assert "mangler opholdsår" in page(leader, liste="undecided")
    assert "Ingen har fået besked for sent." in page(leader, liste="late")
    assert not any(pseudonym(number) in said for number in range(6)) and not Look.objects.exists()


def test_before_the_day_the_page_tells_whom_it_will_hold_for(leader: Client) -> None:
    assert "kommer det til at gælde for" in page(leader, pr="2025-06-15")


def test_letters_are_recorded_for_all_who_lack_them_in_one_go_and_once(leader: Client) -> None:
    answer = write(leader)
    assert answer.status_code == 302 and answer["Location"].endswith("skrevet=3")
    assert "3 breve er skrevet" in text(leader.get(answer["Location"]))  # type: ignore[arg-type]
    acts = Act.objects.filter(verb="casework.letter_sent")
    assert {act.subject for act in acts} == {f"letter:{DUTY['om']}:{pseudonym(number)}" for number in MISSED}
    assert {act.who for act in acts} == {"else"} and {act.detail["via"] for act in acts} == {"site"}
    assert write(leader)["Location"].endswith("skrevet=0"), "who has it is not written down twice"
    assert "31 dage efter" in page(leader, liste="late")


def test_while_somebody_else_writes_letters_nobody_finds_who_lacks_them(
    leader: Client, july_home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pejl.web.casework.letter_views.turn", lambda lock: turn(lock, patience=0.1))
    with turn(july_home.lock):
        answer = write(leader)
    assert answer.status_code == 503 and not Act.objects.filter(verb="casework.letter_sent").exists()
    assert write(leader)["Location"].endswith("skrevet=3")


def test_who_was_told_wrongly_is_put_right_with_a_correction(leader: Client) -> None:
    letters, services = import_module("casework.informing.july"), import_module("pejl.casework.informing.services")
    services.record_letters([letters.letter(pseudonym(3), "2025-07-01")], who="Prøve", via="prøve")
    assert "men det gælder ikke for borgeren" in page(leader, liste="wrongly")
    assert write(leader, CORRECTION)["Location"].endswith("skrevet=1")
    assert "rettet 1. august 2025" in page(leader, liste="corrected")


def test_a_letter_is_withdrawn_with_a_reason_and_the_person_is_missed_again(leader: Client) -> None:
    write(leader)
    act = Act.objects.filter(verb="casework.letter_sent").first()
    assert act is not None
    sent = {**DUTY, "brev": str(act.pk)}
    assert "Skriv, hvorfor" in text(leader.post(f"{ROOM}traek/", sent))  # type: ignore[arg-type]
    assert leader.post(f"{ROOM}traek/", {**sent, "hvorfor": "Kom retur"}).status_code == 302
    assert short_pseudonym(act.subject.split(":")[2]) in page(leader, liste="missed")
    assert "intet brev" in text(leader.post(f"{ROOM}traek/", {**sent, "hvorfor": "Igen"}))  # type: ignore[arg-type]
    assert leader.post(f"{ROOM}traek/", {**sent, "brev": "x", "hvorfor": "y"}).status_code == 404


def test_a_letter_that_was_not_sent_yet_is_not_recorded(leader: Client) -> None:
    tomorrow = (timezone.localdate() + dt.timedelta(days=1)).isoformat()
    for sent in ("", "snart", tomorrow):
        answer = write(leader, sent=sent)
        assert answer.status_code == 422 and f'name="sendt" value="{sent}"' in answer.content.decode()
    assert "Fejl: Skriv dagen som 01.07.2025." in text(write(leader, sent="snart"))
    assert "Fejl: Skriv den dag, brevene er sendt." in text(write(leader, sent=tomorrow))
    assert write(leader, "mindstesats_juli_2025").status_code == 404, "a text about something else"
    assert write(leader, om="findes_ikke").status_code == 404
    assert not Act.objects.filter(verb="casework.letter_sent").exists()


def test_files_have_whole_pseudonyms_and_each_is_a_look(leader: Client) -> None:
    answer = leader.post(f"{ROOM}hent/", {**DUTY, "liste": "missed", "formaal": "casework"})
    rows = answer.content.decode("utf-8-sig").splitlines()
    assert rows[0].startswith("Borger;Liste;Gælder fra") and len(rows) == 4
    assert set(Look.objects.values_list("right", "subject")) == {
        ("casework_informing", pseudonym(number)) for number in MISSED
    }
    merged = leader.post(f"{ROOM}flet/", {**DUTY, "brev": TEXT, "formaal": "casework"})
    cells = [row.split(";") for row in merged.content.decode("utf-8-sig").splitlines()]
    assert cells[0] == ["pseudonym", "brev", "version", "dag", "paragraf", "regel", "kontakt"]
    assert {row[0] for row in cells[1:]} == {pseudonym(number) for number in MISSED}
    assert cells[1][3:5] == ["1. juli 2025", "LAB kap. 16 a"] and cells[1][6] == "Jobcenter, Team Nord"
    taken = Act.objects.filter(verb="access.take_out").order_by("pk")
    assert [act.subject for act in taken] == ["informing:omfattet_af_arbejdspligt/missed", f"letters:{TEXT}"]
    assert "Hvorfor slår du op?" in text(leader.post(f"{ROOM}hent/", DUTY))  # type: ignore[arg-type]


def test_a_letter_is_shown_as_a_citizen_would_read_it(leader: Client) -> None:
    said = text(leader.get(f"{ROOM}brev/{TEXT}/"))  # type: ignore[arg-type]
    assert "Fra 1. juli 2025 er du omfattet af arbejdspligten (LAB kap. 16 a)." in said and "version 1" in said
    assert leader.get(f"{ROOM}brev/findes-ikke/").status_code == 404


def test_what_cannot_be_selected_is_told_with_a_sentence(leader: Client) -> None:
    for asked, sentence in (
        ({"om": "paa_mindstesats", "fra": "2024-01-01"}, "intet indhold for 1. januar 2024"),
        ({"om": "arbejdspligt_som_udgangspunkt"}, "bruges kun i et scenarie"),
        ({"om": "<b>"}, "ingen regel eller pligt"),
        ({"om": "kontanthjaelp_sats"}, "hverken ja eller nej"),
    ):
        answer = leader.get(f"{ROOM}emne/", {**DUTY, **asked})
        assert answer.status_code == 422 and sentence in text(answer)  # type: ignore[arg-type]
    for asked in ({"om": ""}, {"fra": "snart"}, {"fra": "1899-01-01"}):
        assert "Vælg en regel" in page(leader, **asked)
    for asked in ({"fra": "snart"}, {"pr": "32-13-2025"}):
        answer = leader.get(f"{ROOM}emne/", {**DUTY, **asked})
        assert answer.status_code == 422 and "Fejl: Skriv dagen som 01.07.2025." in text(answer)  # type: ignore[arg-type]
        assert f'value="{next(iter(asked.values()))}"' in answer.content.decode()
    for asked in ({"inden": "-1"}, {"side": "99"}, {"liste": "x"}, {"scenarie": "x"}, {"pr": "01.08.2025"}):
        assert leader.get(f"{ROOM}emne/", {**DUTY, **asked}).status_code == 200
    assert "Efter scenariet" in page(
        leader, om="arbejdspligt_som_udgangspunkt", scenarie="arbejdspligt_paa_mindstesats"
    )


def test_letters_stand_on_the_persons_page(leader: Client) -> None:
    write(leader)
    look = leader.post("/arbejdslister/person/opslag/", {"person": pseudonym(0), "formaal": "casework"})
    assert "Besked 01.08.2025: Omfattet af arbejdspligt" in text(look)  # type: ignore[arg-type]


def test_only_who_has_the_right_sees_or_writes_anything(july: Home) -> None:
    assert Client().get(ROOM)["Location"].startswith("/adgang/log-ind/")
    for name, role in (("bo", CASEWORKER), ("anders", ANALYST)):
        client = logged_in(a_user(name, role))
        assert {client.get(address).status_code for address in (ROOM, f"{ROOM}emne/", f"{ROOM}brev/{TEXT}/")} == {403}
        assert write(client).status_code == 403
        assert client.post(f"{ROOM}hent/", {**DUTY, "formaal": "casework"}).status_code == 403
    assert not Act.objects.filter(verb__startswith="casework.letter").exists()


def test_a_form_is_not_taken_from_another_site(july: Home) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(a_user("else", TEAM_LEADER))
    assert write(client).status_code == 403 and not Act.objects.filter(verb="casework.letter_sent").exists()


def test_before_anything_was_delivered_the_page_tells_how_it_is_filled(tmp_path: Path, db: None) -> None:
    with override_settings(HOME=Home(tmp_path)):
        client = logged_in(a_user("else", TEAM_LEADER))
        assert "Registeret er tomt" in text(client.get(ROOM)) and "Breve" in text(client.get(ROOM))  # type: ignore[arg-type]
        assert "Registeret er tomt" in page(client)
        assert write(client).status_code == 404


def test_no_list_holds_a_whole_pseudonym_and_its_buttons_open_the_case(leader: Client) -> None:
    whole = leader.get(f"{ROOM}emne/", DUTY).content.decode()
    keys = re.findall(r'name="borger" value="([0-9a-f]{32})"', whole)
    assert len(keys) == len(MISSED) and not re.search(r"p[a-z2-7]{26}", whole) and not Look.objects.exists()
    look = leader.post("/arbejdslister/person/opslag/", {"borger": keys[0], "formaal": "casework"})
    assert "Opslaget er skrevet i loggen" in text(look)  # type: ignore[arg-type]
    assert Look.objects.get().subject in {pseudonym(number) for number in MISSED}
    wrong = leader.post("/arbejdslister/person/opslag/", {"borger": "0" * 32, "formaal": "casework"})
    assert wrong.status_code == 302 and Look.objects.count() == 1
