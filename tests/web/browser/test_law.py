"""The room Lov in a browser: a cut explained with the keyboard alone, without script too, and answers without faults,
also on a telephone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from law.citizen_b import CITIZEN_B
from pejl.law.label import heading
from web.browser.test_accessibility import TELEPHONE, WIDE
from web.browser.test_register import faults

Reader = Callable[..., Page]

FORM = "/lov/kontanthjaelp/beregn/"
REFORM = f"{FORM}?dag=2025-06-30&dag2=2025-07-01"


def tell(page: Page, **changes: object) -> None:
    """Fill in the form as a caseworker does; what the day does not ask for is left out."""
    for name, value in {**CITIZEN_B, **changes}.items():
        field = page.locator(f"[name=o-{name}]")
        if not field.count():
            continue
        if isinstance(value, bool):
            page.check(f"[name=o-{name}][value={'ja' if value else 'nej'}]")
        elif field.first.evaluate("field => field.tagName") == "SELECT":
            field.select_option(str(value))
        else:
            field.fill(str(value))


@pytest.mark.parametrize(("typed", "shown"), [("1/7-2025", "01.07.2025"), ("7/31/2025", "7/31/2025")])
def test_a_day_is_typed_as_danes_write_it(reader: Reader, typed: str, shown: str) -> None:
    page = reader()
    page.goto("/lov/kontanthjaelp/")
    page.get_by_label("Dag", exact=True).fill(typed)
    page.keyboard.press("Enter")
    page.wait_for_url("**dag=*")
    field = page.get_by_label("Dag", exact=True)
    assert field.input_value() == shown
    assert ("Skriv dagen som 01.07.2025." in page.inner_text("main")) is (typed == shown)


@pytest.mark.parametrize("script", [True, False])
def test_a_caseworker_explains_a_cut_of_7219_with_the_keyboard(reader: Reader, script: bool) -> None:
    page = reader(script=script)
    page.goto(REFORM)
    tell(page)
    page.focus("[name=o-alder]")
    page.keyboard.press("Enter")
    page.wait_for_selector("#answer")
    assert page.url.endswith(FORM), "no fact stands in the address"
    said = page.inner_text("main")
    assert "7.219 kr. pr. måned mindre" in said
    assert f"{heading('paa_mindstesats')}: ja" in said
    assert page.input_value("[name=o-alder]") == "42", "what was written stands for the next question"


@pytest.mark.parametrize("width", [WIDE, TELEPHONE])
@pytest.mark.parametrize(
    ("address", "changes"),
    [
        (REFORM, {}),
        (f"{FORM}?dag=2026-07-01", {}),
        (f"{FORM}?dag=2026-07-01&scenarie=fjordby", {}),
        (f"{FORM}?dag=2025-07-01", {"alder": "gammel", "arbejdsaar": ""}),
    ],
    ids=["answer on two days", "refused", "supposed", "wrong"],
)
def test_nothing_is_wrong_with_what_comes_back(
    reader: Reader, address: str, changes: dict[str, object], width: int
) -> None:
    page = reader(width=width)
    page.goto(address)
    tell(page, **changes)
    page.click(".button-primary[value=regn]")
    page.wait_for_selector("#answer, .form-error")
    assert faults(page, width) == []


def test_the_rules_to_be_asked_open_and_are_chosen_with_the_keyboard(reader: Reader) -> None:
    page = reader()
    page.goto(f"{FORM}?dag=2025-07-01")
    page.focus("summary")
    page.keyboard.press("Enter")
    page.focus("#svar-formue_over_graensen")
    page.keyboard.press("Space")
    page.click("[value=vis]")
    page.wait_for_selector("[name=o-formue]")
    assert page.is_checked("#svar-formue_over_graensen")
