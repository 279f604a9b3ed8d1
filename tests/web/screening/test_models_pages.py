"""Models in the open: the list, each card with its plot and table, and how one comes into use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client, override_settings

from access.people import a_user, logged_in
from pejl.access.roles import ADMINISTRATOR
from pejl.home.folders import Home
from pejl.web.screening.model_views import PUBLIC
from screening.a_run import a_run, put

LIST, STEERING, STEER = "/screening/modeller/", "/screening/styring/", "/screening/styring/skriv/"


@pytest.fixture
def home(tmp_path: Path, db: None) -> Iterator[Home]:
    found = Home(tmp_path)
    with override_settings(HOME=found):
        yield found


@pytest.fixture
def name(home: Home) -> str:
    run = a_run()
    return put(home, run).name


def text(client: Client, address: str) -> str:
    page = client.get(address)
    assert page.status_code == 200, address
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode()))


def test_before_the_first_model_the_page_says_so(home: Home) -> None:
    assert "Der er ingen modeller endnu" in text(Client(), LIST)
    adam = logged_in(a_user("adam", ADMINISTRATOR))
    assert "pejl screening train" in text(adam, STEERING)


def test_everyone_reads_the_card_with_its_plot_beside_a_table(name: str) -> None:
    assert name in text(Client(), LIST)
    page = Client().get(f"{LIST}{name}/")
    said = page.content.decode()
    assert not page.cookies and '<svg viewBox="0 0' in said and "<script" not in said and "style=" not in said
    assert said.count("<table") > 3 and "Hvad den ikke kan" in said and "Rammer fejl skævt?" in said
    assert Client().get(f"{LIST}findes-ikke/").status_code == 404


def test_everyone_reads_what_else_is_written_of_it_but_not_the_drafts(name: str) -> None:
    said = Client().get(f"{LIST}{name}/").content.decode()
    others = re.findall(rf'href="({LIST}{name}/[a-z-]+/)"', said)
    assert len(others) == len(PUBLIC) - 1
    for address in others:
        assert re.search(r'<section[^>]*>\s*<h2 id="del-\d+">', Client().get(address).content.decode()), address
    for hidden in ("dataetik", "konsekvensanalyse", "modelkort", "findes-ikke"):
        assert Client().get(f"{LIST}{name}/{hidden}/").status_code == 404


def test_a_model_is_signed_and_taken_in_use_by_name_and_out_again(name: str) -> None:
    adam = logged_in(a_user("adam", ADMINISTRATOR))
    assert "Opfylder kravene" in text(adam, STEERING)
    early = adam.post(STEER, {"handling": "tag_i_brug", "model": name, "hvorfor": "Nu"})
    assert early.status_code == 422 and "Ingen har skrevet under" in early.content.decode()
    adam.post(STEER, {"handling": "skriv_under", "model": name, "hvorfor": "Gennemgået"})
    assert "adam skrev under" in text(adam, STEERING)
    adam.post(STEER, {"handling": "tag_i_brug", "model": name, "hvorfor": "Afprøvning"})
    assert f"Modellen {name} er i brug" in text(Client(), LIST) and "adam" not in text(Client(), LIST)
    adam.post(STEER, {"handling": "suspender", "hvorfor": "Kalibreringen skrider"})
    assert "Der er ingen model i brug" in text(Client(), LIST)
    assert "Kalibreringen skrider" in text(adam, STEERING) and "Kalibreringen skrider" not in text(Client(), LIST)


def test_a_model_that_was_changed_is_shown_as_such(home: Home, name: str) -> None:
    adam = logged_in(a_user("adam", ADMINISTRATOR))
    adam.post(STEER, {"handling": "skriv_under", "model": name, "hvorfor": "Gennemgået"})
    (home.models / name / "model.skops").write_bytes(b"something else")
    assert "Kan ikke bruges" in text(Client(), LIST) and "Kortet kan ikke laves" in text(Client(), f"{LIST}{name}/")
    assert adam.post(STEER, {"handling": "tag_i_brug", "model": name, "hvorfor": "Nu"}).status_code == 422
