"""The table of contents and the items tell the same, though titles may be cut or spelled otherwise."""

from __future__ import annotations

import pytest

from pejl.minutes.document import Minutes

from ..reading import HEAD, item, minutes_of
from .flags_said import told

TITLES = ("Budgetopfølgning pr. 1. september", "Plan for mentorordningen", "Nye lokaler til jobhuset", "Godkendelse")
CLOSED = "Punkt 5: Lukket: Personsag"


def minutes_with(contents: tuple[str, ...], titles: tuple[str, ...] = TITLES, *more: str) -> Minutes:
    entries = "\n".join(f"{title}.....\t{page}" for page, title in enumerate(contents, start=3))
    head = f"{HEAD}Indholdsfortegnelse\n\n{entries}\n\n"
    return minutes_of(*(item(place, title=title) for place, title in enumerate(titles, start=1)), *more, head=head)


def replaced(place: int, *titles: str) -> tuple[str, ...]:
    return (*TITLES[:place], *titles, *TITLES[place + 1 :])


@pytest.mark.parametrize(
    ("contents", "rule", "stated", "computed"),
    [
        (replaced(1), "contents-entry-missing", "Punkt 2", "ikke i indholdsfortegnelsen"),
        (replaced(1, TITLES[1], "Kursus for tolke"), "contents-item-missing", "Kursus for tolke", "intet punkt"),
        (replaced(2, "Kursus for tolke"), "contents-title", "Kursus for tolke", TITLES[2]),
        (replaced(1, f"Lukket: {TITLES[1]}"), "contents-openness", "lukket", "åbent"),
    ],
)
def test_what_the_two_tell_differently_is_told_of(
    contents: tuple[str, ...], rule: str, stated: str, computed: str
) -> None:
    assert told(minutes_with(contents)) == [(rule, stated, computed)]


@pytest.mark.parametrize(
    "contents",
    [
        TITLES,
        replaced(0, "Budgetopfølgning pr. 1. septem"),
        replaced(1, "Plan for mentor ordningen"),
        replaced(1, "Plan for mentorordningem"),
        replaced(2, "Jobhusets nye lokaler"),
        (*TITLES, "Underskriftsark"),
        (*TITLES, "Lukket: Personsag"),
        TITLES[:1],
        (),
    ],
)
def test_cut_and_misspelt_titles_lists_of_another_kind_and_closed_items_left_out_are_left_alone(
    contents: tuple[str, ...],
) -> None:
    assert told(minutes_with(contents)) == []


def test_a_list_that_fits_few_items_is_not_held_against_them() -> None:
    assert told(minutes_with(("Kursus for tolke", "Ny kantine", "Skolebus", "Godkendelse"))) == []


def test_closed_items_may_have_another_title_in_the_contents_and_none_is_repeated() -> None:
    minutes = minutes_with((*TITLES, "Lukket punkt"), TITLES, CLOSED)
    assert told(minutes) == []


def test_another_number_in_the_contents_is_told_of() -> None:
    numbered = tuple(f"{number}. {title}" for number, title in zip((1, 2, 4, 5), TITLES, strict=True))
    found = told(minutes_with(numbered))
    assert found == [] or {rule for rule, _, _ in found} == {"contents-number"}
    one_odd = tuple(f"{number}. {title}" for number, title in zip((1, 2, 3, 5), TITLES, strict=True))
    assert told(minutes_with(one_odd)) == [("contents-number", "nummer 5", "nummer 4")]


def test_contents_in_another_order_have_every_item() -> None:
    assert told(minutes_with((TITLES[0], TITLES[2], TITLES[1], TITLES[3]))) == []


MORE = ("Aftale med handelsskolen", *TITLES)


def test_neighbours_that_changed_places_in_the_contents_are_told_of() -> None:
    turned = (MORE[0], MORE[2], MORE[1], *MORE[3:])
    assert told(minutes_with(MORE, MORE)) == []
    assert told(minutes_with(turned, MORE)) == [("contents-order", MORE[2], MORE[1])]


@pytest.mark.parametrize("order", [(4, 0, 1, 2, 3), (3, 1, 2, 0, 4), (1, 0, 3, 2, 4)])
def test_contents_in_an_order_of_their_own_are_left_alone(order: tuple[int, ...]) -> None:
    assert told(minutes_with(tuple(MORE[place] for place in order), MORE), "contents-order") == []
