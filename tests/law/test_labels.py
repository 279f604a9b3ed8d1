"""Names of the law as people read them."""

from __future__ import annotations

import pytest

from pejl.law.label import heading, label
from pejl.law.law import law


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("kontanthjaelp_i_alt", "kontanthjælp i alt"),
        ("tvaergaaende_behov", "tværgående behov"),
        ("hjemmeboende", "hjemmeboende"),
        ("barn_i_danmark", "barn i Danmark"),
        ("kontanthjaelp_efter_atp", "kontanthjælp efter ATP"),
        ("samtaler_akasse", "samtaler a-kasse"),
    ],
)
def test_a_name_gets_its_letters_again(name: str, words: str) -> None:
    assert label(name) == words
    assert heading(name)[0].isupper()


def test_no_name_of_the_law_is_shown_with_letters_that_danish_has_not() -> None:
    """Each "aa", "ae" and "oe" is a letter, but for »boende«, where the two stand in different parts of the word."""
    book = law().book
    names = {*book.givens, *book.parameters, *book.versions, *(duty.name for duty in book.duties)}
    words = {word for several in book.words.values() for word in several}
    odd = [each for each in names | words if "ønde" in label(each) or "aende" in label(each) or "_" in label(each)]
    assert not odd
