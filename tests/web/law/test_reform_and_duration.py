"""The pages that count what the law does over the register: who may see them, and what they show and do not show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from django.test import Client, override_settings

from pejl.home.folders import Home

REFORM = "/lov/reform/?fra=2025-06-30&til=2025-07-01"
DURATION = "/lov/varighed/"


@pytest.fixture(autouse=True)
def quick_passwords() -> Iterator[None]:
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture(scope="module")
def counted_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    home: Home = import_module("casework.reform.people").a_register(tmp_path_factory.mktemp("reform"))
    return home


@pytest.fixture
def counted(counted_home: Home, db: None) -> Iterator[Home]:
    with pytest.MonkeyPatch.context() as patch, override_settings(HOME=counted_home):
        patch.setenv("PEJL_HOME", str(counted_home.root))
        yield counted_home


@pytest.fixture
def empty(tmp_path: Path, db: None) -> Iterator[Home]:
    home = Home(tmp_path)
    with override_settings(HOME=home):
        yield home


def reader(role: str) -> Client:
    people, roles = import_module("access.people"), import_module("pejl.access.roles")
    client: Client = people.logged_in(people.a_user("ane", roles.role_named(role)))
    return client


def seen(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


@pytest.mark.parametrize("address", [REFORM, DURATION])
def test_nobody_sees_them_without_a_login(counted: Home, address: str) -> None:
    answer = Client().get(address)
    assert answer.status_code == 302 and "/adgang/" in answer.url  # type: ignore[attr-defined]


def test_whoever_has_a_role_sees_groups_with_their_plot_and_no_person(counted: Home) -> None:
    page = seen(reader("councillor"), f"{REFORM}&scenarie=fjordby&traek=37")
    assert "Enlig, 1 barn, mindstesats" in page and "-7.200 kr." in page and "-4.500 kr." in page
    assert "Scenarie: Fjordby" in page
    assert not re.search(r"\bp[a-z2-7]{26}\b", page), "no pseudonym"
    plot = page[page.index('<svg viewBox="0 0 320') : page.index("</figure>")]
    assert 'role="img" aria-labelledby="plot-title plot-told"' in plot
    assert ">under -5.000</text>" in plot and ">ca. 10</text>" in plot
    assert '<th scope="row">under -5.000</th>' in page
    assert " style=" not in page


def test_without_a_scenario_it_says_what_is_not_settled(counted: Home) -> None:
    page = seen(reader("analyst"), REFORM)
    assert "ikke afklaret i de to dages lov" in page and "»Grundsats« mangler" in page
    assert "Beløbet efter den anden dags lov er ikke afklaret" in page
    assert "Scenarie: " not in page


def test_what_cannot_be_read_is_not_used_and_is_said(counted: Home) -> None:
    asked = "/lov/reform/?fra=i+fjor&til=2025-07-01&dag=%C3%A6v&scenarie=nissen&traek=meget"
    page = seen(reader("analyst"), asked)
    assert page.count("En dag kan ikke læses") == page.count("Skriv dagen som 01.07.2025.") == 2
    assert 'value="i fjor"' in page and 'value="æv"' in page and 'value="01.07.2025"' in page
    assert "Skattekortet kan ikke bruges" in page and 'value="meget"' in page
    assert "Loven 30. juni 2025 og 1. juli 2025" in page


def test_the_printed_cases_stand_beside_also_before_anything_is_delivered(empty: Home) -> None:
    page = seen(reader("analyst"), REFORM)
    assert "Når en leverance med borgere og ydelser er indlæst" in page
    assert "Sag B, børn der bor et andet sted" in page and "10.535 kr." in page


def test_what_two_weeks_cost_stands_beside_what_was_printed(counted: Home) -> None:
    page = seen(reader("councillor"), f"{DURATION}?ydelse=sygedagpenge&scenarie=fjordby&beloeb=law")
    assert "3.800.000 kr." in page and "Gladsaxe, referat 03.12.2025, punkt 2" in page
    assert "Uge for uge" in page and "27 til 52" in page and "Scenarie: Fjordby" in page


@pytest.mark.parametrize("query", ["", "&ydelse=dagpenge", "&dage=mange&aar=1&ydelse=x&forloeb=z"])
def test_what_is_not_settled_or_not_a_choice_is_a_sentence(counted: Home, query: str) -> None:
    page = seen(reader("analyst"), f"{DURATION}?beloeb=law{query}")
    assert "Det kan ikke regnes sådan" in page and "er ikke bekræftet" in page
    assert "begynder man" not in page


def test_the_page_opens_with_what_was_paid_which_nobody_needs_to_confirm(counted: Home) -> None:
    assert "er ikke bekræftet" not in seen(reader("analyst"), DURATION)


def test_before_anything_is_delivered_the_page_says_how_to_begin(empty: Home) -> None:
    assert "Sådan begynder man" in seen(reader("analyst"), DURATION)


@pytest.mark.parametrize("days", ["fra=1900-01-01&til=2200-01-01", "fra=2030-01-01&til=2010-01-01"])
def test_days_for_which_the_law_says_nothing_of_tax_are_no_fault(counted: Home, days: str) -> None:
    assert "efter skat" in seen(reader("councillor"), f"/lov/reform/?{days}&traek=37")
