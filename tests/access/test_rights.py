"""Rights are sentences, and a view without one is open to nobody."""

from __future__ import annotations

from pejl.access import rights
from pejl.access.rights import PUBLIC_RECORD, PUBLIC_SITE, Right, may_see, right_of


def view(_request: object) -> str:
    return "page"


def test_a_view_shows_the_right_that_it_was_marked_with() -> None:
    @may_see(PUBLIC_RECORD)
    def marked(_request: object) -> str:
        return "page"

    assert right_of(marked) is PUBLIC_RECORD
    assert marked(None) == "page"


def test_a_view_without_a_mark_has_no_right() -> None:
    assert right_of(view) is None


def test_something_else_under_the_same_name_is_not_a_right() -> None:
    def pretender(_request: object) -> str:
        return "page"

    pretender.right = "everyone"  # type: ignore[attr-defined]
    assert right_of(pretender) is None


def test_every_right_is_a_sentence_under_a_name_of_its_own() -> None:
    all_rights = [value for value in vars(rights).values() if isinstance(value, Right)]
    assert {PUBLIC_RECORD, PUBLIC_SITE} <= set(all_rights)
    assert len({right.name for right in all_rights}) == len(all_rights)
    assert all(right.sentence[0].isupper() and right.sentence.endswith(".") for right in all_rights)
