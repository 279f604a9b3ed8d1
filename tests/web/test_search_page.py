"""Where is it said? The search page, without a browser."""

from __future__ import annotations

import datetime as dt

import pytest
from django.http import QueryDict
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from pejl.minutes.document import CaseNumber, Outcome
from pejl.web.record.search_form import LAST_PAGE, SearchForm
from record.builders import closed, item, minutes
from web.reading import COMMITTEE, main, said, take_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_home")]


def test_a_hit_is_marked_and_leads_to_its_paragraph() -> None:
    take_in(minutes(item(1, "Om bussen", text=["Kommunen køber en elektrisk skolebus."])))
    page = main("/soeg/?q=skolebus")
    assert "<mark>skolebus</mark>" in page
    assert f'href="{COMMITTEE}/2025-03-12/punkt-1/#linje-14"' in page


def test_the_anchor_of_a_hit_stands_on_the_items_page() -> None:
    take_in(minutes(item(1, text=["Kommunen køber en elektrisk skolebus."], decided="Udvalget tiltrådte grundigt.")))
    for word in ("skolebus", "grundigt", "budgetopfølgningen"):
        page = main(f"/soeg/?q={word}")
        anchor = page[page.index("#linje-") + 1 :].split('"')[0]
        assert f'id="{anchor}"' in main(f"{COMMITTEE}/2025-03-12/punkt-1/"), word


def test_filters_tell_how_many_hits_each_choice_has() -> None:
    take_in(
        minutes(item(1, text=["skolebus"])),
        minutes(item(1, text=["skolebus"], outcome=Outcome.POSTPONED), date=dt.date(2024, 2, 1)),
        minutes(item(1, text=["skolebus"]), body="Byrådet", date=dt.date(2024, 3, 1)),
    )
    text = said("/soeg/?q=skolebus")
    assert "3 punkter om ”skolebus”" in text
    assert "2025 (1 punkt) 2024 (2 punkter)" in text
    assert "Udsat (1 punkt)" in text
    assert "1 punkt om" in said("/soeg/?q=skolebus&aar=2024&udfald=postponed")
    assert "Fjern alle filtre" in said("/soeg/?q=skolebus&aar=2024")


def test_a_filter_with_one_choice_is_offered_only_to_take_it_off_again() -> None:
    take_in(minutes(item(1, text=["skolebus"])))
    assert 'name="udvalg"' not in main("/soeg/?q=skolebus")
    assert 'name="udvalg"' in main("/soeg/?q=skolebus&udvalg=beskaeftigelsesudvalg")


def test_a_chosen_filter_that_leaves_nothing_can_still_be_seen_and_taken_off() -> None:
    take_in(minutes(item(1, text=["skolebus"])))
    page = main("/soeg/?q=skolebus&aar=1999")
    assert 'value="1999" checked' in page
    assert "at søge uden filtre" in page


def test_no_hits_tell_what_each_word_gives_and_what_was_perhaps_meant() -> None:
    take_in(minutes(item(1, text=["Kommunen køber en skolebus."])))
    text = said("/soeg/?q=skolebus+enhjørning")
    assert "0 punkter" in text
    assert "skolebus 1 punkt" in text
    assert "enhjørning 0 punkter" in text
    assert "Mente du skolebus?" in said("/soeg/?q=kolebus")
    assert "Hvert for sig" not in said("/soeg/?q=enhjørning")


def test_where_there_is_nothing_to_narrow_down_no_filters_are_offered() -> None:
    take_in(minutes(item(1, text=["skolebus"])), minutes(item(1, text=["skolebus"]), date=dt.date(2024, 1, 10)))
    assert "Afgræns" in said("/soeg/?q=skolebus")
    assert "Afgræns" not in said("/soeg/?q=enhjørning")


def test_a_word_typed_wrong_is_put_right_and_the_page_says_so() -> None:
    take_in(minutes(item(1, text=["Kommunen køber en skolebus."])))
    text = said("/soeg/?q=skolabus")
    assert "1 punkt om ”skolabus”" in text
    assert "Intet punkt har ordene, som de er skrevet. Der er i stedet søgt efter ”skolebus”." in text
    assert "i stedet" not in said("/soeg/?q=skolebus")


def test_the_page_says_which_hits_hold_all_that_was_asked_for() -> None:
    take_in(
        minutes(
            item(1, text=["Kommunen køber en elektrisk skolebus til havnen."]),
            item(2, text=["En elektrisk skolebus er dyr."]),
            *(item(number, text=["Cykelstien."]) for number in range(3, 9)),
        )
    )
    text = said("/soeg/?q=hvornår+kører+den+elektriske+skolebus+til+havnen")
    assert "Intet punkt har alle ordene. Her er dem, der har de fleste." in text
    text = said("/soeg/?q=er+der+en+elektrisk+skolebus+på+havnen")
    assert "2 punkter om" in text
    assert "1 punkt har alle ordene og står først. De øvrige har de fleste af dem." in text


def test_hits_are_cut_into_pages() -> None:
    take_in(minutes(*(item(number, text=["skolebus"]) for number in range(1, 46))))
    assert "side 1 af 3" in said("/soeg/?q=skolebus")
    page = main("/soeg/?q=skolebus&side=2")
    assert "side 2 af 3" in page
    assert "/soeg/?q=skolebus" not in page  # the form's own address is enough
    assert 'href="?q=skolebus&amp;side=3"' in page
    assert 'href="?q=skolebus"' in page


def test_another_question_begins_on_its_first_page() -> None:
    third = SearchForm(text="skolebus", page=3)
    assert third.address(year="2025") == "?q=skolebus&aar=2025"
    assert third.address(page=4) == "?q=skolebus&side=4"


def test_closed_items_are_not_found() -> None:
    take_in(minutes(item(1), closed(2, "Køb af enhjørning", hidden="enhjørning")))
    assert "0 punkter" in said("/soeg/?q=enhjørning")


def test_without_an_index_the_page_says_which_command_makes_one() -> None:
    assert "pejl record rebuild" in said("/soeg/?q=ord")


def test_with_script_only_the_hits_are_sent_and_the_address_is_told_clean() -> None:
    take_in(minutes(item(1)))
    response = Client().get("/soeg/", {"q": "budget", "aar": "2025", "udfald": ""}, headers={"hx-request": "true"})
    assert "<main" not in response.content.decode()
    assert response["HX-Push-Url"] == "/soeg/?q=budget&aar=2025"


@given(
    st.dictionaries(st.sampled_from(["q", "kommune", "udvalg", "aar", "udfald", "emne", "side"]), st.text(max_size=30))
)
def test_whatever_an_address_holds_is_a_search(sent: dict[str, str]) -> None:
    address = QueryDict(mutable=True)
    address.update(sent)
    form = SearchForm.of(address)
    assert 1 <= form.page <= LAST_PAGE
    assert form == SearchForm.of(QueryDict(form.address(page=form.page).removeprefix("?")))
    form.query()


@pytest.mark.parametrize(
    "asked", ["%00", "%F0%9F%9A%8C", "*", '"', "-", "(((", "a" * 5000, "[] AND OR NOT ~3 ^2", "linje:12", "%ff%fe"]
)
def test_strange_words_do_no_harm(asked: str) -> None:
    take_in(minutes(item(1)))
    assert Client().get(f"/soeg/?q={asked}").status_code == 200
    assert Client().get(f"/soeg/?q={asked}&side=99999&aar=20x5&udfald=%00&emne={asked}&udvalg=%00").status_code == 200


def test_filters_speak_of_municipalities_and_subjects_by_name() -> None:
    case = CaseNumber(raw="25-1-15.00.30-P05", subject="15.00.30")
    take_in(minutes(item(1, text=["skolebus"]).model_copy(update={"case_number": case})))
    take_in(minutes(item(1, text=["skolebus"]), date=dt.date(2024, 3, 1)), municipality="Sandø Kommune")
    text = said("/soeg/?q=skolebus&emne=15.00.30")
    assert "15.00.30 Opfølgning på kommunernes beskæftigelsesindsats (1 punkt)" in text
    assert "Sandø Kommune (1 punkt)" in said("/soeg/?q=skolebus")
