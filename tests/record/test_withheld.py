"""What a later document closes is gone from the earlier ones, however it is numbered and named by then."""

from __future__ import annotations

import pytest

from pejl.minutes.document import Item, Minutes
from pejl.record.withheld import withheld, withheld_in_turn
from record.builders import closed, item, minutes

SECRET = "Hemmelighed om en borger"  # noqa: S105
BUDGET, HARBOUR = item(1, "Budget"), item(3, "Havnen")
SALE = item(2, "Salg af grunden", case="25-7-13.06.00-A00", text=[SECRET], decided=SECRET, recommended=[SECRET])
BEFORE = minutes(BUDGET, SALE, HARBOUR)


def renumbered(original: Item, number: int) -> Item:
    return original.model_copy(update={"number": number})


def as_text(document: Minutes) -> str:
    return document.as_json()


def with_case(original: Item) -> Item:
    return original.model_copy(update={"case_number": SALE.case_number})


@pytest.mark.parametrize(
    "later",
    [
        minutes(BUDGET, closed(2, "Lukket punkt"), HARBOUR),
        minutes(BUDGET, item(2, "Nyt punkt"), HARBOUR, closed(4, "Salg af grunden")),
        minutes(BUDGET, item(2, "Nyt punkt"), HARBOUR, with_case(closed(4, "Lukket punkt"))),
        minutes(BUDGET, item(2, "Nyt punkt"), HARBOUR, closed(4, "Lukket punkt")),
        minutes(BUDGET, renumbered(HARBOUR, 2), closed(9, None)),
    ],
    ids=["same number", "same title", "same case number", "under another name", "without a name"],
)
def test_an_item_that_a_correction_closes_is_withheld(later: Minutes) -> None:
    left = withheld(BEFORE, later)
    assert SECRET not in as_text(left)
    assert [part.title for part in left.items] == ["Budget", "Salg af grunden", "Havnen"]
    assert [part.closed for part in left.items] == [False, True, False]


def test_what_was_closed_all_along_withholds_nothing_else() -> None:
    earlier = minutes(item(1, "Budget 2026"), closed(2, "Personsag"))
    later = minutes(item(1, "Budget for 2026"), closed(2, "Personsag"))
    assert [part.closed for part in withheld(earlier, later).items] == [False, True]


def test_a_document_that_closes_nothing_leaves_the_earlier_as_it_is() -> None:
    assert withheld(BEFORE, minutes(BUDGET)) is BEFORE


def test_what_one_correction_closes_stays_withheld_from_those_before_it_though_the_next_opens_it() -> None:
    opened = minutes(BUDGET, SALE, HARBOUR, note="opened again")
    shut = minutes(BUDGET, closed(2, "Salg af grunden"), HARBOUR, note="closed")
    newest, middle, oldest = withheld_in_turn([opened, shut, BEFORE])
    assert SECRET in as_text(newest)
    assert oldest.items[1].closed and SECRET not in as_text(oldest)
    assert middle.items[1].closed
