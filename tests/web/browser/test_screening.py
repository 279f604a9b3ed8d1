"""The room Screening in a browser: the own answer, the advice and a deviation with the keyboard alone; a citizen's
answers on a telephone; and nothing for axe to find on any page of either."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from pejl.home.folders import Home
from web.browser.small_model import take_in_use
from web.browser.test_accessibility import TELEPHONE, WIDE
from web.browser.test_register import faults

Reader = Callable[..., Page]

pytestmark = pytest.mark.long

PEJL = Path(sys.executable).with_name("pejl")
LEADER, STEERER, PASSWORD = "vurderingernes-leder", "modellernes-ejer", "gul-hest-under-broen"
QUESTION = "Er der brug for tidlig indsats?"


@pytest.fixture(scope="module")
def model(site: str, site_home: Path) -> str:
    """A model in use on the server, and two who can log in."""
    env = {"PEJL_HOME": str(site_home), "PATH": "/usr/bin:/bin"}
    for name, role in ((LEADER, "team_leader"), (STEERER, "administrator")):
        made = [PEJL, "access", "user", "add", name, "--role", role]
        subprocess.run(made, env=env, input=f"{PASSWORD}\n".encode(), check=True, capture_output=True)
    return take_in_use(Home(site_home))


@pytest.fixture
def inside(reader: Reader, model: str) -> Reader:
    """Open the front page of screening logged in."""

    def open_page(width: int, name: str = LEADER, **more: bool) -> Page:
        page = reader(width=width, **more)
        page.goto("/adgang/log-ind/?next=/screening/")
        page.fill("[name=login]", name)
        page.fill("[name=password]", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(lambda address: "next=" not in address and address.endswith("/screening/"))
        return page

    return open_page


def open_row(page: Page, place: int) -> None:
    """Open a sick leave that began lately: of those that have lasted for years no model can say anything."""
    told = re.search(r"side 1 af (\d+)", page.inner_text("main"))
    last = int(told[1]) if told else 1
    page.goto(f"/screening/?side={last}")
    if page.locator("td button[form=aabn]").count() <= place and last > 1:
        page.goto(f"/screening/?side={last - 1}")
    page.focus(f"td button[form=aabn] >> nth=-{place + 1}")
    page.keyboard.press("Enter")
    page.wait_for_url("**/screening/person/opslag/")


@pytest.mark.parametrize("width", [WIDE, TELEPHONE])
def test_a_caseworker_answers_first_sees_the_advice_and_deviates_with_the_keyboard(inside: Reader, width: int) -> None:
    page = inside(width)
    assert faults(page, width) == []
    open_row(page, 0 if width == WIDE else 1)
    assert not re.search(r"p[a-z2-7]{26}", page.url) and "af 100" not in page.inner_text("main")
    assert page.locator("input[type=radio]:checked").count() == 0 and faults(page, width) == []
    part = page.get_by_role("region", name=QUESTION, exact=True)
    for kind, says in (("slip", "behold"), ("attest", "undlad"), ("tidlig_indsats", "tilbyd_indsats")):
        page.focus(f"#egen-{kind}-{says}")
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
        told = page.locator(f"#sagt-{kind} .alert")
        expect(told).to_have_text("Din vurdering er gemt")
        expect(told).to_be_focused()
    assert "Af 100 forløb som dette" in part.inner_text() and faults(page, width) == []
    page.focus("#d-tidlig_indsats")
    page.keyboard.type("Borgeren")
    page.focus("#dh-tidlig_indsats")
    page.keyboard.type("Begynder mandag")
    page.keyboard.press("Enter")
    expect(part.get_by_text("Beslutningen er gemt: rådet fraviges")).to_be_visible()
    assert "Rådet er fraveget" in part.inner_text() and "Begynder mandag" in part.inner_text()
    assert page.url.endswith("/screening/person/opslag/") and faults(page, width) == []


def test_without_script_each_act_is_a_page(inside: Reader) -> None:
    page = inside(WIDE, script=False)
    open_row(page, 2)
    page.check("#egen-attest-undlad", force=True)
    page.click("section[aria-labelledby=q-attest] button[value=egen]")
    page.wait_for_url("**/screening/skriv/")
    assert "Din vurdering er gemt" in page.inner_text("main") and "Egen vurdering: Ingen attest" in page.inner_text(
        "main"
    )


@pytest.mark.parametrize("width", [WIDE, TELEPHONE])
def test_a_citizen_answers_by_the_link_that_the_caseworker_makes(inside: Reader, reader: Reader, width: int) -> None:
    page = inside(width)
    open_row(page, 3 if width == WIDE else 4)
    page.select_option("#sprog", "en")
    page.click("button[value=spoerg]")
    page.wait_for_selector("#link")
    expect(page.locator("#link")).to_be_focused()
    assert faults(page, width) == []
    link = page.input_value("#link")
    citizen = reader(width=TELEPHONE, locale="en-GB")
    citizen.goto(link)
    assert citizen.inner_text("h1") == "Questions about your sick leave" and faults(citizen, TELEPHONE) == []
    small = "els => els.filter(e => e.getBoundingClientRect().height < 44).length"
    assert citizen.locator(".pejl-pick").evaluate_all(small) == 0, "large enough for a thumb"
    citizen.focus("#tilbage_i_job-0")
    citizen.keyboard.press("Space")
    for _ in range(7):
        citizen.keyboard.press("ArrowRight")
    citizen.get_by_text("Send the answers").click()
    citizen.wait_for_url("**/tak/**")
    assert "Thank you" in citizen.inner_text("h1") and faults(citizen, TELEPHONE) == []
    assert [each["name"] for each in citizen.context.cookies()] == ["pejl_form"]
    citizen.close()
    page.reload()
    assert "Borgerens svar" in page.inner_text("main") and link not in page.content()


@pytest.mark.parametrize("width", [WIDE, TELEPHONE])
def test_a_letter_is_shown_and_marked_as_sent(inside: Reader, width: int) -> None:
    page = inside(width)
    open_row(page, 5 if width == WIDE else 6)
    page.select_option("#brev", "underretning")
    page.select_option("#brevsprog", "da")
    page.click("text=Vis brevet")
    page.wait_for_url("**/screening/brev/")
    assert faults(page, width) == []
    page.click("text=Skriv, at brevet er sendt")
    page.wait_for_url("**/screening/skriv/")
    assert "Det er skrevet, at brevet er sendt" in page.inner_text("main") and faults(page, width) == []


@pytest.mark.parametrize("width", [WIDE, TELEPHONE])
def test_nothing_is_wrong_with_models_figures_log_and_steering(inside: Reader, model: str, width: int) -> None:
    page = inside(width, STEERER)
    pages = (
        "",
        "styring/",
        "log/",
        "tal/",
        "modeller/",
        f"modeller/{model}/",
        f"modeller/{model}/datablad/",
        "metode/",
    )
    for address in pages:
        answer = page.goto(f"/screening/{address}")
        assert answer is not None and answer.ok, address
        assert faults(page, width) == []


def test_one_press_stops_the_screening_and_another_starts_it(inside: Reader) -> None:
    page = inside(WIDE, STEERER)
    page.goto("/screening/styring/")
    page.focus("#stop-hvorfor")
    page.keyboard.type("Fejl i leverancen")
    page.keyboard.press("Enter")
    page.wait_for_url("**gjort=stop")
    assert "Screeningen er stoppet" in page.inner_text("main") and faults(page, WIDE) == []
    page.focus("#stop-hvorfor")
    page.keyboard.type("Rettet")
    page.keyboard.press("Enter")
    page.wait_for_url("**gjort=start")
    assert "Screeningen er startet igen" in page.inner_text("main")
