"""Letters sent elsewhere, from a file: pseudonyms at the door, and what cannot be used told of by its line."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.informing.july import RULE, TEXT
from pejl.casework.informing.importing import Read, read_letters, without_known
from pejl.casework.informing.letter import LetterKind
from pejl.intake.pseudonym import Identifier, Pseudonyms
from pejl.intake.short_list import NoFile
from register.deliveries import KEY

TODAY = dt.date(2025, 9, 1)
NAMES = Pseudonyms(KEY, "Fjordby Kommunes fagsystem")
TOPICS = {RULE, "udbetalt_sats=mindstesats"}


def read(written: str | bytes, identifier: Identifier = Identifier.OWN, topic: str = "") -> Read:
    content = written if isinstance(written, bytes) else written.encode()
    return read_letters(content, NAMES, identifier, topic=topic, topics=TOPICS.__contains__, today=TODAY)


def pseudonym(number: str, identifier: Identifier = Identifier.OWN) -> str:
    return str(NAMES.one(number, identifier))


def test_a_file_of_letters_is_read_with_the_text_that_was_sent() -> None:
    found = read(f"borger;emne;sendt;brev\nFK1;{RULE};16-06-2025;{TEXT}\nFK2;{RULE};2025-06-17;\n")
    assert not found.faults
    one, other = found.letters
    assert (one.person, one.sent, one.template) == (pseudonym("FK1"), dt.date(2025, 6, 16), TEXT)
    assert one.right_from == dt.date(2025, 7, 1) and len(one.hash) == 64
    assert (other.person, other.topic, other.template, other.right_from) == (pseudonym("FK2"), RULE, "", None)


def test_a_cpr_number_is_a_pseudonym_before_anything_is_kept() -> None:
    found = read("CPR;Dato\n010170-1234;16.06.2025\n", Identifier.CPR, RULE)
    (letter,) = found.letters
    assert letter.person == pseudonym("0101701234", Identifier.CPR) and "0101701234" not in repr(found)


def test_a_line_that_cannot_be_used_is_told_by_its_number_and_never_by_what_stands_in_it() -> None:
    lines = [
        "cpr,topic,sent,template,kind",
        f"010170-1234,{RULE},2025-06-16,,",
        f"0101701,{RULE},2025-06-16,,",
        f"320170-1234,{RULE},2025-06-16,,",
        f"010170-1234,{RULE},2025-09-02,,",
        f"010170-1234,{RULE},i går,,",
        "010170-1234,findes_ikke,2025-06-16,,",
        f"010170-1234,{RULE},2025-06-16,eget_brev,",
        f"010170-1234,udbetalt_sats=mindstesats,2025-06-16,{TEXT},",
        f"010170-1234,{RULE},2025-06-16,,noget",
        "",
        f"010170-1234,{RULE},2025-07-16,,berigtigelse",
    ]
    found = read("\n".join(lines), Identifier.CPR)
    assert [fault.line for fault in found.faults] == [3, 4, 5, 6, 7, 8, 9, 10]
    assert [letter.kind for letter in found.letters] == [LetterKind.NOTICE, LetterKind.CORRECTION]
    assert not any("0170" in fault.sentence or "eget_brev" in fault.sentence for fault in found.faults)


def test_a_file_without_its_columns_is_refused_with_what_they_may_be_called() -> None:
    for written in ("", "navn;sendt\nx;y\n", "borger;brev\n", "borger;sendt\nFK1;2025-06-16\n"):
        with pytest.raises(NoFile, match="person og sendt"):
            read(written)


def test_a_file_of_an_older_system_is_read_too() -> None:
    found = read("Borger;Sendt;Bemærkning\r\nFK1;16-06-2025;Ærø\r\n".encode("cp1252"), topic=RULE)
    assert len(found.letters) == 1 and not found.faults


def test_the_same_file_again_adds_nothing() -> None:
    found = read("borger;sendt\nFK1;2025-06-16\nFK1;2025-06-16\nFK1;2025-06-17\n", topic=RULE)
    new = without_known(found.letters, [])
    assert [letter.sent.day for letter in new] == [16, 17]
    assert without_known(found.letters, new) == []


@given(st.binary(max_size=300))
def test_no_file_ends_in_anything_but_letters_faults_or_a_sentence(content: bytes) -> None:
    try:
        found = read(b"borger;sendt\n" + content, topic=RULE)
    except NoFile as why:
        assert str(why)
    else:
        assert all(fault.line > 1 for fault in found.faults)
