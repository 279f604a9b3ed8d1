"""References in running text point where the text points."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.minutes.references import find_references
from pejl.minutes.statements import sentences

Pointer = tuple[str | None, str | None, int | None]


def pointers(text: str) -> list[Pointer]:
    return [
        (ref.body, str(ref.date) if ref.date else None, ref.item) for ref in find_references(text, 1, "Eget Udvalg")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Økonomiudvalget 02.04.2024, punkt 3", [("Økonomiudvalget", "2024-04-02", 3)]),
        ("Børneudvalget blev 01.10.25, punkt 4, orienteret", [("Børneudvalget", "2025-10-01", 4)]),
        (
            "på temadrøftelser (01.10.2025, punkt 3, og 29.10.2025, punkt 1)",
            [("Eget Udvalg", "2025-10-01", 3), ("Eget Udvalg", "2025-10-29", 1)],
        ),
        (
            "Byrådet 05.02.2025, punkt 1, 5 og 6",
            [("Byrådet", "2025-02-05", 1), ("Byrådet", "2025-02-05", 5), ("Byrådet", "2025-02-05", 6)],
        ),
        (
            "Byrådet 05.02.2025, punkt 1, punkt 5 og punkt 6",
            [("Byrådet", "2025-02-05", 1), ("Byrådet", "2025-02-05", 5), ("Byrådet", "2025-02-05", 6)],
        ),
        ("Byrådet 05.02.2025, punkt 3-5.", [("Byrådet", "2025-02-05", n) for n in (3, 4, 5)]),
        ("drøftede på mødet 06.05.2024 sagen", [("Eget Udvalg", "2024-05-06", None)]),
        ("Udvalget godkendte d. 8. januar 2019 (sag nr. 3) en plan", [("Eget Udvalg", "2019-01-08", 3)]),
        ("Byrådet godkendte 11.10.2024, punkt 2. budgetnote 12", [("Byrådet", "2024-10-11", 2)]),
        ("forelagt som punkt 4 på mødet den 3. maj 2025", [("Eget Udvalg", "2025-05-03", 4)]),
        ("Sagen behandles i Økonomiudvalget 16.09.2025.", [("Økonomiudvalget", "2025-09-16", None)]),
        ("Loven træder i kraft 01.07.2026.", []),
        ("Bilag 3 og sag 25-2-00.22.00-P35 samt 1.341.434 kr. i 2027", []),
        ("jf. punkt 2", [("Eget Udvalg", None, 2)]),
        ("jf. punkt 2 i bilaget", []),
        ("se punkt 3 i aftalen", []),
        (
            "Byrådet besluttede 23.11.2022, punkt 14, og det fremgår. Økonomiudvalget fulgte op 28.02.2023, punkt 4.",
            [("Byrådet", "2022-11-23", 14), ("Økonomiudvalget", "2023-02-28", 4)],
        ),
    ],
)
def test_references_are_found(text: str, found: list[Pointer]) -> None:
    assert pointers(text) == found


def test_reference_within_the_meeting_says_so() -> None:
    (reference,) = find_references("Sagen hænger sammen med dagsordenen, jf. punkt 5.", 7, "Byrådet")
    assert reference.same_meeting and reference.item == 5 and reference.line == 7


@given(st.dates(dt.date(1990, 1, 1), dt.date(2060, 12, 31)), st.integers(1, 99))
def test_every_day_and_number_is_found_again(day: dt.date, number: int) -> None:
    (reference,) = find_references(f"Byrådet {day:%d.%m.%Y}, punkt {number}", 1, None)
    assert (reference.body, reference.date, reference.item) == ("Byrådet", day, number)


@given(st.text(max_size=300))
def test_any_text_is_searched_without_failing(text: str) -> None:
    for reference in find_references(text, 1, None):
        assert reference.text in text


def test_a_word_written_short_ends_no_sentence_so_the_body_before_it_is_meant() -> None:
    for short in ("hhv.", "vedr.", "kl.", "mia.", "evt.", "jf."):
        text = f"Byrådet behandlede sagen {short} Planen den 04.03.2026, punkt 2."
        [found] = find_references(text, 1, "Beskæftigelsesudvalget")
        assert found.body == "Byrådet", short
        assert len(sentences(text)) == 1, short
