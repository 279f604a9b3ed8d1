"""Whatever the figures and the wording: a share that was rounded as people round has no flag, one beyond that has."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from patience import examples
from pejl.calendar.numbers import danish_number
from pejl.minutes.checks.share import flags_of
from pejl.minutes.checks.share.reading import read_passages
from pejl.minutes.document import Lines, Role
from pejl.minutes.passages import Passage

from .shares_said import told

WORDINGS = [
    "{part} af {whole} borgere har svaret, svarende til {share}.",
    "{part} ud af {whole} afgørelser blev omgjort ({share}).",
    "{part} ud af i alt {whole} elever fik kørsel, hvilket er {share}.",
    "I {part} af de {whole} sager mangler der en samtale. Det svarer til {share}.",
    "Af de {whole} unge fik {part} bevilget kørsel, dvs. {share}.",
    "Kommunen har {whole} elever, og {part} af dem får kørsel ({share}).",
    "Der er {whole} ledige, heraf er {part} ({share}) over 50 år.",
    "{share} af de {whole} elever, svarende til {part} elever, får kørsel.",
    "{share} ({part} ud af {whole}) af sagerne blev ændret.",
    "Skemaet blev sendt til {whole} borgere. {part} svarede, hvilket giver en svarprocent på {share}.",
    "På mødet blev det oplyst, at {part} af {whole} deltagere er i job, altså {share} af deltagerne.",
]
UNITS = [" pct.", " procent", " %", "%", " pct"]
NEXT = ["", " Resten følger i 2026.", " Det er flere end i 2024, hvor der var 12 sager.", " Jf. punkt 3."]

counts = st.integers(20, 999).filter(lambda number: number % 100)
numbers = st.one_of(counts, st.integers(1000, 99_999).filter(lambda number: number % 100 and number not in YEARS))
YEARS = range(1900, 2100)


def written(share: Fraction, decimals: int) -> tuple[Fraction, str]:
    """The share as people round it, half up."""
    scaled = int(share * 10**decimals + Fraction(1, 2))
    value = Fraction(scaled, 10**decimals)
    return value, danish_number(float(value), decimals)


def flags_in(text: str) -> list[str]:
    reading = read_passages([Passage(text, Lines(first=1, last=1), Role.TEXT)])
    return [flag.sentence for flag in flags_of(reading, [], [])]


@st.composite
def shares(draw: st.DrawFn) -> tuple[int, int, int]:
    whole = draw(numbers)
    part = draw(
        st.integers(1, whole - 1).filter(lambda number: number not in YEARS and (number < 1000 or number % 100))
    )
    return part, whole, draw(st.integers(0, 2))


@settings(deadline=None, max_examples=examples(300))
@given(share=shares(), wording=st.sampled_from(WORDINGS), unit=st.sampled_from(UNITS), after=st.sampled_from(NEXT))
def test_correctly_rounded_share_is_never_flagged(
    share: tuple[int, int, int], wording: str, unit: str, after: str
) -> None:
    part, whole, decimals = share
    _, text = written(Fraction(100 * part, whole), decimals)
    said = wording.format(part=danish_number(part), whole=danish_number(whole), share=f"{text}{unit}") + after
    assert flags_in(said) == []


@settings(deadline=None, max_examples=examples(300))
@given(share=shares(), wording=st.sampled_from(WORDINGS), unit=st.sampled_from(UNITS), off=st.integers(-40, 40))
def test_share_off_by_more_than_rounding_is_flagged(
    share: tuple[int, int, int], wording: str, unit: str, off: int
) -> None:
    part, whole, decimals = share
    value, _ = written(Fraction(100 * part, whole), decimals)
    wrong = value + Fraction(off, 10**decimals)
    assume(abs(off) >= 2 and 0 < wrong < 100)
    # What the part lacks of its whole may be meant where another clause follows the part.
    assume(abs(100 - value - wrong) > 2)
    text = danish_number(float(wrong), decimals)
    said = wording.format(part=danish_number(part), whole=danish_number(whole), share=f"{text}{unit}")
    assert len(flags_in(said)) == 1, said


@settings(deadline=None, max_examples=examples(150))
@given(
    parts=st.lists(st.integers(5, 400), min_size=3, max_size=5),
    wrong=st.integers(0, 4),
    off=st.sampled_from([0, 7, 13, 30]),
)
def test_row_of_counts_and_percentages_is_flagged_where_one_is_off(parts: list[int], wrong: int, off: int) -> None:
    whole = sum(parts)
    rounded = [written(Fraction(100 * part, whole), 0)[0] for part in parts]
    wrong %= len(parts)
    rounded[wrong] += off
    listed = [f"{part} i gruppe {chr(65 + at)} ({int(rounded[at])} pct.)" for at, part in enumerate(parts)]
    said = f"De {whole} borgere fordeler sig med {', '.join(listed[:-1])} og {listed[-1]}."
    assume(whole not in YEARS and whole % 100)
    others = {Fraction(100 * parts[wrong], other) for other in (*parts, whole) if other > parts[wrong]}
    assume(off == 0 or all(abs(share - rounded[wrong]) > 1 for share in others))
    assert len(flags_in(said)) == (1 if off else 0), said


BLURRED = [("ca. ", 3), ("omkring ", 3), ("knap ", -1), ("næsten ", -1), ("godt ", 1), ("lidt over ", 1)]


@settings(deadline=None, max_examples=examples(150))
@given(share=shares(), blur=st.sampled_from(BLURRED), wording=st.sampled_from(WORDINGS[:6]))
def test_blurred_share_is_not_flagged_where_it_lies_on_its_side(
    share: tuple[int, int, int], blur: tuple[str, int], wording: str
) -> None:
    part, whole, _ = share
    words, way = blur
    true = Fraction(100 * part, whole)
    rounded = int(true) + (1 if way < 0 and true.denominator != 1 else 0)
    assume(2 < rounded < 98)
    said = wording.format(part=danish_number(part), whole=danish_number(whole), share=f"{words}{rounded} pct.")
    assert flags_in(said) == [], said


@pytest.mark.parametrize("blur", ["ca. ", "knap ", "godt ", "under ", "mindst "])
def test_blurred_share_far_off_is_flagged_all_the_same(blur: str) -> None:
    wrong = 12 if blur == "under " else 88
    assert [rule for rule, _, _ in told(f"36 af de 71 elever, svarende til {blur}{wrong} pct., får kørsel.")] == [
        "share-percent"
    ]


@settings(deadline=None, max_examples=examples(200))
@given(
    text=st.text(
        st.sampled_from("20 af 164 pct. svarende til (),.;: heraf fra mod hver fjerde kr. mio.\n"), max_size=200
    )
)
def test_any_mixture_of_such_words_is_read(text: str) -> None:
    flags = flags_in(" ".join(text.split()))
    assert all(re.search(r"\d|halv|del|hver", flag) for flag in flags)
