"""A number that passes as a CPR number is in no public version, at whatever place of the document it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pejl.calendar.personal_numbers import MASK
from pejl.minutes.checks.personal_data import RULE
from pejl.minutes.checks.run import check
from pejl.minutes.document import CaseNumber, Item, Lines, Minutes, Part, SourceLine
from pejl.minutes.public import public_lines, public_version, without_personal_numbers
from pejl.minutes.reader import read_bytes
from pejl.minutes.texts import NO_TEXT, texts_of, with_texts

from . import layouts_read
from .reading import HEAD, item, minutes_of

NUMBER = "070761-4285"
DIGITS = ("070761", "4285")
WHOLE = item(
    1,
    title="Modtagelse af midler",
    decision="Anne Bergh og Bo Holm stemte for.\n\nCarl Lund (V) stemte imod.\n\nTiltrådt.\n\nDitte Krog ønskede "
    'følgende ført til protokols: "Nej."\n\nDer var afbud fra Ditte Krog.\n\nKommende behandlingsforløb\n\n'
    "Økonomiudvalget 09.12.2025",
    body="Teksten, jf. Byrådet 18.06.2025, punkt 3.\n\n- Første\n- Anden\n\nPost\tKr.\nLøn\t100\nI alt\t100\n\n"
    "Deltager i sagens behandling\n\nGitte Rønholt, Leder\n\nRelateret behandling\n\nByrådet 18.06.2025, punkt 3\n\n"
    "Bilag\n\nBilag 1: Notat",
)
CONTENTS = f"{HEAD}Indholdsfortegnelse\n\nModtagelse af midler.....\t3\nLukket: Køb.....\t4\n\nUlæst linje her\n\n"
DOCUMENT = minutes_of(WHOLE, "Punkt 2: Lukket: Køb\n\n25-2-15.00.00-P20", head=CONTENTS)


def places(part: Any) -> Iterator[str]:
    """Every text of the document."""
    yield from (text for text, _ in texts_of(part))


def planted(document: Minutes, at: int, plant: Callable[[str], str]) -> Minutes:
    """The document with the text at place `at` changed, and no other."""
    count = iter(range(10_000))
    return with_texts(document, lambda text: plant(text) if next(count) == at else text)


PLACES = list(places(DOCUMENT))


def test_the_document_has_texts_of_every_kind() -> None:
    item_1 = DOCUMENT.items[0]
    assert all((item_1.votes, item_1.tables, item_1.route, item_1.related, item_1.references, item_1.attachments))
    assert item_1.participants and item_1.votes[0].spelled and DOCUMENT.contents and DOCUMENT.members
    assert len(PLACES) > 100


@pytest.mark.parametrize("number", [NUMBER, "0707614285", "070761 4285", "070761 – 4285"])
@pytest.mark.parametrize("at", range(len(PLACES)))
def test_a_number_at_any_place_is_in_no_public_version(at: int, number: str) -> None:
    shown = public_version(planted(DOCUMENT, at, lambda text: f"{text}; borger {number}")).as_json()
    assert not any(digits in shown for digits in DIGITS)


@given(
    st.integers(0, len(PLACES) - 1), st.integers(0, 28), st.integers(1, 12), st.integers(0, 99), st.integers(0, 9999)
)
@settings(max_examples=200)
def test_any_number_at_any_place_is_in_no_public_version(at: int, day: int, month: int, year: int, serial: int) -> None:
    number = f"{max(day, 1):02}{month:02}{year:02}-{serial:04}"
    shown = public_version(planted(DOCUMENT, at, lambda text: f"{text}; borger {number}"))
    assert number not in shown.as_json()
    assert not any(number in flag.model_dump_json() for flag in check(planted(DOCUMENT, at, lambda text: number)))


@pytest.mark.parametrize("name", layouts_read.NAMES)
def test_documents_without_such_numbers_come_back_the_very_same(name: str) -> None:
    document = read_bytes(f"{name}.txt", layouts_read.text_of(name))
    assert without_personal_numbers(document) is document


def test_what_is_no_text_is_a_field_that_nobody_wrote() -> None:
    assert {*Minutes.model_fields, *type(DOCUMENT.source).model_fields} >= NO_TEXT


def test_a_case_number_that_holds_one_is_left_out_so_that_no_two_cases_become_one() -> None:
    case = CaseNumber(raw=NUMBER)
    document = DOCUMENT.model_copy(update={"items": [DOCUMENT.items[0].model_copy(update={"case_number": case})]})
    assert public_version(document).items[0].case_number is None


@pytest.mark.parametrize("field", ["head", "furniture", "unread"])
def test_a_number_that_the_end_of_a_line_cuts_is_hidden(field: str) -> None:
    cut = [SourceLine(line=5, text="Borger 070761-", field="x"), SourceLine(line=6, text="4285 har klaget", field="x")]
    shown = public_version(DOCUMENT.model_copy(update={field: cut}))
    assert [line.text for line in getattr(shown, field)] == [f"Borger {MASK}", " har klaget"]


def test_source_lines_are_shown_without_numbers_also_where_markup_cuts_them() -> None:
    lines = [
        "Borger 070761-4285",
        "**0707**61-<b>4285</b>",
        "| 070761-4285 | *a* |",
        "070761-",
        "4285",
        "**Fed** &amp;",
    ]
    shown = public_lines(lines)
    assert len(shown) == len(lines) and shown[-1] == lines[-1]
    assert not any(digits in "\n".join(shown) for digits in DIGITS)


TEXT = f"Borgeren har nummer {NUMBER}."


@pytest.mark.parametrize(
    "document",
    [
        minutes_of(item(1, body=TEXT)),
        minutes_of(item(1, decision=f"Tiltrådt.\n\n{TEXT}")),
        minutes_of(item(1, title=f"Klage fra {NUMBER}")),
        minutes_of(item(1, body=f"Navn\tNummer\nA\t{NUMBER}\nB\tintet")),
        minutes_of(item(1, body=f"Teksten.\n\nBilag\n\nBilag 1: Klage {NUMBER}")),
        minutes_of(item(1), head=f"{HEAD}{TEXT}\n\n"),
    ],
)
def test_the_place_is_told_of_in_the_document_and_in_its_public_version(document: Minutes) -> None:
    for read in (document, public_version(document)):
        (flag,) = [flag for flag in check(read) if flag.rule == RULE]
        assert flag.lines and "CPR" in flag.sentence
        assert not any(digits in flag.model_dump_json() for digits in DIGITS)


def test_numbers_of_another_kind_are_neither_hidden_nor_told_of() -> None:
    text = "Sagsnr. 010170-1234, P-nr. 1003456789, tlf. 44 88 12 12 og 1001701234 kr."
    document = minutes_of(item(1, body=text))
    assert without_personal_numbers(document) is document
    assert [flag.rule for flag in check(document) if flag.rule == RULE] == []


def test_a_closed_item_is_told_of_by_its_published_title_only() -> None:
    closed = f"Punkt 2: Lukket: Klage fra {NUMBER}\n\nGennemgang af sagen\n\n{TEXT}"
    document = minutes_of(item(1), closed)
    assert sum(flag.rule == RULE for flag in check(document)) == 1
    untitled = minutes_of(item(1), closed.replace(f"fra {NUMBER}", "fra borger"))
    assert [flag.rule for flag in check(untitled) if flag.rule == RULE] == []


class Odd(Part):
    """A part of a form that no document has: what is walked is decided by its values."""

    names: dict[str, list[str]]
    inner: Lines
    count: int


def test_the_walk_reaches_names_inside_dictionaries_and_lists() -> None:
    odd = Odd(names={"a": ["b", "c"]}, inner=Lines(first=3, last=4), count=7)
    assert [text for text, _ in texts_of(odd)] == ["a", "b", "c"]
    assert with_texts(odd, str.upper).names == {"A": ["B", "C"]}
    assert with_texts(odd, lambda text: text) is odd


def test_texts_come_with_the_lines_of_the_innermost_part() -> None:
    found = {text: lines for text, lines in texts_of(DOCUMENT) if lines}
    attachment = DOCUMENT.items[0].attachments[0]
    assert found["Notat"] == Lines(first=attachment.line, last=attachment.line)
    assert isinstance(DOCUMENT.items[0], Item)
