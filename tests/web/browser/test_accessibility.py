"""Every type of page, wide and on a telephone: nothing for axe to find, no sideways scrolling, no complaints."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.conf import settings
from playwright.sync_api import Page

Reader = Callable[..., Page]
Glance = Callable[[int], Page]

RECORD = "/referater/fjordby-kommune"
PAGES = {
    "front": "/",
    "bodies": "/referater/",
    "municipality": f"{RECORD}/",
    "body": f"{RECORD}/beskaeftigelsesudvalg/",
    "meeting": f"{RECORD}/beskaeftigelses-og-uddannelsesudvalg/2025-11-26/",
    "agenda": f"{RECORD}/beskaeftigelsesudvalg/2026-12-02/",
    "item with vote and route": f"{RECORD}/beskaeftigelses-og-uddannelsesudvalg/2025-11-26/punkt-3/",
    "item with table": f"{RECORD}/beskaeftigelses-og-uddannelsesudvalg/2025-11-26/punkt-2/",
    "item with source lines": f"{RECORD}/oekonomiudvalg/2026-06-15/punkt-4/?kilde=1",
    "closed item": f"{RECORD}/beskaeftigelses-og-uddannelsesudvalg/2025-11-26/punkt-8/",
    "case": "/sager/fjordby-kommune/25-12-15-00-00-p20/",
    "member": "/medlemmer/fjordby-kommune/bent-kragelund/",
    "promises": "/loefter/",
    "promises narrowed down": "/loefter/?tilstand=kept&dag=2026-11-21",
    "money": "/bevillinger/",
    "money of a body and a year": "/bevillinger/?udvalg=beskaeftigelsesudvalg&aar=2027",
    "item with promises": f"{RECORD}/beskaeftigelses-og-uddannelsesudvalg/2025-09-10/punkt-1/",
    "search": "/soeg/?q=kontanthjælp",
    "search without hits": "/soeg/?q=kontanthjelp+enhjørning",
    "law": "/lov/",
    "law on a day": "/lov/kontanthjaelp/?dag=2025-07-01",
    "law with a scenario": "/lov/indsats/?dag=2026-07-01&scenarie=fjordby",
    "law on a day of which nothing is known": "/lov/klage/?dag=1990-01-01",
    "law on two days": "/lov/indsats/forskel/?fra=2026-06-30&til=2026-07-01",
    "law for one person": "/lov/kontanthjaelp/beregn/?dag=2025-06-30&dag2=2025-07-01",
    "screening": "/screening/",
    "screening's method": "/screening/metode/",
    "screening's models": "/screening/modeller/",
    "thanks for answers": "/screening/spoergsmaal/tak/?sprog=en",
    "about": "/om/",
    "completeness": "/om/fuldstaendighed/",
    "completeness of a body": "/om/fuldstaendighed/fjordby-kommune/byraad/",
    "accessibility statement": "/om/tilgaengelighed/",
}
WIDE, TELEPHONE, HALF = 1280, 360, 640
"""640 is a window of 1280 at 200 percent."""

AXE = settings.NODE_MODULES / "axe-core" / "axe.min.js"
FAULTS = """async () => (await axe.run()).violations.map(fault =>
    `${fault.id}: ${fault.help}: ${fault.nodes.map(node => node.html.slice(0, 200)).join(' | ')}`)"""
STICKING_OUT = """() => [...document.querySelectorAll('body *')].filter(element => {
    if (element.getBoundingClientRect().right <= innerWidth + 1) return false;
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement)
        if (['auto', 'scroll', 'hidden'].includes(getComputedStyle(box).overflowX)) return false;
    return true;
}).map(element => element.outerHTML.slice(0, 200))"""


@pytest.mark.parametrize("width", [WIDE, TELEPHONE])
@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing_on(glance: Glance, kind: str, width: int) -> None:
    page = glance(width)
    answer = page.goto(PAGES[kind])
    assert answer is not None and answer.ok
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate(FAULTS) == []


@pytest.mark.parametrize("width", [TELEPHONE, HALF])
@pytest.mark.parametrize("kind", PAGES)
def test_no_sideways_scrolling_on(glance: Glance, kind: str, width: int) -> None:
    page = glance(width)
    page.goto(PAGES[kind])
    assert page.evaluate(STICKING_OUT) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_axe_and_the_measure_of_width_find_what_they_are_for(reader: Reader) -> None:
    page = reader(width=TELEPHONE)
    page.goto("/om/tilgaengelighed/")
    page.evaluate("""() => {
        const picture = document.createElement('img');
        picture.src = '/static/pejl/pejl.svg';
        picture.style.minWidth = '600px';
        document.querySelector('main').append(picture);
    }""")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert any(fault.startswith("image-alt") for fault in page.evaluate(FAULTS))
    assert page.evaluate(STICKING_OUT)
