"""Names of the law as people read them."""

from __future__ import annotations

import re

import pytest

from pejl.law.label import NAMES, heading, label
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
        ("akassens_maaneder", "a-kassens måneder"),
        ("modregning_pct", "modregning pct."),
        ("fri_loen_pr_time", "fri løn pr. time"),
        ("loft_stk_2_raekke_3", "loft stk. 2 række 3"),
        ("kh_ung_udeboende", "kontanthjælp ung udeboende"),
        ("uh_gravid", "uddannelseshjælp gravid"),
        ("cv_opdateret", "CV opdateret"),
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


def test_every_given_name_for_a_name_is_of_a_name_that_the_law_has() -> None:
    """Else a name that was changed would lose its title unseen."""
    book = law().book
    known = {*book.givens, *book.versions, *(word for several in book.words.values() for word in several)}
    assert not [name for name in NAMES if name not in known]


def test_no_sentence_for_a_reader_holds_a_name_in_machine_letters() -> None:
    book = law().book
    said = [version.rule.says for several in book.versions.values() for version in several]
    said += [given.means for given in book.givens.values()]
    said += [text for duty in book.duties for text in (duty.danish, duty.says, duty.cites, duty.source, duty.note)]
    said += [parameter.danish for parameter in book.parameters.values()]
    assert not [text for text in said if re.search("(?<![/a-z])[a-z]+_[a-z0-9]", text)]
