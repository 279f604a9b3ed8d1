"""Who sees what in the room Register: every page for every role, and what is not on it."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from django.test import Client

from access.people import a_user, logged_in
from intake.workbooks import Look, workbook
from pejl.access.models import Look as LogLine
from pejl.access.rights import REGISTER_COUNTS, REGISTER_QUARANTINE, Right
from pejl.access.roles import ADMINISTRATOR, ANALYST, CASEWORKER, READER, ROLES, SECRETARY, TEAM_LEADER, Role, allowed
from pejl.cli.register_lines import report_lines
from pejl.home.folders import Home
from pejl.register.deliveries import held
from pejl.register.loading import load
from register.deliveries import KEY, delivery, person
from web.register.loaded import CPR, pseudonym

PSEUDONYM = re.compile(r"p[a-z2-7]{26}")


def pages(home: Home) -> dict[str, Right]:
    """Pages that take a right, by their addresses."""
    now = held(home)
    assert now.newest and now.made_by and now.last
    snapshot = now.newest.id
    return {
        f"/register/leverancer/{now.made_by.report.id}/": REGISTER_COUNTS,
        f"/register/leverancer/{now.last.report.id}/": REGISTER_COUNTS,
        "/register/forskelle/": REGISTER_COUNTS,
        "/register/person/": REGISTER_COUNTS,
        f"/register/karantaene/{snapshot}/benefit_spells/": REGISTER_QUARANTINE,
        f"/register/karantaene/{snapshot}/talks/?grund=cpr_in_other_column.unit": REGISTER_QUARANTINE,
    }


def words(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def text(said: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", said))


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_a_page_is_shown_to_those_who_have_its_right_and_to_nobody_else(register: Home, role: Role) -> None:
    client = logged_in(a_user("bo", role))
    for address, right in pages(register).items():
        answer = client.get(address)
        assert answer.status_code == (200 if allowed([role], right) else 403), address
        assert "no-store" in answer["Cache-Control"]
    assert not LogLine.objects.exists()


def test_whoever_is_not_logged_in_is_told_what_the_register_is_and_no_number(register: Home) -> None:
    said = text(words(Client(), "/register/"))
    assert "Et CPR-nummer gemmes aldrig" in said and "Log ind" in said and "Ydelsesforløb" in said
    assert "Fagsystem" not in said and "godtaget," not in said and not re.search(r"\d{2,}", said.split("Registeret")[1])
    for address in pages(register):
        assert Client().get(address)["Location"].startswith("/adgang/log-ind/?next=")


def test_the_front_page_sets_no_cookie_for_whoever_is_not_logged_in(register: Home) -> None:
    assert not Client().get("/register/").cookies


def test_somebody_without_a_role_is_told_who_has_the_right(register: Home) -> None:
    said = text(words(logged_in(a_user("bo", READER)), "/register/"))
    assert "din rolle giver ikke adgang" in said and "sekretær og administrator" in said
    assert "Fjordby Kommunes fagsystem" not in said


def test_the_front_page_says_first_what_came_of_the_last_delivery(register: Home) -> None:
    said = text(words(logged_in(a_user("bo", SECRETARY)), "/register/"))
    assert "blev afvist. Registeret er uændret: Fjordby Kommunes fagsystem leverede" in said
    assert "hvad kilden vidste til og med 31. december 2025" in said
    assert "kontrakten har ingen kolonne »hair«" in said
    assert "ca. 140" in said and "under 5" in said
    assert "Afvist" in said and "Indlæst" in said


def test_links_lead_only_where_the_reader_may_go(register: Home) -> None:
    analyst = words(logged_in(a_user("bo", ANALYST)), "/register/")
    caseworker = words(logged_in(a_user("else", CASEWORKER)), "/register/")
    assert "/register/karantaene/" in analyst and "/register/person/" not in analyst
    assert "/register/karantaene/" not in caseworker and "/register/person/" in caseworker


@pytest.mark.parametrize("role", [SECRETARY, ANALYST, ADMINISTRATOR, TEAM_LEADER], ids=lambda role: role.name)
def test_no_page_shows_a_whole_pseudonym_or_a_cpr_number(register: Home, role: Role) -> None:
    client = logged_in(a_user("bo", role))
    for address in ["/register/", *pages(register)]:
        said = client.get(address).content.decode()
        assert not PSEUDONYM.search(said), address
        assert CPR not in said and CPR[:6] not in said, address


def test_the_report_tells_reasons_columns_and_what_changed(register: Home) -> None:
    made = held(register).made_by
    assert made
    said = text(words(logged_in(a_user("bo", SECRETARY)), f"/register/leverancer/{made.report.id}/"))
    assert "»Slutdato« ligger før »Startdato«. Ret den af de to dage, der er forkert. ca. 10" in said
    assert "oversæt det med values i delivery.toml. under 5" in said
    assert "Siden sidst" in said and "under 5 nye" in said
    assert "»Forbrug« er ikke et tal" in said


def test_a_refused_delivery_has_its_own_page_with_the_reason(register: Home) -> None:
    last = held(register).last
    assert last
    said = text(words(logged_in(a_user("bo", SECRETARY)), f"/register/leverancer/{last.report.id}/"))
    assert "blev afvist, og intet i registeret er ændret" in said and "»hair«" in said


def test_before_anything_is_delivered_the_page_tells_how_to_begin(empty_register: Home) -> None:
    client = logged_in(a_user("bo", TEAM_LEADER))
    said = text(words(client, "/register/"))
    for command in ("pejl register key ~/pejl-noegle", "pejl register load", "pejl register simulate"):
        assert command in said
    assert "intet at sammenligne" in text(words(client, "/register/forskelle/"))
    answer = client.post("/register/person/opslag/", {"person": pseudonym("n1"), "formaal": "casework"})
    assert "Registeret er tomt" in answer.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/register/leverancer/x/",
        f"/register/leverancer/{'0' * 64}/",
        "/register/leverancer/..%2f..%2fetc/",
        "/register/karantaene/2025-12-31-000000000000/persons/",
        "/register/karantaene/refused/persons/",
        "/register/karantaene/2025-12-31-8cadc4de8cd6%00/persons/",
        "/register/karantaene/..%2F..%2Farchive/persons/",
        "/register/karantaene/%2e%2e/persons/",
        "/register/kontrakt/nothing/",
        "/register/kontrakt/..%2fpersons/",
    ],
)
def test_an_address_of_nothing_is_not_there(register: Home, address: str) -> None:
    assert logged_in(a_user("bo", TEAM_LEADER)).get(address).status_code == 404


@pytest.mark.parametrize("asked", ["?fra=../x&til=..", "?fra=2025&til=x%00", "?til=" + "9" * 5000, "?tabel=<script>"])
def test_differences_of_what_is_not_there_are_said_not_to_be(register: Home, asked: str) -> None:
    answer = logged_in(a_user("bo", TEAM_LEADER)).get(f"/register/forskelle/{asked}")
    assert answer.status_code == 200 and b"<script>" not in answer.content


def test_differences_are_counts_for_all_and_rows_for_some(register: Home) -> None:
    secretary = words(logged_in(a_user("bo", SECRETARY)), "/register/forskelle/")
    leader = words(logged_in(a_user("else", TEAM_LEADER)), "/register/forskelle/")
    assert "under 5" in text(secretary) and "ca. 140" in text(secretary)
    assert "/register/forskelle/raekker/" not in secretary and "/register/forskelle/raekker/" in leader


def test_a_register_that_is_damaged_is_said_to_be(register: Home) -> None:
    newest = held(register).newest
    assert newest
    path = register.register / newest.id / "manifest.json"
    kept = path.read_bytes()
    path.write_bytes(b"{")
    try:
        answer = logged_in(a_user("bo", SECRETARY)).get("/register/")
    finally:
        path.write_bytes(kept)
    assert answer.status_code == 503 and "sikkerhedskopien" in answer.content.decode()


def test_a_hint_on_cpr_numbers_is_told_in_round_numbers_and_blames_no_row(register: Home, tmp_path: Path) -> None:
    persons = [person(f"{day:02}07614{serial}") for day in range(1, 28) for serial in (285, 286)]
    path = delivery(tmp_path / "cpr", dt.date(2026, 1, 31), {"persons": persons}, identifier="cpr")
    report = load(path, register, KEY)
    (hint,) = report.tables[0].hints
    assert hint.of == 54 and 40 < hint.rows < 54
    client = logged_in(a_user("bo", SECRETARY))
    said = text(words(client, f"/register/leverancer/{report.id}/"))
    assert "Et fingerpeg om Borger:" in said and f" af ca. 50 rækker. {hint.sentence}" in said
    assert "Alle rækker blev godtaget." in said and "0707614286" not in said
    (told,) = client.get(f"/api/v1/register/deliveries/{report.id}").json()["tables"][0]["hints"]
    assert told["column"] == "person" and told["of"] == {"least": 45, "most": 54}


def test_what_a_workbook_hides_is_told_beside_its_table(register: Home, tmp_path: Path) -> None:
    path = delivery(tmp_path / "xlsx", dt.date(2026, 1, 31), {"persons": [person("1")]})
    (path / "persons.csv").unlink()
    description = path / "delivery.toml"
    description.write_text(description.read_text(encoding="utf-8").replace(".csv", ".xlsx"), encoding="utf-8")
    rows = [list(person("1")), *(list(person(f"n{number}").values()) for number in range(20))]
    look = Look(rows=dict.fromkeys(range(3, 15), ' hidden="1"'), columns='<col min="2" max="2" hidden="1"/>')
    (path / "persons.xlsx").write_bytes(workbook({"Ark1": rows}, {"Ark1": look}))  # type: ignore[dict-item]
    report = load(path, register, KEY)
    (hidden,) = report.tables[0].hidden
    assert (report.tables[0].accepted, hidden.rows, hidden.columns) == (20, 12, ("birth_year",))
    assert "  hidden in persons.xlsx: 12 rows and the columns birth_year. Skjulte" in "\n".join(report_lines(report))
    client = logged_in(a_user("bo", SECRETARY))
    said = text(words(client, f"/register/leverancer/{report.id}/"))
    assert "Skjult i regnearket persons.xlsx: ca. 10 rækker og kolonnen birth_year." in said
    (told,) = client.get(f"/api/v1/register/deliveries/{report.id}").json()["tables"][0]["hidden"]
    assert told == {
        "file": "persons.xlsx",
        "rows": {"least": 5, "most": 14},
        "columns": ["birth_year"],
        "sentence": hidden.sentence,
    }
