"""References held against what the same item says again: its list, its other sentences, its own meeting."""

from __future__ import annotations

import pytest

from pejl.minutes.checks.flag import FlagKind
from pejl.minutes.checks.known import KnownFiles
from pejl.minutes.checks.run import check_item

from ..reading import item, minutes_of

BODY = "Beskæftigelsesudvalget"
HARBOUR = "havneprojektets pulje til praktikpladser for unge"


def told(body: str) -> list[tuple[str, str, str]]:
    minutes = minutes_of(
        item(1, title="Praktikpladser på havnen", body=body),
        item(2, title="Frikort til kollektiv trafik", body="Ledige tilbydes frikort."),
    )
    found = check_item(minutes, 1, KnownFiles([minutes]))
    return [(flag.rule, flag.stated, flag.computed) for flag in found if flag.kind is FlagKind.REFERENCE]


def item_on(number: int, day: str) -> str:
    return f"punkt {number} på mødet i {BODY} {day}"


def listing(text: str, *treatments: str) -> str:
    return f"{text}\n\nRelateret behandling\n\n" + "\n\n".join(f"{BODY} {each}" for each in treatments)


def test_day_that_slipped_in_one_of_two_sentences_is_told_of() -> None:
    text = f"{BODY} drøftede 30.04.2025, punkt 6, {HARBOUR}.\n\n{BODY} hørte 30.05.2025, punkt 6, om {HARBOUR}."
    found = told(listing(text, "30.04.2025, punkt 6"))
    assert found == [("reference-two-ways", item_on(6, "30.05.2025"), item_on(6, "30.04.2025"))]
    assert told(listing(text.replace("30.05", "30.04"), "30.04.2025, punkt 6")) == []


def test_item_that_slipped_in_one_of_two_sentences_that_say_the_same_is_told_of() -> None:
    text = f"{BODY} drøftede 30.04.2025, punkt 6, {HARBOUR}.\n\n{BODY} hørte 30.04.2025, punkt 7, om {HARBOUR}."
    found = told(listing(text, "30.04.2025, punkt 6"))
    assert found == [("reference-two-ways", item_on(7, "30.04.2025"), item_on(6, "30.04.2025"))]


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY} drøftede 30.04.2025, punkt 6, {HARBOUR}.\n\n{BODY} hørte 30.04.2025, punkt 7, om rengøring af hallen.",
        f"{BODY} drøftede 30.04.2025, punkt 6, {HARBOUR}.\n\n{BODY} hørte 12.11.2024, punkt 6, om {HARBOUR}.",
        f"{BODY} drøftede 30.04.2025, punkt 6, og 30.05.2025, punkt 2, {HARBOUR}.",
    ],
)
def test_other_items_that_the_list_leaves_out_are_left_alone(text: str) -> None:
    assert told(listing(text, "30.04.2025, punkt 6")) == []


def test_earlier_treatment_that_lies_years_ahead_is_told_of() -> None:
    assert told(listing("Sagen.", "04.03.2052, punkt 4")) == [("reference-ahead", "04.03.2052", "før 03.12.2025")]
    assert told(listing("Sagen.", "04.03.2025, punkt 4", "17.12.2025, punkt 4")) == []


@pytest.mark.parametrize("words", ["på dette møde", "på dagsordenen", "på samme møde"])
def test_item_of_the_same_meeting_that_there_is_none_of_is_told_of(words: str) -> None:
    assert told(f"Ledige får frikort, og det behandles i punkt 2 {words}.") == []
    assert told(f"Ledige får frikort, og det behandles i punkt 9 {words}.") == [
        ("reference-no-item", "punkt 9", "punkt 1-2")
    ]
