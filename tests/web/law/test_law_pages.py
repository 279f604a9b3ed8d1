"""The room Lov, as its readers use it: what applies, what changes, and what it comes to for one person."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from law.citizen_b import CITIZEN_B
from pejl.law.label import heading, label
from pejl.web.page.form import text_asked
from web.reading import main, said, words

pytestmark = pytest.mark.django_db

PERSON = "/lov/kontanthjaelp/beregn/"
REFORM = {"dag": "2025-06-30", "dag2": "2025-07-01"}
"""The day before the reform of kontanthjælp, and its first day."""


def facts(**changes: object) -> dict[str, str]:
    """The facts of the citizen of the minutes whose benefit was cut by 7,219, as fields of the form."""
    told = {**CITIZEN_B, **changes}
    return {f"o-{name}": _field(value) for name, value in told.items()}


def _field(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return "" if value is None else str(value)


def answer(address: str = PERSON, **sent: object) -> str:
    response = Client().post(address, sent)
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "private, no-store"
    assert not response.cookies and "Cookie" not in response.get("Vary", "")
    page = response.content.decode()
    return words(page[page.index("<main") : page.index("</main>")])


def test_the_front_has_the_statutes_what_is_unsettled_and_the_days_of_the_reforms() -> None:
    page = said("/lov/")
    assert re.search(r"\d+ forhold er ikke afklaret i dag", page)
    for word in ("Kontanthjælp", "Beskæftigelsesindsats", "Sygedagpenge", "Refusion", "Klage"):
        assert word in page
    assert "1. juli 2025" in page and "Lov nr. 1655 af 30. december 2024" in page
    assert "Noget er foreslået" in page, "what is expected in 2027 is no law"


def test_a_day_has_rules_with_section_and_source_and_amounts_with_status_in_words() -> None:
    page = said("/lov/kontanthjaelp/?dag=2025-07-01")
    assert "LAS § 16, stk. 1 og 2, jf. § 11" in page
    assert re.search(r"Mindstesats 6\.969 kr\. pr\. måned Udledt", page)
    assert re.search(r"Grundsats Mangler Ikke bekræftet Bruges ikke", page)
    html = main("/lov/kontanthjaelp/?dag=2025-06-30")
    assert '<a href="https://bm.dk/satser/satser-for-2023/kontanthjaelp"' in html
    assert 'href="https://Gladsaxe' not in html


def test_what_nobody_has_confirmed_stands_above_the_rules_with_where_to_look_it_up() -> None:
    page = said("/lov/kontanthjaelp/?dag=2025-07-01")
    unsettled, rules = page.index("ikke afklaret"), page.index("Forsørger er den")
    assert unsettled < rules
    assert "bm.dk/satser/satser-for-2026" in page[unsettled:rules]


def test_a_day_of_another_year_has_the_duties_of_each_target_group() -> None:
    page = said("/lov/indsats/?dag=2026-07-01")
    assert "Pligter efter målgruppe" in page
    assert "75 pct." in page


def test_a_scenario_is_said_at_the_top_and_on_what_it_touches() -> None:
    page = said("/lov/kontanthjaelp/?dag=2026-07-01&scenarie=fjordby")
    assert page.index("Scenarie: Fjordby") < page.index("ikke afklaret")
    assert re.search(r"Mindstesats 7\.200 kr\. pr\. måned Ikke bekræftet Scenarie", page)
    assert "Scenarie: " not in said("/lov/kontanthjaelp/?dag=2026-07-01")


def test_a_day_can_be_seen_as_it_was_known_then() -> None:
    page = said("/lov/kontanthjaelp/?dag=2025-07-01&kendt=2024-06-01")
    assert "som de var kendt den 1. juni 2024" in page
    assert "Mindstesatsen gives" not in page


@pytest.mark.parametrize("dag", ["i går", "2025-02-31", "99999", "1\x00", "9" * 500])
def test_what_is_no_day_is_said_and_not_used(dag: str) -> None:
    page = Client().get("/lov/klage/", {"dag": dag, "kendt": dag, "scenarie": "utopia"})
    assert page.status_code == 200
    told = page.content.decode()
    assert "En dag kan ikke læses" in told
    assert told.count("Skriv dagen som 01.07.2025.") == told.count('aria-invalid="true"') == 2
    assert f'value="{text_asked(dag)}"' in told


def test_for_a_day_that_cannot_be_read_nobody_is_judged() -> None:
    page = answer(**{**REFORM, **facts(), "dag2": "31.6.2025"})
    assert "Skriv dagen som 01.07.2025." in page
    assert 'id="answer"' in Client().post(PERSON, {**REFORM, **facts()}).content.decode()
    assert 'id="answer"' not in Client().post(PERSON, {**REFORM, **facts(), "dag2": "31.6.2025"}).content.decode()


def test_a_day_that_nothing_is_known_of_says_so_and_leads_on() -> None:
    page = said("/lov/indsats/?dag=1990-01-01")
    assert "De tidligste er fra 2023" in page and "Se reglerne i dag" in page


def test_a_statute_that_is_none_is_not_there() -> None:
    for address in ("/lov/strandloven/", "/lov/strandloven/forskel/", "/lov/strandloven/beregn/"):
        assert Client().get(address).status_code == 404


def test_a_secretary_sees_what_changes_on_the_first_of_july_2026() -> None:
    page = said("/lov/indsats/forskel/?fra=2026-06-30&til=2026-07-01")
    assert "30. juni 2026" in page and "1. juli 2026" in page
    for movement in ("Ny", "Ændret", "Bortfaldet"):
        assert f" {movement} " in page
    assert "Lov nr. 1750 af 29. december 2025" in page
    assert "Regler" in page and "Pligter" in page


def test_without_days_the_latest_change_is_shown_and_two_equal_days_differ_in_nothing() -> None:
    assert "anderledes" in said("/lov/indsats/forskel/")
    assert "Der er ingen forskel" in said("/lov/klage/forskel/?fra=2026-07-01&til=2026-07-01")


def test_the_form_asks_for_what_the_question_needs_on_that_day_and_for_nothing_else() -> None:
    before, after = main(f"{PERSON}?dag=2025-06-30"), main(f"{PERSON}?dag=2025-07-01")
    assert 'name="o-opholdsaar"' in after and 'name="o-opholdsaar"' not in before
    assert 'name="o-psykisk_syg"' in before and 'name="o-psykisk_syg"' not in after
    assert 'name="o-formue"' not in before + after
    assert 'name="o-formue"' in main(f"{PERSON}?dag=2025-07-01&svar=formue_over_graensen")
    assert "Op til 2 måneder i udlandet" in after, "each fact says what it means"


def test_a_caseworker_explains_a_cut_of_7219() -> None:
    page = answer(**REFORM, **facts())
    assert "16.972 kr. pr. måned 9.753 kr. pr. måned 7.219 kr. pr. måned mindre" in page
    assert f"{heading('paa_mindstesats')}: ja" in page
    assert "Mindstesats: 6.969 kr. pr. måned (udledt; 16.972 - 7.219 - 2.784 kr.; Gladsaxe" in page
    assert "Trin, der er anderledes" in page
    assert "Scenarie Trin" not in page and "Scenarie: " not in page


def test_an_unconfirmed_amount_refuses_with_where_to_look() -> None:
    page = answer(dag="2026-07-01", **facts())
    assert "Intet svar" in page
    assert "»Mindstesats« mangler for 1. juli 2026. Slå det op: bm.dk/satser" in page


def test_what_is_supposed_is_marked_at_the_top_and_on_each_step_that_it_touches() -> None:
    page = answer(dag="2026-07-01", scenarie="fjordby", **facts())
    assert page.index("Scenarie: Fjordby") < page.index("Svaret Scenarie")
    assert "Sats for kontanthjælp: 7.200 kr. pr. måned Scenarie" in page
    assert "Opholdskravet er opfyldt: ja Opholdskravet" in page, "a step that rests on law alone is not marked"


def test_an_empty_field_is_unknown_and_the_answer_says_which_fact_decides() -> None:
    page = answer(dag="2025-07-01", **facts(arbejdsaar=None))
    assert "Ukendt" in page
    assert f"fordi det ikke er oplyst: {label('arbejdsaar')}" in page


def test_a_field_that_cannot_be_read_is_said_at_the_field_and_the_rest_is_kept() -> None:
    response = Client().post(PERSON, {"dag": "2025-07-01", **facts(alder="gammel")})
    page = response.content.decode()
    assert "1 oplysning kan" in page and "»alder« kan ikke være »gammel«. Det skal være et helt tal." in words(page)
    assert 'aria-invalid="true"' in page and 'value="gammel"' in page
    assert 'id="o-opholdsaar" name="o-opholdsaar" value="10"' in page
    assert "Sådan kom svaret frem" not in words(page)


def test_the_question_can_be_changed_without_losing_what_is_written() -> None:
    page = Client().post(PERSON, {"dag": "2025-06-30", "goer": "vis", **facts()}).content.decode()
    assert 'name="o-psykisk_syg"' in page and 'id="o-alder" name="o-alder" value="42"' in page
    assert "Sådan kom svaret frem" not in page


def test_no_fact_of_a_person_comes_into_an_address() -> None:
    response = Client().post(PERSON, {**REFORM, **facts(arbejdsindtaegt=12345)})
    page = response.content.decode()
    assert "12345" in page, "it stands in its field"
    addresses = re.findall(r'(?:href|action)="([^"#]*)', page)
    assert not [address for address in addresses if "12345" in address or "o-" in address]
    asked = Client().get(PERSON, {"dag": "2025-07-01", "o-alder": "42"}).content.decode()
    assert 'name="o-alder" value=""' in asked, "an address is not read for facts"


def test_a_form_sent_without_a_token_is_answered_and_changes_nothing() -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.post("/lov/klage/beregn/", {"dag": "2026-07-01", "o-genvurderet": "ja"}).status_code == 200
    assert client.post("/lov/klage/", {"dag": "2026-07-01"}).status_code == 405


@pytest.mark.parametrize("statute", ["kontanthjaelp", "indsats", "sygedagpenge", "refusion", "klage"])
@pytest.mark.parametrize("dag", ["2024-06-01", "2026-07-01", "1900-01-01", "2200-12-31"])
def test_every_rule_can_be_asked_of_nobody_in_particular(statute: str, dag: str) -> None:
    names = re.findall(r'name="svar" value="(\w+)"', main(f"/lov/{statute}/beregn/?dag={dag}"))
    for start in range(0, len(names), 8):
        response = Client().post(f"/lov/{statute}/beregn/", {"dag": dag, "svar": names[start : start + 8]})
        assert response.status_code == 200
