"""Rights are sentences, and views are marked with them."""

from __future__ import annotations

import pytest

from pejl.access import rights
from pejl.access.rights import PUBLIC_SITE, RIGHTS, Right, may_see, right_of


@pytest.mark.parametrize("right", RIGHTS, ids=lambda right: right.name)
def test_a_right_says_whom_and_what_in_a_sentence_of_both_languages(right: Right) -> None:
    assert right.sentence.endswith(".") and right.sentence[0].isupper()
    assert right.danish.endswith(".") and right.danish[0].isupper()
    assert right.sentence != right.danish


def test_every_right_of_the_house_is_listed_once() -> None:
    declared = [value for value in vars(rights).values() if isinstance(value, Right)]
    assert sorted(right.name for right in RIGHTS) == sorted(right.name for right in declared)
    assert len({right.name for right in RIGHTS}) == len(RIGHTS)


def test_a_marked_view_names_its_right_and_works_as_before() -> None:
    @may_see(PUBLIC_SITE)
    def view(word: str) -> str:
        return word

    assert right_of(view) is PUBLIC_SITE
    assert view("ord") == "ord"


def test_a_view_without_a_mark_names_no_right() -> None:
    def view() -> None: ...

    assert right_of(view) is None
    view.right = "public_site"  # type: ignore[attr-defined]
    assert right_of(view) is None
