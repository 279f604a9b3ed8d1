"""What people do with the site, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Reader = Callable[..., Page]

ECONOMY = "/referater/fjordby-kommune/oekonomiudvalg"
COMMITTEE = "/referater/fjordby-kommune/beskaeftigelses-og-uddannelsesudvalg"


@pytest.mark.parametrize("locale", ["da-DK", "en-US"])
def test_a_reader_searches_opens_an_item_and_follows_a_reference_forth_and_back(reader: Reader, locale: str) -> None:
    page = reader(locale=locale)
    page.goto("/")
    page.get_by_role("searchbox", name="Søg i referater og dagsordener").fill("revisionsberetning 40 enkeltsager")
    page.get_by_role("button", name="Søg").click()
    page.get_by_role("link", name=re.compile("Revisionsberetning for regnskabsåret 2025")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Revisionsberetning for regnskabsåret 2025")
    expect(page.get_by_text("Økonomiudvalget, 15. juni 2026").first).to_be_visible()

    page.get_by_role("link", name="19.05.2025, punkt 3").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Revisionsberetning for regnskabsåret 2024")

    named_in = page.get_by_role("region", name="Nævnt i")
    named_in.get_by_role("link", name="Revisionsberetning for regnskabsåret 2025").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Revisionsberetning for regnskabsåret 2025")
    assert "#linje-" in page.url


def test_a_hit_leads_to_the_paragraph_that_was_hit(reader: Reader) -> None:
    page = reader()
    page.goto('/soeg/?q="fritidstillæg og medicintilskud"')
    page.get_by_role("article").first.get_by_role("link").click()
    paragraph = page.locator(":target")
    expect(paragraph).to_contain_text("fritidstillæg og medicintilskud")
    expect(paragraph).to_be_in_viewport()


def test_a_reader_narrows_a_search_down_and_the_address_follows(reader: Reader) -> None:
    page = reader()
    page.goto("/soeg/?q=kontanthjælp")
    before = page.get_by_role("status").inner_text()
    page.get_by_role("radio", name=re.compile("^2025")).check()
    expect(page).to_have_url(re.compile("aar=2025"))
    expect(page.get_by_role("status")).not_to_have_text(before)
    assert all("2025" in hit for hit in page.get_by_role("article").all_inner_texts())
    page.go_back()
    expect(page.get_by_role("status")).to_have_text(before)


def test_everything_works_without_script(reader: Reader) -> None:
    page = reader(script=False)
    page.goto("/soeg/?q=kontanthjælp")
    page.get_by_role("radio", name=re.compile("^2025")).check()
    page.get_by_role("button", name="Vis").click()
    assert "aar=2025" in page.url
    page.goto(f"{ECONOMY}/2026-06-15/punkt-4/")
    page.get_by_role("link", name="Vis de linjer, punktet er læst fra").click()
    expect(page.get_by_role("region", name=re.compile("Kildens linjer"))).to_contain_text("Revisionsberetning")


def test_the_source_lines_come_into_the_page_on_request(reader: Reader) -> None:
    page = reader()
    page.goto(f"{ECONOMY}/2026-06-15/punkt-4/")
    page.get_by_role("link", name="Vis de linjer, punktet er læst fra").click()
    expect(page.get_by_role("region", name=re.compile("Kildens linjer"))).to_contain_text("Revisionsberetning")
    assert "kilde" not in page.url


def test_a_reader_gets_from_the_front_page_to_a_decision_by_keyboard_alone(reader: Reader) -> None:
    page = reader()
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Gå til sidens indhold")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("searchbox", name="Søg i referater og dagsordener")).to_be_focused()
    page.keyboard.type("befordring STU")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Søg i referaterne")
    hit = page.get_by_role("article").first.get_by_role("link")
    for _ in range(40):
        page.keyboard.press("Tab")
        if hit.evaluate("link => link === document.activeElement"):
            break
    expect(hit).to_be_focused()
    outline = hit.evaluate("link => getComputedStyle(link).outlineStyle")
    assert outline != "none"
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="Beslutning")).to_be_visible()


def test_the_filters_are_folded_on_a_telephone_so_that_the_hits_stand_first(reader: Reader) -> None:
    page = reader(width=360)
    page.goto("/soeg/?q=kontanthjælp")
    year = page.get_by_role("radio", name=re.compile("^2025"))
    expect(year).to_be_hidden()
    page.get_by_text("Afgræns").click()
    year.check()
    expect(page).to_have_url(re.compile("aar=2025"))
    expect(year).to_be_visible()


def test_a_printed_item_has_the_decision_and_leaves_the_menu_out(reader: Reader) -> None:
    page = reader()
    page.goto(f"{COMMITTEE}/2025-11-26/punkt-3/")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Hovedmenu")).to_be_hidden()
    expect(page.get_by_role("navigation", name="Andre punkter på mødet")).to_be_hidden()
    expect(page.get_by_role("region", name="Beslutning")).to_be_visible()
    expect(page.get_by_text("Fjordby Kommune").first).to_be_visible()
