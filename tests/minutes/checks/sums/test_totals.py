"""Totals in sentences: each sentence that adds up has a twin that does not."""

# ruff: noqa: E501 (a sentence and what is wrong with it stand on one line)

from __future__ import annotations

import pytest

from .sentences_said import flags_in

# The sentence, the figure as it should be, the figure as it was misprinted, what the flag calls stated and computed.
TWINS = [
    ("Der afsættes 5,4 mio. kr. til løn og 4,6 mio. kr. til drift, i alt 10,0 mio. kr.", "10,0", "11,0", "11,0 mio. kr.", "10,0 mio. kr."),
    ("Der søges 191.633 kr. i 2025, 2.299.601 kr. i 2026 og 1.341.434 kr. i 2027, i alt 3.832.668 kr.", "3.832.668", "3.823.668", "3.823.668 kr.", "3.832.668 kr."),
    ("Løn (410.000 kr.), transport (230.000 kr.) og mad (20.000 kr.), tilsammen 660.000 kr.", "660.000", "650.000", "650.000 kr.", "660.000 kr."),
    ("Der er 12 mænd og 19 kvinder, i alt 31 deltagere.", "31", "33", "33", "31"),
    ("Der er 12 unge, 19 voksne og fem ældre, i alt 36 deltagere.", "fem", "syv", "36", "38"),
    ("Puljen er på i alt 4,2 mio. kr., fordelt på 2,6 mio. kr. til udvalget og 1,6 mio. kr. til løn.", "1,6", "1,9", "4,2 mio. kr.", "4,5 mio. kr."),
    ("Projektet koster 900.000 kr. Beløbet fordeler sig med 400.000 kr. til løn, 300.000 kr. til drift og 200.000 kr. til evaluering.", "200.000", "250.000", "900.000 kr.", "950.000 kr."),
    ("I alt 31 klager, fordelt på 19 om sygedagpenge, 7 om kontanthjælp og 5 om fleksjob.", "19", "17", "31", "29"),
    ("Der ansættes en konsulent (1,1 mio. kr.) og en psykolog (0,6 mio. kr.), i alt 1,7 mio. kr.", "1,7", "2,7", "2,7 mio. kr.", "1,7 mio. kr."),
    ("Udgiften er 1,2 mio. kr. i 2026 og 1,4 mio. kr. i 2027, svarende til 2,6 mio. kr. i alt.", "2,6", "3,6", "3,6 mio. kr.", "2,6 mio. kr."),
    ("Regnestykket er 5,4 mio. kr. + 4,6 mio. kr. = 10,0 mio. kr.", "10,0", "9,0", "9,0 mio. kr.", "10,0 mio. kr."),
    ("Det er henholdsvis 5,4 og 4,6 mio. kr., i alt 10,0 mio. kr.", "4,6", "4,9", "10,0 mio. kr.", "10,3 mio. kr."),
    ("Der bevilges 150.000 kr. fra kommunen og 350.000 kr. fra staten, dvs. i alt 500.000 kr.", "350.000", "360.000", "500.000 kr.", "510.000 kr."),
    ("Samlet udgør udgiften 2.750.000 kr., der består af 640.000 kr. i 2026, 1.385.500 kr. i 2027 og 724.500 kr. i 2028.", "724.500", "742.500", "2.750.000 kr.", "2.768.000 kr."),
]  # fmt: skip


@pytest.mark.parametrize("twin", TWINS, ids=lambda twin: twin[0][:40])
def test_sentence_that_adds_up_has_no_flag_and_its_misprinted_twin_has_one(twin: tuple[str, ...]) -> None:
    sentence, right, wrong, stated, computed = twin
    assert sentence.count(right) == 1
    assert flags_in(sentence) == []
    (flag,) = flags_in(sentence.replace(right, wrong))
    assert (flag.kind, flag.rule, flag.stated, flag.computed) == ("sum", "sum-total", stated, computed)
    assert not flag.rounding


@pytest.mark.parametrize(
    "sentence",
    [
        # Rounded figures, and figures that words blur.
        "Der afsættes 5,4 mio. kr. til løn og 4,6 mio. kr. til drift, i alt 10 mio. kr.",
        "Der afsættes 5,42 mio. kr. til løn og 4,61 mio. kr. til drift, i alt 10,0 mio. kr.",
        "Der afsættes ca. 5 mio. kr. til løn og 4 mio. kr. til drift, i alt 10 mio. kr.",
        "Der afsættes 5 mio. kr. til løn og 4 mio. kr. til drift, i alt knap 10 mio. kr.",
        # Parts of parts, parts that recur, and figures that are no parts.
        "Der afsættes 5 mio. kr. til løn, heraf 2 mio. kr. til ledelse, og 4 mio. kr. til drift, i alt 9 mio. kr.",
        "Der afsættes 5 mio. kr. i 2026 og 4 mio. kr. årligt i 2027-2029, i alt 17 mio. kr.",
        "Budgettet på 5 mio. kr. forhøjes med 2 mio. kr. til i alt 7 mio. kr.",
        "Udgiften falder med 2 mio. kr. og 1 mio. kr. til i alt 7 mio. kr.",
        "Prisen er 450 kr. pr. barn og 200 kr. pr. voksen, i alt 12.000 kr.",
        "Der blev holdt 4 møder i foråret og 5 møder i efteråret, i alt 120 deltagere.",
        "De 3 teams og 2 afdelinger har 64 medarbejdere, i alt 71 årsværk.",
        "I alt 120 borgere er fordelt på 3 teams og 2 afdelinger.",
        "Der var to borgermøder med i alt 64 deltagere.",
        "Mellem 10 og 13 medarbejdere, i alt 20 årsværk.",
        "Af 55 borgere er 19 i job og 21 i uddannelse.",
        # What follows the parts is another matter.
        "I alt 10 mio. kr. er fordelt på 6 mio. kr. til drift og 4 mio. kr. til anlæg, hvilket er 1 mio. kr. mindre end i 2025.",
        "Kommunen har fået 10 mio. kr. Udgifterne på området fordeler sig nu med 4 mio. kr. til unge og 3 mio. kr. til voksne.",
        "Udvalget har 12 mio. kr. Der er brugt 5 mio. kr. på løn og 4 mio. kr. på drift.",
        # Numbers that count nothing.
        "Sagen er behandlet 03.12.2025, punkt 1, og 10.12.2025, punkt 2, i alt 2 gange.",
        "I 2024 og 2025 blev der i alt holdt 12 møder.",
        "Der deltog 12 i foråret 2025 og 13 i efteråret 2025, i alt 25.",
    ],
)
def test_what_only_looks_like_parts_of_a_total_is_left_alone(sentence: str) -> None:
    assert flags_in(sentence) == []


def test_a_krone_too_much_is_rounding() -> None:
    (flag,) = flags_in(
        "Der søges 191.633 kr. i 2025, 2.299.601 kr. i 2026 og 1.341.434 kr. i 2027, i alt 3.832.669 kr."
    )
    assert flag.rounding and "afrunding" in flag.sentence
