"""Persons leave a delivery as pseudonyms: always the same one, never the number, and nothing without the key."""

from __future__ import annotations

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from pejl.intake.faults import FaultKind
from pejl.intake.key import Key
from pejl.intake.pseudonym import PSEUDONYM, Identifier, Pseudonyms

KEY = Key(bytes(range(32)))


def pseudonyms(source: str = "Fagsystemet", key: Key = KEY) -> Pseudonyms:
    """Those of a delivery."""
    return Pseudonyms(key, source)


def test_a_person_is_the_same_however_the_number_is_written_and_whoever_delivers() -> None:
    written = ["0101701234", "010170-1234", " 010170 1234", "101701234"]
    found, faults = pseudonyms().of(pa.array(written), Identifier.CPR)
    assert len(set(found.to_pylist())) == 1
    assert not faults
    assert found[0].as_py() == pseudonyms("Et andet system").one("0101701234", Identifier.CPR)


def test_another_key_gives_other_pseudonyms() -> None:
    other = pseudonyms(key=Key(bytes(32)))
    assert pseudonyms().one("0101701234", Identifier.CPR) != other.one("0101701234", Identifier.CPR)


def test_own_numbers_mean_something_with_their_source_only() -> None:
    one, same, other = (pseudonyms(source) for source in ("Fagsystemet", " fagsystemet ", "A-kassen"))
    assert one.one("17", Identifier.OWN) == same.one("17", Identifier.OWN) != other.one("17", Identifier.OWN)
    assert pseudonyms().one("0101701234", Identifier.OWN) != pseudonyms().one("0101701234", Identifier.CPR)


def test_what_is_no_person_is_told_with_its_place_and_nothing_of_it_is_kept() -> None:
    written = pa.array(["0101701234", "3213701234", "", "Anna", "0101701234", "3213701234"])
    found, faults = pseudonyms().of(written, Identifier.CPR)
    assert faults == [
        (1, FaultKind.NO_SUCH_DAY_IN_CPR),
        (3, FaultKind.NO_PERSON),
        (5, FaultKind.NO_SUCH_DAY_IN_CPR),
    ]
    assert [each is None for each in found.to_pylist()] == [False, True, True, True, False, True]


def test_a_pseudonym_that_comes_back_stays_and_anything_else_is_no_person() -> None:
    word = pseudonyms().one("0101701234", Identifier.CPR)
    assert pseudonyms().one(str(word), Identifier.PSEUDONYM) == word
    assert pseudonyms().one("0101701234", Identifier.PSEUDONYM) is FaultKind.NO_PERSON


def test_the_key_is_not_printed() -> None:
    assert KEY.secret.hex() not in f"{KEY!r} {KEY}"


def test_the_form_is_frozen() -> None:
    """Snapshots of years must be joined: a pseudonym made today is made the same way for ever."""
    assert pseudonyms().one("0101701234", Identifier.CPR) == "ptnyafupishyez7prakilcd76om"


@given(st.lists(st.from_regex(r"[0-3][0-9][01][0-9][0-9]{6}", fullmatch=True), max_size=30))
def test_every_number_becomes_a_pseudonym_or_a_fault_and_equal_ones_become_equal(numbers: list[str]) -> None:
    found, faults = pseudonyms().of(pa.array(numbers, pa.string()), Identifier.CPR)
    words = found.to_pylist()
    assert {place for place, _ in faults} == {place for place, word in enumerate(words) if word is None}
    assert all(PSEUDONYM.match(word) and numbers[place] not in word for place, word in enumerate(words) if word)
    assert len({number for number, word in zip(numbers, words, strict=True) if word}) == len(set(filter(None, words)))
