"""Who waits, the figures and the log: each for those who may see it, in the order of days, and of nobody few."""

from __future__ import annotations

import re
from typing import Any

import ibis
import pytest
from django.test import Client

from access.people import a_user, logged_in
from pejl.access.models import Look
from pejl.access.roles import ADMINISTRATOR, CASEWORKER, COUNCILLOR, READER, TEAM_LEADER
from pejl.screening.features.declared import FEATURES
from pejl.screening.models import LogEntry
from pejl.web.page.register_words import short_pseudonym
from screening.assessments.fjordby_case import BO, IDA, PER, leave
from web.screening.rich_case import RichWorld

FRONT, COUNTS, LOG, LOOK = "/screening/", "/screening/tal/", "/screening/log/", "/screening/person/opslag/"


def text(client: Client, address: str) -> str:
    page = client.get(address)
    assert page.status_code == 200, address
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode()))


def test_a_caseworker_sees_who_waits_in_own_teams_and_a_leader_all(
    world: RichWorld, lise: Client, leader: Client
) -> None:
    world.leaves.append(leave("G3", PER, 6, "Nord", "SB009"))
    assert "dine egne" in text(lise, FRONT) and short_pseudonym(PER) not in text(lise, FRONT)
    own, everyone = text(lise, f"{FRONT}?hvem=alle"), text(leader, FRONT)
    assert (
        "i dine team" in own
        and short_pseudonym(PER) in own
        and short_pseudonym(BO) in own
        and short_pseudonym(IDA) not in own
    )
    assert "i alle team" in everyone and short_pseudonym(BO) in everyone and short_pseudonym(IDA) in everyone
    assert "Endnu ikke vurderet" in own and "Efter 8 uger" in own
    assert not Look.objects.exists() and BO not in lise.get(FRONT).content.decode()


def test_the_list_stands_in_the_order_of_days_and_tells_no_chance(world: RichWorld, leader: Client) -> None:
    world.leaves = [leave(f"G{weeks}", f"p{letter * 26}", weeks) for weeks, letter in ((9, "c"), (30, "d"), (14, "e"))]
    for each in world.leaves:
        leader.post(LOOK, {"person": each.person, "formaal": "casework"})
    said = text(leader, FRONT)
    days = re.findall(r"p[cde]{7}… (\d\d)\.(\d\d)\.(\d{4})", said)
    assert len(days) == 3 and days == sorted(days, key=lambda day: day[::-1])
    assert "af 100" not in said and "Vurderet, men ikke afgjort" in said


def test_the_list_is_narrowed_by_why(world: RichWorld, leader: Client) -> None:
    leader.post(LOOK, {"person": BO, "formaal": "casework"})
    assert "Alle 2" in text(leader, FRONT)
    only_new = text(leader, f"{FRONT}?hvorfor=ny")
    assert short_pseudonym(IDA) in only_new and short_pseudonym(BO) not in only_new
    assert "2 forløb" in text(leader, f"{FRONT}?hvorfor=opfundet")


def test_a_row_opens_by_a_key_that_is_good_for_its_reader_alone(
    world: RichWorld, lise: Client, leader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Register:
        def __init__(self, _home: object) -> None: ...

        def newest(self) -> Any:
            rows = ibis.memtable({"person": [each.person for each in world.leaves]})
            return type("Snapshot", (), {"table": staticmethod(lambda _name: rows)})

    monkeypatch.setattr("pejl.web.screening.keys.Register", Register)
    key = re.search(r'name="borger" value="(\w+)"', lise.get(FRONT).content.decode())
    assert key is not None
    assert b"Hvad har borgeren brug for?" in lise.post(LOOK, {"borger": key[1], "formaal": "casework"}).content
    assert Look.objects.get().subject == BO
    stranger = leader.post(LOOK, {"borger": key[1], "formaal": "casework"})
    assert stranger["Location"] == "/screening/?mangler=person"
    assert "Forløbet kunne ikke åbnes" in text(leader, stranger["Location"])


def test_a_caseworker_without_a_number_is_told_how_to_get_one(world: RichWorld) -> None:
    assert "pejl access user caseworker nyt NUMMER" in text(logged_in(a_user("nyt", CASEWORKER)), FRONT)


def test_everyone_is_told_what_it_is_and_who_decides(world: RichWorld) -> None:
    said = text(Client(), FRONT)
    assert "En sagsbehandler afgør, hvad der sker." in said and "gøre indsigelse" in said and "Log ind" in said
    assert "kontrol, sanktioner" in said
    reader = text(logged_in(a_user("rita", READER)), FRONT)
    assert "din rolle giver ikke adgang til vurderinger" in reader and short_pseudonym(BO) not in reader


def test_the_method_shows_every_feature_with_its_basis_to_everyone(world: RichWorld) -> None:
    answer = Client().get("/screening/metode/")
    said = answer.content.decode()
    assert not answer.cookies and all(each.danish in said and each.source in said for each in FEATURES)
    assert "mindst 35 af 100" in said and "under 10 af 100" in said


def test_the_stop_switch_is_seen_by_all_and_nobody_is_assessed(world: RichWorld, lise: Client) -> None:
    adam = logged_in(a_user("adam", ADMINISTRATOR))
    steer = "/screening/styring/skriv/"
    assert adam.post(steer, {"handling": "stop", "hvorfor": " "}).status_code == 422
    assert adam.post(steer, {"handling": "stop", "hvorfor": "Fejl i registeret"})["Location"].endswith("?gjort=stop")
    assert "Screeningen er stoppet" in text(adam, "/screening/styring/?gjort=stop")
    assert "Screeningen er stoppet" in text(Client(), FRONT) and "Fejl i registeret" not in text(Client(), FRONT)
    page = lise.post(LOOK, {"person": BO, "formaal": "casework"}).content.decode()
    assert "Fejl i registeret" in page and "Skriv først" not in page and world.computed == 0
    assert adam.post(steer, {"handling": "stop", "hvorfor": "Igen"}).status_code == 422
    adam.post(steer, {"handling": "start", "hvorfor": "Rettet"})
    assert "Screeningen er stoppet" not in text(lise, FRONT)
    assert adam.post(steer, {"handling": "opfundet", "hvorfor": "x"}).status_code == 404
    assert adam.post(steer, {"handling": "tag_i_brug", "model": "findes-ikke", "hvorfor": "x"}).status_code == 422
    assert adam.get(steer)["Location"] == "/screening/styring/"


@pytest.mark.parametrize("role", [CASEWORKER, TEAM_LEADER, COUNCILLOR], ids=lambda role: role.name)
def test_only_an_administrator_steers(world: RichWorld, role: Any) -> None:
    client = logged_in(a_user("bo", role))
    assert client.get("/screening/styring/").status_code == 403
    assert client.post("/screening/styring/skriv/", {"handling": "stop", "hvorfor": "x"}).status_code == 403
    assert not LogEntry.objects.exists()


def test_figures_tell_of_nobody_few(world: RichWorld, lise: Client) -> None:
    lise.post(LOOK, {"person": BO, "formaal": "casework"})
    said = text(logged_in(a_user("rita", COUNCILLOR)), COUNTS)
    assert re.search(r"Vurderet under 5", said) and "Der er ikke registreret noget forsøg" in said
    assert "Der er ingen model i brug at holde øje med." in said
    assert short_pseudonym(BO) not in said


def test_the_log_is_whole_until_somebody_changes_a_line(world: RichWorld, lise: Client, leader: Client) -> None:
    assert "Loggen er tom" in text(leader, LOG)
    lise.post(LOOK, {"person": BO, "formaal": "casework"})
    assert "hænger sammen" in text(leader, LOG)
    super(type(LogEntry.objects.all()), LogEntry.objects.all()).update(who="en anden")
    assert "Nej: loggen er ikke, som den blev skrevet" in text(leader, LOG)
    assert lise.get(LOG).status_code == 403


def test_the_log_tells_who_looked_and_did_nothing(world: RichWorld, lise: Client, leader: Client) -> None:
    assert "Ingen har slået et sygeforløb op" in text(leader, LOG)
    lise.post(LOOK, {"person": BO, "formaal": "casework"})
    today = f"{LOG}?til=2099-01-01&fra=2020-01-01"
    said = text(leader, today)
    assert re.search(r"lise( \w+)? 1 1 1", said) and "under 5" in said and short_pseudonym(BO) not in said
    assert "Skriv dagen som 01.07.2025." in text(leader, f"{LOG}?fra=i+morgen")


def test_the_log_tells_also_of_who_looks_by_acts_that_come_to_nothing(
    world: RichWorld, lise: Client, leader: Client
) -> None:
    sent = {"formaal": "casework", "handling": "foelg", "raad": "slip", "brev": "forklaring"}
    for person, address in ((BO, "/screening/skriv/"), (IDA, "/screening/brev/")):
        assert lise.post(address, {**sent, "person": person}).status_code in (200, 422)
    assert re.search(r"lise( \w+)? 2 2 2", text(leader, f"{LOG}?til=2099-01-01&fra=2020-01-01"))
