"""What a caseworker and a leader find on the lists, and what others are told."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from access.people import a_user, logged_in
from casework.worklists.hand_made import pseudonym
from pejl.access.models import Look
from pejl.access.roles import ADMINISTRATOR, ANALYST, CASEWORKER, ROLES, TEAM_LEADER, Role
from pejl.casework.worklists.lists import WORKLISTS
from pejl.home.folders import Home
from pejl.web.page.register_words import short_pseudonym

FRONT, LIST = "/arbejdslister/", "/arbejdslister/liste/"


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def listed(client: Client, address: str) -> list[int]:
    """The numbers of the persons in the rows, in their order."""
    known = {short_pseudonym(pseudonym(number)): number for number in range(12)}
    page = client.get(address).content.decode()
    return [known[found] for found in re.findall(r'<th scope="row" class="pejl-nowrap">([^<]+)</th>', page)]


def test_the_front_page_counts_ones_own_and_the_teams(lise: Client) -> None:
    said = text(lise, FRONT)
    assert "under nummer s1" in said and "31. marts 2026" in said
    assert re.search(r"Frist snart Hvem skal .*? 1 af mine.*? 2 af alle", said)
    assert "En pligt, ingen har bekræftet (LAB § 999 a, ikke bekræftet)" in said
    assert all(each.asks in said for each in WORKLISTS) and "Mit team" in said


def test_a_caseworkers_list_is_ones_own_and_then_the_teams(lise: Client) -> None:
    assert listed(lise, f"{LIST}frist/") == [0]
    assert listed(lise, f"{LIST}frist/?hvem=alle") == [0, 1]
    assert listed(lise, f"{LIST}frist/?hvem=alle&dage=60") == [0, 1, 3]
    assert listed(lise, f"{LIST}overskredet/?hvem=alle") == [4, 0]
    assert "3 af 4" in text(lise, f"{LIST}frist/") and "6 dage tilbage" in text(lise, f"{LIST}frist/")


def test_no_other_team_can_be_asked_for(lise: Client) -> None:
    for asked in ("?sagsbehandler=s3&hvem=alle", "?enhed=Ungeenheden&hvem=alle", "?team=Ungeenheden/Team+Nord"):
        assert listed(lise, f"{LIST}alle/{asked}") == []
    assert "Ungeenheden" not in text(lise, f"{LIST}alle/?hvem=alle")


def test_a_leader_sees_all_teams(leader: Client) -> None:
    assert listed(leader, f"{LIST}frist/") == [0, 1, 2]
    assert listed(leader, f"{LIST}frist/?enhed=Ungeenheden") == [2]
    assert "Booket i registeret 02.04.2026" in text(leader, f"{LIST}frist/")
    assert "Alle team" in text(leader, FRONT)


def test_each_list_says_its_question_its_order_and_its_law(leader: Client) -> None:
    for each in WORKLISTS:
        said = text(leader, f"{LIST}{each.name}/")
        assert each.asks in said and each.order in said
    assert "gjaldt til 31.01.2026" in text(leader, f"{LIST}bortfaldet/") and "LAB § 102" in text(
        leader, f"{LIST}overskredet/"
    )
    assert leader.get(f"{LIST}ukendt/").status_code == 404


def test_duties_that_ended_are_listed_by_the_day_of_the_law(leader: Client) -> None:
    assert listed(leader, f"{LIST}bortfaldet/?lov=2026-01-31") == [7]
    assert listed(leader, f"{LIST}bortfaldet/?lov=2026-06-30") == []
    assert "Fjern alle filtre" in text(leader, f"{LIST}bortfaldet/?lov=2026-06-30")


def test_an_empty_list_says_what_that_means(lise: Client) -> None:
    assert "Ingen pligt er bortfaldet" not in text(lise, f"{LIST}bortfaldet/?hvem=alle")
    assert next(each.empty for each in WORKLISTS if each.name == "bortfaldet") in text(lise, f"{LIST}bortfaldet/")
    assert "Så mange sider er der ikke" in text(lise, f"{LIST}frist/?side=9")


def test_what_is_typed_into_the_address_breaks_nothing(leader: Client) -> None:
    for asked in (
        "?side=x&dage=-1&maerke=x&lov=32-13-2026",
        "?pligt=%00&team=/",
        "?hvem=<b>&gruppe='",
        "?lov=9999-99-99",
    ):
        assert leader.get(f"{LIST}alle/{asked}").status_code == 200
    assert listed(leader, f"{LIST}frist/?dage=-1") == [0, 1, 2]


def test_a_list_names_nobody_in_whole_and_is_no_look(lise: Client) -> None:
    said = text(lise, f"{LIST}alle/?hvem=alle")
    assert short_pseudonym(pseudonym(0)) in said and pseudonym(0) not in said
    assert not Look.objects.exists()


def test_a_caseworker_without_a_number_is_told_how_to_get_one(casework: Home) -> None:
    client = logged_in(a_user("ny", CASEWORKER))
    for address in (FRONT, f"{LIST}frist/"):
        assert "pejl access user caseworker ny NUMMER" in text(client, address)


def test_before_anything_was_delivered_the_lists_tell_how_they_are_filled(empty_casework: Home) -> None:
    client = logged_in(a_user("else", TEAM_LEADER))
    for address in (FRONT, f"{LIST}frist/"):
        assert "Registeret er tomt" in text(client, address)


def test_who_is_not_logged_in_is_told_what_the_lists_are(casework: Home) -> None:
    said = text(Client(), FRONT)
    assert "Log ind" in said and "Kan ikke længere nås" in said
    assert Client().get(f"{LIST}frist/")["Location"].startswith("/adgang/log-ind/")


@pytest.mark.parametrize("role", [ADMINISTRATOR, ANALYST], ids=lambda role: role.name)
def test_who_may_not_see_lists_is_told_who_may(casework: Home, role: Role) -> None:
    client = logged_in(a_user("bo", role))
    assert "sagsbehandler, teamleder og kvalitetskonsulent" in text(client, FRONT)
    assert client.get(f"{LIST}frist/").status_code == 403


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_no_one_sees_rows_without_the_right(casework: Home, role: Role) -> None:
    client = logged_in(a_user("bo", role))
    page = client.get(f"{LIST}alle/").content.decode()
    assert (short_pseudonym(pseudonym(0)) in page) == (role.name in {"team_leader", "quality_consultant"})
