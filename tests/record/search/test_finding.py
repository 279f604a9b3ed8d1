"""How words are matched: inflections, compounds, phrases, exclusions, and in which order hits come."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from pejl.record.search import ClosedItemRefused, IndexedItem, Query
from record.search.small_record import build, found, item, keys, write


def test_plural_finds_the_compound(tmp_path: Path) -> None:
    index = build(tmp_path, [item("a", "Orientering", "Kontanthjælpsmodtagerne fik brev."), item("b", "Modtagere")])
    assert found(index, "modtagere") == {"a", "b"}


def test_compound_indexed_before_its_part_became_a_word_is_found(tmp_path: Path) -> None:
    index = build(tmp_path, [item("compound", "Brev til lærlinge", "Bybusserne kører.")])
    assert found(index, "bus") == set()
    write(index, [item("part", "En bus", "Flere busser.")])
    assert found(index, "bus") == {"compound", "part"}


def test_compound_is_no_longer_found_by_a_part_that_left_the_record(tmp_path: Path) -> None:
    index = build(tmp_path, [item("compound", "Brev", "Bybusserne kører."), item("part", "En bus", "Flere busser.")])
    assert found(index, "bus") == {"compound", "part"}
    with index.writing() as session:
        session.remove_document("document of part")
    assert found(index, "bus") == set()
    assert found(index, "bybus") == {"compound"}


def test_short_word_is_not_found_where_it_is_no_part(tmp_path: Path) -> None:
    words = ["Salat", "Udsalg", "En sal", "Festsal", "En fest", "Skal", "Universal"]
    index = build(tmp_path, [item(word, word) for word in words])
    assert found(index, "sal") == {"En sal", "Festsal"}


def test_ending_is_not_taken_for_a_part(tmp_path: Path) -> None:
    words = ["Bordet", "Det bor", "Mulighed", "Hed", "Indstilling", "Stilling", "Partnerskab", "Skab", "Partner"]
    index = build(tmp_path, [item(word, word) for word in words])
    assert found(index, "det") == {"Det bor"}
    assert found(index, "hed") == {"Hed"}
    assert found(index, "stilling") == {"Stilling"}
    assert found(index, "skab") == {"Skab"}


def test_part_of_a_part_is_found(tmp_path: Path) -> None:
    index = build(
        tmp_path, [item("a", "Ungdomsuddannelsesvejledere"), item("b", "Ungdom og uddannelser"), item("c", "Vejleder")]
    )
    assert found(index, "uddannelse") == {"a", "b"}
    assert found(index, "vejleder") == {"a", "c"}


def test_long_word_finds_its_compound_with_a_word_that_stands_nowhere_else(tmp_path: Path) -> None:
    index = build(tmp_path, [item("a", "Kontanthjælp"), item("b", "Kontanthjælpsloftet")])
    assert found(index, "kontanthjælp") == {"a", "b"}


@pytest.mark.parametrize(
    ("forms"),
    [
        ("indsats", "indsatsen", "indsatser"),
        ("budget", "budgettet", "budgetter"),
        ("virksomhed", "virksomheden", "virksomheder", "virksomhederne"),
        ("mulighed", "muligheden", "muligheder", "mulighederne"),
        ("plads", "pladsen", "pladser"),
        ("center", "centret", "centre", "centrene"),
        ("middel", "midlet", "midler"),
        ("regel", "reglen", "regler"),
        ("minister", "ministeren", "ministre"),
        ("nummer", "nummeret", "numre"),
        ("kapitel", "kapitlet", "kapitler"),
    ],
    ids=lambda forms: forms[0],
)
def test_every_form_of_a_word_finds_the_others(tmp_path: Path, forms: tuple[str, ...]) -> None:
    index = build(tmp_path, [item(form, "Sag", f"Om {form} her.") for form in forms])
    for form in forms:
        assert found(index, form) == set(forms), form


def test_form_that_was_typed_comes_before_other_forms(tmp_path: Path) -> None:
    items = [item("led", "Sag", "Et led i planen"), item("ledige", "Sag", "De ledige", date=dt.date(2020, 1, 1))]
    index = build(tmp_path, items)
    assert keys(index.search(Query("ledige"))) == ["ledige", "led"]


def test_excluded_word_leaves_its_items_out(tmp_path: Path) -> None:
    index = build(tmp_path, [item("a", "Praktik i byen"), item("b", "Praktikken", "Løntilskud"), item("c", "Byen")])
    assert found(index, "praktik -løntilskud") == {"a"}
    assert found(index, "-praktik") == {"c"}


def test_excluded_word_leaves_out_its_compounds_too(tmp_path: Path) -> None:
    index = build(
        tmp_path, [item("a", "Praktik"), item("b", "Virksomhedspraktik i en virksomhed"), item("c", "Virksomhed")]
    )
    assert found(index, "virksomhed -praktik") == {"c"}


def test_phrase_does_not_reach_from_one_paragraph_into_the_next(tmp_path: Path) -> None:
    index = build(tmp_path, [item("a", "Titel", "Det var godt", "arbejde den dag")])
    assert found(index, '"godt arbejde"') == set()
    assert found(index, "godt arbejde") == {"a"}


def test_words_may_stand_in_title_and_text(tmp_path: Path) -> None:
    index = build(tmp_path, [item("a", "Praktik", "I fire uger"), item("b", "Praktik")])
    assert found(index, "praktik uger") == {"a"}


def test_letters_of_the_danish_alphabet_are_not_a_and_o(tmp_path: Path) -> None:
    index = build(
        tmp_path, [item("å", "Måler"), item("a", "Maler"), item("ø", "Hør"), item("o", "Hor"), item("æ", "Vælg")]
    )
    assert found(index, "måler") == {"å"}
    assert found(index, "maler") == {"a"}
    assert found(index, "hor") == {"o"}
    assert found(index, "valg") == set()


def test_two_ways_to_write_the_letter_å_are_one(tmp_path: Path) -> None:
    index = build(tmp_path, [item("a", "Råd om fårehold")])
    assert found(index, "råd") == {"a"}


def test_word_broken_by_a_soft_hyphen_is_whole(tmp_path: Path) -> None:
    index = build(tmp_path, [item("a", "Beskæf\u00adtigelse")])
    assert found(index, "beskæftigelse") == {"a"}


def test_closed_item_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ClosedItemRefused, match="punkt-9"):
        IndexedItem(
            key="fjordby/bu/2025-09-08/punkt-9",
            document="d",
            municipality="fjordby",
            body="Beskæftigelsesudvalget",
            body_slug="bu",
            title="Lukket sag",
            closed=True,
        )


def test_title_comes_before_text_and_whole_words_before_parts(tmp_path: Path) -> None:
    index = build(
        tmp_path,
        [
            item("part in text", "Andet", "Virksomhedspraktikken er kort. " * 9),
            item("word in text", "Mere", "Praktik varer fire uger."),
            item("part in title", "Virksomhedspraktik", "Andet."),
            item("word in title", "Praktik", "Andet."),
            item("aside", "En virksomhed", "Andet."),
        ],
    )
    order = ["word in title", "word in text", "part in title", "part in text"]
    assert keys(index.search(Query("praktik"))) == order


def test_word_said_often_comes_before_word_said_once(tmp_path: Path) -> None:
    rest = "i byen og ved havnen om morgenen hver eneste dag hele året rundt"
    index = build(
        tmp_path,
        [
            item("once", "Sag", f"Praktik {rest} uden videre for alle i en fart", date=dt.date(2026, 1, 1)),
            item("often", "Sag", f"Praktik {rest}, praktik, praktik, praktik og mere praktik"),
        ],
    )
    assert keys(index.search(Query("praktik"))) == ["often", "once"]


def test_newer_of_equals_comes_first(tmp_path: Path) -> None:
    days = [dt.date(2024, 5, 1), dt.date(2025, 5, 1), dt.date(2023, 5, 1)]
    index = build(tmp_path, [item(str(day.year), "Godkendelse af dagsorden", date=day) for day in days])
    write(index, [item("2026", "Godkendelse af dagsorden", date=dt.date(2026, 5, 1))])
    write(index, [item("2022", "Godkendelse af dagsorden", date=dt.date(2022, 5, 1))])
    assert keys(index.search(Query("dagsorden"))) == ["2026", "2025", "2024", "2023", "2022"]
    pages = [keys(index.search(Query("dagsorden", page=page, per_page=2))) for page in (1, 2, 3, 4)]
    assert pages == [["2026", "2025"], ["2024", "2023"], ["2022"], []]


def test_items_of_one_meeting_come_in_the_order_of_the_agenda(tmp_path: Path) -> None:
    names = [f"fjordby/bu/2025-09-08/punkt-{number}" for number in (10, 2, 1, 11, 3)]
    index = build(tmp_path, [item(name, "Godkendelse") for name in names])
    expected = [f"fjordby/bu/2025-09-08/punkt-{number}" for number in (1, 2, 3, 10, 11)]
    assert keys(index.search(Query("godkendelse"))) == expected
    assert keys(index.search(Query(""))) == expected


def test_item_read_again_is_found_by_its_new_text_only(tmp_path: Path) -> None:
    index = build(tmp_path, [item("a", "Praktik", "Fire uger")])
    write(index, [item("a", "Praktik", "Otte måneder")])
    assert found(index, "uger") == set()
    assert found(index, "praktik måneder") == {"a"}


def test_item_of_a_newer_version_takes_the_place_of_the_old(tmp_path: Path) -> None:
    index = build(tmp_path, [item("a", "Praktik", "Fire uger", document="first")])
    write(index, [item("a", "Praktik", "Otte uger", document="second")])
    result = index.search(Query("praktik uger"))
    assert [hit.document for hit in result.hits] == ["second"]
    assert index.document_hashes() == {"second"}


def test_what_is_being_written_is_not_found_before_all_of_it_is_in(tmp_path: Path) -> None:
    index = build(tmp_path, [item("a", "Praktik")])
    with index.writing() as session:
        session.remove_document("document of a")
        assert found(index, "praktik") == {"a"}
    assert found(index, "praktik") == set()
