"""The room Register in a browser, for somebody who may see it: nothing for axe to find, no sideways scrolling, and a
look at a person with the keyboard alone."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from pejl.home.folders import Home
from pejl.register.deliveries import Held, held
from pejl.register.quarantined import persons_in_quarantine
from web.browser.test_accessibility import AXE, FAULTS, STICKING_OUT, TELEPHONE, WIDE

Reader = Callable[..., Page]

PEJL = Path(sys.executable).with_name("pejl")
NAME, PASSWORD = "registerets-leder", "gul-hest-under-broen"
PAGES = {
    "front": "/register/",
    "delivery": "/register/leverancer/{delivery}/",
    "quarantine": "/register/karantaene/{snapshot}/benefit_spells/",
    "quarantine by reason": "/register/karantaene/{snapshot}/talks/?grund=no_day.day",
    "differences": "/register/forskelle/",
    "contract": "/register/kontrakt/",
    "table of the contract": "/register/kontrakt/sick_leave_spells/",
    "looking somebody up": "/register/person/",
    "no pseudonym": "/register/person/?mangler=person",
}


@pytest.fixture(scope="module")
def register(site: str, site_home: Path) -> Held:
    """What the site's register holds; and somebody who may see it can log in."""
    made = [PEJL, "access", "user", "add", NAME, "--role", "team_leader"]
    env = {"PEJL_HOME": str(site_home), "PATH": "/usr/bin:/bin"}
    subprocess.run(made, env=env, input=f"{PASSWORD}\n".encode(), check=True, capture_output=True)
    return held(Home(site_home))


@pytest.fixture
def leader(reader: Reader, register: Held) -> Reader:
    """Open a page logged in."""

    def open_page(width: int) -> Page:
        page = reader(width=width)
        page.goto("/adgang/log-ind/?next=/register/person/")
        page.fill("[name=login]", NAME)
        page.fill("[name=password]", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(lambda address: "next=" not in address and address.endswith("/register/person/"))
        return page

    return open_page


def faults(page: Page, width: int) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    wide = page.evaluate("document.documentElement.scrollWidth")
    found = [*page.evaluate(FAULTS), *page.evaluate(STICKING_OUT), *([f"{wide} px wide"] if wide > width else [])]
    return [f"{page.url}: {each}" for each in found]


@pytest.mark.parametrize("width", [WIDE, TELEPHONE])
def test_no_page_of_the_register_has_faults(leader: Reader, register: Held, width: int) -> None:
    page = leader(width)
    assert register.newest and register.made_by
    asked = {"delivery": register.made_by.report.id, "snapshot": register.newest.id}
    for address in PAGES.values():
        answer = page.goto(address.format(**asked))
        assert answer is not None and answer.ok, address
        assert faults(page, width) == []


@pytest.mark.parametrize("width", [WIDE, TELEPHONE])
def test_somebody_is_looked_up_with_the_keyboard(leader: Reader, register: Held, site_home: Path, width: int) -> None:
    assert register.newest
    person = min(persons_in_quarantine(Home(site_home), register.newest.id, "talks"))
    page = leader(width)
    page.focus("#person")
    page.keyboard.type(person)
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.focus("#person")
    page.keyboard.press("Enter")
    page.wait_for_url("**/register/person/opslag/")
    assert page.inner_text("h1") == "Opslag på en person" and "skrevet i loggen" in page.inner_text("main")
    assert person not in page.url and faults(page, width) == []
    page.goto("/register/forskelle/")
    page.select_option("#tabel", "benefit_spells")
    page.select_option("#rows-formaal", "fault")
    page.click("text=Vis rækkerne")
    page.wait_for_url("**/register/forskelle/raekker/")
    assert re.search(r"\d+ person", page.inner_text("main")) and faults(page, width) == []
