"""What the law does to everyone, in a browser: nothing for axe to find, no sideways scrolling, and a scenario chosen
with the keyboard alone."""

from __future__ import annotations

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
NAME, PASSWORD = "reformens-analytiker", "gul-hest-under-broen"
REFORM = "/lov/reform/?fra=2025-06-30&til=2025-07-01"
PAGES = (
    REFORM,
    f"{REFORM}&scenarie=fjordby&traek=37",
    "/lov/varighed/",
    "/lov/varighed/?ydelse=dagpenge&scenarie=alment_kendt",
)


@pytest.fixture
def analyst(reader: Reader, an_analyst: None) -> Reader:
    """Open a page logged in."""

    def open_page(width: int) -> Page:
        page = reader(width=width)
        page.goto("/adgang/log-ind/?next=/lov/varighed/")
        page.fill("[name=login]", NAME)
        page.fill("[name=password]", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(lambda address: "next=" not in address and address.endswith("/lov/varighed/"))
        return page

    return open_page


@pytest.fixture(scope="module")
def an_analyst(site: str, site_home: Path) -> None:
    """Somebody who may see groups and no person can log in."""
    made = [PEJL, "access", "user", "add", NAME, "--role", "analyst"]
    env = {"PEJL_HOME": str(site_home), "PATH": "/usr/bin:/bin"}
    subprocess.run(made, env=env, input=f"{PASSWORD}\n".encode(), check=True, capture_output=True)


@pytest.mark.parametrize("width", [WIDE, TELEPHONE])
def test_nothing_is_wrong_with_the_pages(analyst: Reader, width: int) -> None:
    page = analyst(width)
    for address in PAGES:
        answer = page.goto(address)
        assert answer is not None and answer.ok, address
        assert faults(page, width) == []


def test_an_analyst_supposes_a_scenario_with_the_keyboard(analyst: Reader) -> None:
    page = analyst(WIDE)
    page.goto(REFORM)
    page.focus("#scenarie")
    page.keyboard.type("Fjordby")
    page.focus("#traek")
    page.keyboard.press("Enter")
    page.wait_for_url("**scenarie=fjordby**")
    said = page.inner_text("main")
    assert "Scenarie: Fjordby" in said and "Husstande, der mister mest" in said
