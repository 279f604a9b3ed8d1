"""The numbers of an item's attachments run without gaps, and those that the text names are listed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.minutes.checks.flag import Certainty
from pejl.minutes.document import Minutes

from ..reading import item, minutes_of
from .flags_said import flags_of, in_text, told


def with_list(lines: str, text: str = "Teksten.") -> Minutes:
    return in_text(f"{text}\n\nBilag\n\n{lines}")


def numbered(*numbers: object) -> str:
    return "\n\n".join(f"Bilag {number}: Notat om emne {place}" for place, number in enumerate(numbers, start=1))


@pytest.mark.parametrize(
    ("lines", "stated", "computed"),
    [
        (numbered(1, 2, 4), "bilag 1, 2 og 4", "bilag 3 mangler"),
        (numbered(2, 3), "bilag 2 og 3", "bilag 1 mangler"),
        (numbered(1, 4, 5), "bilag 1, 4 og 5", "bilag 2 og 3 mangler"),
        (numbered(1, 2, 2), "to bilag 2", "ét"),
        (numbered("1.1", "1.3", 2), "bilag 1.1, 1.3", "bilag 1.2 mangler"),
        (numbered("1.1", "1.2", 3), "bilag 1 og 3", "bilag 2 mangler"),
        ("Bilag 1 Notat\nBilag 2 Plan\nBilag 4 Kort", "bilag 1, 2 og 4", "bilag 3 mangler"),
        ("1. Notat\n2. Plan\n4. Kort", "bilag 1, 2 og 4", "bilag 3 mangler"),
    ],
)
def test_a_gap_and_a_double_in_the_list_are_told_of(lines: str, stated: str, computed: str) -> None:
    assert told(with_list(lines)) == [("attachment-numbers", stated, computed)]


@pytest.mark.parametrize(
    "lines",
    [
        numbered(1),
        numbered(1, 2, 3),
        numbered(3, 1, 2),
        numbered("1.1", "1.2", 2),
        numbered("1a", "1b", 2),
        numbered(222359, 222360),
        numbered(1, 44),
        "Notat om lokaler\n\nPlan for flytning",
        "Bilag 1: Notat\n\nOversigt\n\nBilag 3: Plan",
        "1 Åben Notat 222359/12\n2 Åben Plan 222360/12",
        "Ingen bilag.",
    ],
)
def test_lists_without_a_gap_are_left_alone(lines: str) -> None:
    assert told(with_list(lines)) == []


def test_numbers_that_go_on_from_the_item_before_begin_where_that_ended() -> None:
    first = item(1, body=f"Teksten.\n\nBilag\n\n{numbered(1, 2)}")
    second = item(2, body=f"Teksten.\n\nBilag\n\n{numbered(3, 4)}")
    assert told(minutes_of(first, second)) == []
    assert told(minutes_of(first, second.replace("Bilag 4", "Bilag 5"))) == [
        ("attachment-numbers", "bilag 3 og 5", "bilag 4 mangler")
    ]


@pytest.mark.parametrize(
    "text",
    ["Skitsen er vedlagt som bilag 3.", "Se bilag nr. 3.", "Tallene fremgår af bilag 1 og bilag 3.", "(bilag 3)"],
)
def test_an_attachment_that_the_text_names_and_the_list_lacks_is_told_of(text: str) -> None:
    assert told(with_list(numbered(1, 2), text)) == [("attachment-named", "bilag 3", "bilag 1 og 2")]


@pytest.mark.parametrize(
    "text",
    [
        "Se bilag 2.",
        "Se bilag 2.1.",
        "Det følger af bilag 3 til bekendtgørelsen.",
        "Det følger af bilag 4 i loven om sygedagpenge.",
        "Se bilag 3 til punkt 2 på mødet.",
        "Bilag 3. Takster\n\nBilag 3 viser taksterne.",
        "Kortbilag 3 viser vejen.",
        "Der er 3 bilag.",
    ],
)
def test_attachments_of_other_texts_and_lists_in_the_text_are_left_alone(text: str) -> None:
    assert told(with_list(numbered(1, 2), text)) == []


def test_a_missing_number_that_the_text_names_is_certain_and_told_once() -> None:
    (flag,) = flags_of(with_list(numbered(1, 2, 4), "Skitsen er vedlagt som bilag 3."))
    assert (flag.rule, flag.certainty) == ("attachment-numbers", Certainty.CERTAIN)
    assert "nævnes i teksten" in flag.sentence


def test_an_enclosed_attachment_without_a_list_is_told_of_where_other_items_have_lists() -> None:
    enclosing = item(2, body="Skitsen er vedlagt sagen som bilag 1.")
    listing = item(1, body=f"Teksten.\n\nBilag\n\n{numbered(1)}")
    assert told(minutes_of(listing, enclosing)) == [("attachment-named", "vedlagt sagen som bilag 1", "ingen bilag")]
    assert told(minutes_of(item(1), enclosing)) == []
    assert told(minutes_of(listing, item(2, body="Skitsen er beskrevet i bilag 1."))) == []


def test_the_list_of_an_export_is_data_whose_gaps_are_files_that_are_not_public() -> None:
    minutes = with_list(numbered(1, 2, 4))
    exported = minutes.model_copy(
        update={"source": minutes.source.model_copy(update={"media_type": "application/xml"})}
    )
    assert told(exported) == []


@given(st.integers(2, 12), st.data())
def test_one_number_taken_out_is_the_one_told_of(length: int, data: st.DataObject) -> None:
    out = data.draw(st.integers(1, length))
    left = [number for number in range(1, length + 1) if number != out]
    found = told(with_list(numbered(*left)))
    run = " og ".join(filter(None, [", ".join(map(str, left[:-1])), str(left[-1])]))
    assert found == ([("attachment-numbers", f"bilag {run}", f"bilag {out} mangler")] if out < length else [])


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Rapporten er vedlagt som bilag 1, 2 og 3.", ["bilag 3"]),
        ("Tallene (bilag 1 og 4) er nye.", ["bilag 4"]),
        ("Rapporten er vedlagt som bilag 1 og 2.", []),
        ("Rapporten fremgår af bilag 1, og 4 borgere har svaret.", []),
        ("Se bilag 2 og 3 til loven.", []),
    ],
)
def test_each_attachment_of_a_row_is_named(text: str, named: list[str]) -> None:
    found = told(with_list(numbered(1, 2), text))
    assert [stated for rule, stated, _ in found if rule == "attachment-named"] == named
