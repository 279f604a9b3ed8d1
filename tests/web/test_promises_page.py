"""The page of promises: what was promised, and did it come?"""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client

from pejl.record.queries.promises import Asked, promises
from pejl.record.services.promises import drop_promise, keep_promise, reopen_promise
from web.promised import COMING, DAY, DOCUMENTS, KEPT_PROMISE, OVERDUE, SECRET, take_in_promises
from web.reading import COMMITTEE, link, main, markup, said, take_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_home")]
PAGE = f"/loefter/?dag={DAY}"


@pytest.fixture
def promised() -> None:
    take_in_promises()


def key_of(sentence: str) -> str:
    found = promises(Asked(as_of=dt.date.fromisoformat(DAY)), 50, 0)
    return next(view.row.key for view in found.rows if view.row.sentence == sentence)


def headings(address: str) -> list[str]:
    return [words(part.split("</h2>")[0]) for part in main(address).split('<h2 class="h5')[1:]]


@pytest.mark.usefixtures("promised")
def test_overdue_stands_first_then_due_then_what_comes_then_what_is_done_with() -> None:
    shown = [heading.partition(">")[2].strip() for heading in headings(PAGE)]
    assert shown == [
        "En redegørelse om klager",
        "et forslag til <b>navn</b>",
        "Ordningen evalueres",
        "en plan for virksomhederne",
        "En status på handleplanerne",
        "En rapport om lokaler",
    ]


@pytest.mark.usefixtures("promised")
def test_each_promise_says_when_who_where_and_how_it_stands() -> None:
    text = said(PAGE)
    assert "Over tiden 152 dage over tiden En redegørelse om klager i november 2025 · 1. november 2025" in text
    assert "Ventes nu 60 dage tilbage" in text
    assert "en plan for virksomhederne uden frist" in text
    assert "Holdt (foreslået, ikke bekræftet)" in text
    assert "Ser ud til at være holdt af Status på handleplanerne, Beskæftigelsesudvalget 11. marts 2026" in text
    assert "Gælder ikke" in text and "Punktet blev trukket." in text
    assert f"Forvaltningen til {DOCUMENTS[0].body} · Beskæftigelsesudvalget 10. september 2025, punkt 2" in text


@pytest.mark.usefixtures("promised")
def test_the_source_is_linked_to_its_line() -> None:
    leads = link(PAGE, "Beskæftigelsesudvalget 10. september 2025, punkt 1")
    assert leads == f"{COMMITTEE}/2025-09-10/punkt-1/#linje-14"
    assert 'id="linje-14"' in markup(leads.partition("#")[0])


@pytest.mark.usefixtures("promised")
def test_states_are_counted_and_lead_to_their_promises() -> None:
    text = said(PAGE)
    assert "Alle 6 Over tiden 1 Ventes nu 1 Kommer 2 Holdt 1 Frafaldet 0 Gælder ikke 1" in text
    assert len(headings(f"{PAGE}&tilstand=coming")) == 2
    assert "1 løfte, som det stod 1. maj 2026" in said(f"{PAGE}&tilstand=overdue")


@pytest.mark.usefixtures("promised")
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("q=handleplanerne", 1),
        ("q=Handleplanerne+status", 1),
        ("q=enhjørning", 0),
        ("slags=evaluation", 1),
        ("udvalg=beskaeftigelsesudvalg", 6),
        ("udvalg=byraad", 0),
        ("kommune=fjordby-kommune", 6),
        ("kommune=bakkeby", 0),
        ("tilstand=kept", 1),
        ("tilstand=noget&slags=andet&side=x&dag=31-12", 6),
    ],
)
def test_filters_narrow_down_and_nonsense_is_left_out(asked: str, found: int) -> None:
    address = f"/loefter/?{asked}" if "dag=" in asked else f"{PAGE}&{asked}"
    assert len(headings(address)) == found
    if not found:
        assert "Ingen løfter passer til det valgte. Vis alle løfter" in said(address)


@pytest.mark.usefixtures("promised")
def test_a_day_that_cannot_be_read_is_said_at_its_field() -> None:
    page = main("/loefter/?dag=31-12")
    assert 'pejl-promise-form" open' in page and 'value="31-12"' in page and "Skriv dagen som 01.07.2025." in page
    assert "Skriv dagen som" not in main("/loefter/?dag=31.12.2026")


def test_an_empty_record_teaches_what_a_promise_is() -> None:
    text = said("/loefter/")
    assert "Der er ingen løfter i arkivet endnu." in text and "pejl record import" in text


@pytest.mark.usefixtures("promised")
def test_what_people_did_is_shown_without_their_names() -> None:
    key = key_of(KEPT_PROMISE)
    keep_promise(key, f"{COMMITTEE.removeprefix('/referater/')}/2026-03-11/punkt-1", who="Anna Holm")
    drop_promise(key_of(COMING), who="Anna Holm", why="Ordningen er afskaffet.")
    text = said(PAGE)
    assert "Holdt (bekræftet)" in text and "Holdt af Status på handleplanerne" in text
    later = said("/loefter/?dag=2100-01-01")
    assert "Frafaldet" in later and "Ordningen er afskaffet." in later
    assert "Anna Holm" not in text + later
    reopen_promise(key, who="Anna Holm")
    assert "Over tiden 31 dage over tiden En status på handleplanerne" in said(PAGE)
    assert "1 punkt, der måske svarer på løftet" in said(PAGE)


@pytest.mark.usefixtures("promised")
def test_choosing_a_state_leaves_the_form_folded_and_asking_in_it_unfolds_it() -> None:
    assert 'pejl-promise-form" open' not in main("/loefter/?tilstand=overdue")
    assert 'pejl-promise-form" open' in main("/loefter/?tilstand=overdue&q=klager")


@pytest.mark.usefixtures("promised")
def test_the_record_says_where_it_cannot_know() -> None:
    assert "Arkivet har ingen møder i Beskæftigelsesudvalget i den tid." in said(f"{PAGE}&tilstand=overdue")


@pytest.mark.usefixtures("promised")
def test_an_items_page_tells_its_promises_and_what_it_keeps() -> None:
    text = said(f"{COMMITTEE}/2025-09-10/punkt-1/")
    assert "Løfter i dette punkt Holdt (foreslået, ikke bekræftet) En status på handleplanerne" in text
    assert "Ser ud til at være holdt af Status på handleplanerne, 11. marts 2026" in text
    keeper = said(f"{COMMITTEE}/2026-03-11/punkt-1/")
    assert "Holder løfter fra Beskæftigelsesudvalget 10. september 2025, punkt 1" in keeper
    assert "Løfter i dette punkt" not in keeper
    assert "løfter" not in said(f"{COMMITTEE}/2025-09-10/punkt-5/").casefold()


@pytest.mark.usefixtures("promised")
def test_nothing_of_a_closed_item_is_promised() -> None:
    for address in (PAGE, "/loefter/kalender.ics", "/loefter/atom.xml"):
        assert SECRET not in Client().get(address).content.decode()


@pytest.mark.usefixtures("promised")
def test_signs_of_markup_in_a_sentence_stay_signs() -> None:
    assert "<b>navn</b>" not in main(PAGE)


def test_long_lists_have_pages(django_assert_max_num_queries: object) -> None:
    from record.builders import item, minutes  # noqa: PLC0415

    many = [item(number, f"Sag {number}", text=[OVERDUE]) for number in range(1, 61)]
    take_in(minutes(*many, body="Beskæftigelsesudvalget", date=DOCUMENTS[0].date))
    assert "60 løfter, som det stod 1. maj 2026, side 1 af 3" in said(PAGE)
    assert len(headings(f"{PAGE}&side=3")) == 10
    assert link(PAGE, "Næste side").endswith("side=2")
    assert "Så mange sider er der ikke" in said(f"{PAGE}&side=9")
    assert link(f"{PAGE}&side=9", "Forrige side").endswith("side=3")
    with django_assert_max_num_queries(16):  # type: ignore[operator]
        Client().get(PAGE)
