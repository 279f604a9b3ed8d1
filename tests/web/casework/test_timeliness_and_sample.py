"""What is told of timeliness to those who see no person, and what a sample shows to those who may draw one."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from access.people import a_user, logged_in
from casework.worklists.hand_made import pseudonym
from pejl.access.models import Look
from pejl.access.roles import ANALYST, CASEWORKER, COUNCILLOR, READER, TEAM_LEADER, Role
from pejl.home.folders import Home
from pejl.web.casework.bars import bar
from pejl.web.page.register_words import short_pseudonym

SHARES, ASKING, DRAW = "/arbejdslister/rettidighed/", "/arbejdslister/stikproeve/", "/arbejdslister/stikproeve/traek/"
PSEUDONYM = re.compile(r"p[a-z2-7]{26}")


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return answer.content.decode()


def text(said: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", said))


@pytest.mark.parametrize("role", [COUNCILLOR, ANALYST, CASEWORKER], ids=lambda role: role.name)
def test_shares_are_told_without_persons_and_without_the_few(casework: Home, role: Role) -> None:
    said = page(logged_in(a_user("bo", role)), SHARES)
    assert "Ville revisor være tilfreds?" in said and "Kommunens samtaler" in said
    assert "under 5" in said and not PSEUDONYM.search(said) and short_pseudonym(pseudonym(0)) not in said
    assert not Look.objects.exists()


@pytest.mark.parametrize("by", ["team", "unit", "target-group", "month", "ukendt", ""])
def test_shares_are_parted_as_somebody_asks(leader: Client, by: str) -> None:
    said = text(page(leader, f"{SHARES}?efter={by}"))
    words = {"team": "Team Nord", "unit": "Jobcenter", "target-group": "Dagpengemodtager", "month": "03.2026"}
    assert words.get(by, "I alt") in said


def test_a_group_duty_is_told_against_its_mark(leader: Client) -> None:
    said = text(page(leader, SHARES))
    assert "Pligter, som en andel af gruppen skal have" in said and "75 pct." in said


def test_who_has_no_role_sees_no_shares(casework: Home) -> None:
    assert logged_in(a_user("bo", READER)).get(SHARES).status_code == 403
    assert Client().get(SHARES).status_code == 302


def test_before_anything_was_delivered_there_is_nothing_to_share(empty_casework: Home) -> None:
    assert "Registeret er tomt" in page(logged_in(a_user("else", TEAM_LEADER)), SHARES)


def test_a_bar_is_drawn_by_numbers_with_points_and_no_style() -> None:
    drawn = bar(0.5, 0.25, 0.75, 0.8)
    assert (drawn.share, drawn.least, drawn.between, drawn.mark) == ("100.0", "50.0", "100.0", "160.0")
    assert bar(None, None, None).between == "" and bar(0.0, 0.0, 0.4).share == "0.0"


def test_bars_on_the_page_have_no_style_and_no_comma(leader: Client) -> None:
    bars = re.findall(r"<svg.*?</svg>", page(leader, SHARES), re.DOTALL)
    assert bars and not [each for each in bars if "style=" in each or re.search(r'"\d+,\d+"', each)]


def test_who_may_not_draw_is_told_who_may(casework: Home) -> None:
    client = logged_in(a_user("bo", ANALYST))
    assert "teamleder og kvalitetskonsulent" in text(page(client, ASKING))
    assert client.post(DRAW, {"antal": "5", "froe": "1", "formaal": "supervision"}).status_code == 403
    assert not Look.objects.exists()


def test_a_sample_is_a_look_at_each_person_in_it(leader: Client) -> None:
    assert "Træk stikprøven" in page(leader, ASKING)
    answer = leader.post(DRAW, {"antal": "2", "froe": "7", "formaal": "supervision"})
    said = text(answer.content.decode())
    assert answer.status_code == 200 and "2 sager af 2" in said and "nummer 7" in said
    assert "Forsikrede ledige: rettidigt tilbud" in said and "0 af 2" in said
    looks = set(Look.objects.values_list("right", "subject", "purpose"))
    assert looks == {("casework_audit", pseudonym(number), "supervision") for number in (0, 4)}


def test_the_same_number_draws_the_same_cases(leader: Client) -> None:
    def drawn(seed: str) -> list[str]:
        said = leader.post(DRAW, {"antal": "1", "froe": seed, "formaal": "supervision"}).content.decode()
        return re.findall(r'name="person" value="(p[a-z2-7]{26})"', said)

    assert drawn("3") == drawn("3") and {*drawn("1"), *drawn("2"), *drawn("3"), *drawn("4")} <= {
        pseudonym(0),
        pseudonym(4),
    }


@pytest.mark.parametrize("asked", [{"antal": "x", "froe": "-1"}, {"antal": "10000000", "froe": "9" * 30}, {}])
def test_what_is_typed_into_the_form_breaks_nothing(leader: Client, asked: dict[str, str]) -> None:
    assert leader.post(DRAW, {**asked, "formaal": "supervision"}).status_code == 200


def test_a_sample_takes_a_purpose_and_is_not_opened_by_an_address(leader: Client) -> None:
    assert "Hvorfor slår du op?" in leader.post(DRAW, {"antal": "5"}).content.decode()
    assert leader.get(DRAW)["Location"] == ASKING and not Look.objects.exists()
