"""The room Arbejdslister in a browser: nothing for axe to find, no sideways scrolling, a case opened and a deadline
marked with the keyboard alone, with and without script."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from web.browser.test_accessibility import TELEPHONE, WIDE
from web.browser.test_register import faults

Reader = Callable[..., Page]

PEJL = Path(sys.executable).with_name("pejl")
NAME, PASSWORD = "listernes-leder", "gul-hest-under-broen"
LIST = "/arbejdslister/liste"
PAGES = (
    "/arbejdslister/",
    *(f"{LIST}/{name}/" for name in ("frist", "overskredet", "tabt", "bortfaldet", "begrundelse")),
    f"{LIST}/alle/?side=2",
    f"{LIST}/frist/?pligt=ukendt&dage=60",
    "/arbejdslister/rettidighed/?efter=team",
    "/arbejdslister/stikproeve/",
)


@pytest.fixture(scope="module")
def listed(site: str, site_home: Path) -> None:
    """Somebody who may see all lists can log in, and the deadlines are judged."""
    env = {"PEJL_HOME": str(site_home), "PATH": "/usr/bin:/bin"}
    made = [PEJL, "access", "user", "add", NAME, "--role", "team_leader"]
    subprocess.run(made, env=env, input=f"{PASSWORD}\n".encode(), check=True, capture_output=True)
    subprocess.run([PEJL, "casework", "due"], env=env, check=True, capture_output=True)


@pytest.fixture
def leader(reader: Reader, listed: None) -> Reader:
    """Open a page logged in."""

    def open_page(width: int, **more: bool) -> Page:
        page = reader(width=width, **more)
        page.goto(f"/adgang/log-ind/?next={LIST}/overskredet/")
        page.fill("[name=login]", NAME)
        page.fill("[name=password]", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(lambda address: "next=" not in address and address.endswith("/overskredet/"))
        return page

    return open_page


@pytest.mark.parametrize("width", [WIDE, TELEPHONE])
def test_no_page_of_the_worklists_has_faults(leader: Reader, width: int) -> None:
    page = leader(width)
    for address in PAGES:
        answer = page.goto(address)
        assert answer is not None and answer.ok, address
        assert faults(page, width) == []


@pytest.mark.parametrize("width", [WIDE, TELEPHONE])
def test_a_case_is_opened_and_a_sample_drawn_with_the_keyboard(leader: Reader, width: int) -> None:
    page = leader(width)
    page.focus("td button[form=aabn] >> nth=0")
    page.keyboard.press("Enter")
    page.wait_for_url("**/arbejdslister/person/opslag/")
    assert "skrevet i loggen" in page.inner_text("main") and not re.search(r"p[a-z2-7]{26}", page.url)
    assert faults(page, width) == []
    page.focus("summary >> nth=0")
    page.keyboard.press("Enter")
    assert faults(page, width) == []
    page.goto("/arbejdslister/stikproeve/")
    page.focus("#antal")
    page.keyboard.press("Enter")
    page.wait_for_url("**/arbejdslister/stikproeve/traek/")
    assert "Hvad revisor ville finde" in page.inner_text("h1") and faults(page, width) == []


def test_a_deadline_is_marked_with_one_key_and_the_reader_keeps_the_place(leader: Reader) -> None:
    page = leader(WIDE)
    row = page.locator("tbody tr").first
    name = row.get_attribute("id")
    button = row.locator("button[form=udfoert]")
    button.focus()
    page.keyboard.press("Enter")
    again = page.locator(f"[id='{name}'] button[form=fortryd]")
    again.wait_for()
    assert page.url.endswith("/overskredet/") and "Udført" in page.locator(f"[id='{name}']").inner_text()
    assert "Markeret: Udført" in page.locator("#sagt").inner_text()
    assert page.evaluate("document.activeElement.textContent").startswith("Fortryd")
    assert faults(page, WIDE) == []
    page.keyboard.press("Enter")
    page.locator(f"[id='{name}'] button[form=udfoert]").wait_for()
    assert "Markeringen er fjernet" in page.locator("#sagt").inner_text()


def test_without_script_a_mark_is_a_page_with_a_way_back(leader: Reader) -> None:
    page = leader(WIDE, script=False)
    page.click("tbody tr >> nth=0 >> button[form=udfoert]")
    page.wait_for_url("**/arbejdslister/marker/")
    assert page.inner_text("h1") == "Markeringen er gemt"
    page.click("text=Tilbage til listen")
    page.wait_for_url("**/overskredet/")
