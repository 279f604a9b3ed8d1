"""Logging in and the pages behind it, in a browser: by keyboard, on a telephone, and with nothing for axe to find."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from web.browser.test_accessibility import AXE, FAULTS, HALF, STICKING_OUT, TELEPHONE, WIDE

Reader = Callable[..., Page]
PEJL = Path(sys.executable).with_name("pejl")
PASSWORD = "gul-hest-under-broen"  # noqa: S105 - of an invented user
NAME = "else"

OPEN = {"log in": "/adgang/log-ind/", "roles": "/adgang/roller/", "a user shut out": "/adgang/lukket/"}
OWN = {
    "own access": "/adgang/",
    "log": "/adgang/log/",
    "users": "/adgang/brugere/",
    "new password": "/adgang/adgangskode/",
    "second step": "/adgang/totrin/",
    "password once more": "/adgang/totrin/til/",
    "log out": "/adgang/log-ud/",
}


@pytest.fixture(scope="module", autouse=True)
def administrator(site: str, site_home: Path) -> None:
    """A user on the server that is looked at."""
    own = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | {"PEJL_HOME": str(site_home)}
    words = ["access", "user", "add", NAME, "--role", "administrator", "--full-name", "Else Brandt Vestergaard"]
    subprocess.run([PEJL, *words], env=own, input=f"{PASSWORD}\n", text=True, check=True, capture_output=True)


def log_in(page: Page) -> None:
    page.goto("/adgang/log-ind/")
    page.get_by_label("Brugernavn").fill(NAME)
    page.get_by_label("Adgangskode").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Log ind").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Min adgang")


def assert_clean(page: Page, width: int) -> None:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate(FAULTS) == []
    assert page.evaluate(STICKING_OUT) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [WIDE, HALF, TELEPHONE])
def test_axe_finds_nothing_and_nothing_sticks_out_on_the_way_in(reader: Reader, width: int) -> None:
    page = reader(width=width)
    for address in OPEN.values():
        page.goto(address)
        assert_clean(page, width)
    page.goto("/adgang/log-ind/")
    page.get_by_label("Brugernavn").fill("ukendt")
    page.get_by_label("Adgangskode").fill("forkert")
    page.get_by_role("main").get_by_role("button", name="Log ind").click()
    expect(page.get_by_role("alert")).to_contain_text("Brugernavn eller adgangskode er ikke rigtig.")
    assert_clean(page, width)


@pytest.mark.parametrize("width", [WIDE, TELEPHONE])
def test_axe_finds_nothing_and_nothing_sticks_out_behind_the_login(reader: Reader, width: int) -> None:
    page = reader(width=width)
    log_in(page)
    for address in OWN.values():
        page.goto(address)
        assert_clean(page, width)
    page.goto("/adgang/totrin/til/")
    page.get_by_label("Adgangskode").fill(PASSWORD)
    page.get_by_role("button", name="Bekræft").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Slå totrinslogin til")
    picture = page.get_by_role("img", name=re.compile("QR-kode"))
    expect(picture).to_be_visible()
    assert picture.evaluate("picture => picture.complete && picture.naturalWidth > 0")
    assert_clean(page, width)


def test_somebody_logs_in_and_out_by_keyboard_alone(reader: Reader) -> None:
    page = reader()
    page.goto("/")
    page.get_by_role("link", name="Log ind").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Log ind")
    page.get_by_label("Brugernavn").focus()
    page.keyboard.type(NAME)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("banner").get_by_role("link", name="Else Brandt Vestergaard")).to_be_visible()
    page.goto("/om/")
    expect(page.get_by_role("banner").get_by_role("link", name="Min adgang")).to_be_visible()
    page.get_by_role("banner").get_by_role("link", name="Log ud").focus()
    page.keyboard.press("Enter")
    page.get_by_role("main").get_by_role("button", name="Log ud").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("banner").get_by_role("link", name="Log ind")).to_be_visible()
    page.go_back()
    page.goto("/adgang/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Log ind")


def test_a_login_works_without_script(reader: Reader) -> None:
    page = reader(script=False)
    log_in(page)
