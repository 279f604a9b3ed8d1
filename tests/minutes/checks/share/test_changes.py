"""Rises and falls in hundredths and in points: what fits has no flag, its misprinted twin has one."""

# ruff: noqa: E501 (a sentence and what is wrong with it stand on one line)

from __future__ import annotations

import pytest

from .shares_said import flags_in, told

TWINS = [
    ("share-change", "Antallet er steget fra 120 til 150, svarende til 25 pct.", "25", "30", "30 pct.", "25 pct."),
    ("share-change", "Antallet af sygemeldte er steget fra 120 i 2023 til 150 i 2024, hvilket er en stigning på 25 pct.", "25", "20", "20 pct.", "25 pct."),
    ("share-change", "Antallet er nedjusteret fra 180 unge til 150 unge (17 pct.).", "17", "27", "27 pct.", "16,7 pct."),
    ("share-change", "Antallet af praktikker er faldet med 12 pct. fra 78 til 69.", "12", "21", "21 pct.", "11,5 pct."),
    ("share-change", "Udgiften vokser fra 2,00 mio. kr. til 2,50 mio. kr., altså en stigning på 25 pct.", "25", "50", "50 pct.", "25 pct."),
    ("share-change", "Antallet af borgere faldt fra 596 til 583. Det er et fald på 2 pct.", "2 pct", "4 pct", "4 pct.", "2,2 pct."),
    ("share-change", "Antallet af afgørelser er steget fra 150 i 2024 til 164 i 2025 (+ 9 pct.).", "9 pct", "14 pct", "14 pct.", "9,3 pct."),
    ("share-change", "Det er et fald på 75 borgere eller 6,2 pct. fra 1.205 til 1.130.", "6,2", "8,2", "8,2 pct.", "6,2 pct."),
    ("share-change", "I 2024 var der 120 sager og i 2025 150 sager, svarende til en stigning på 25 pct.", "25 pct", "30 pct", "30 pct.", "25 pct."),
    ("share-points", "Omgørelsesprocenten er faldet 3 procentpoint fra 15 pct. i 2024 til 12 pct. i 2025.", "3 procent", "5 procent", "5 procentpoint", "3 procentpoint"),
    ("share-points", "Andelen er steget fra 57 til 66 pct., en stigning på 9 procentpoint.", "9 procent", "12 procent", "12 procentpoint", "9 procentpoint"),
    ("share-points", "Andelen faldt fra 7,2 pct. til 5,1 pct., svarende til 2,1 procentpoint.", "2,1", "1,2", "1,2 procentpoint", "2,1 procentpoint"),
    ("share-points", "61 pct. er tilfredse mod 58 pct. året før, hvilket er en fremgang på 3 procentpoint.", "3 procent", "5 procent", "5 procentpoint", "3 procentpoint"),
    ("share-direction", "Andelen er steget fra 57 til 66 pct.", "57", "77", "stiger", "falder"),
    ("share-direction", "Antallet af unge på ydelsen er faldet fra 127 til 124.", "124", "142", "falder", "stiger"),
]  # fmt: skip


@pytest.mark.parametrize("twin", TWINS, ids=lambda twin: f"{twin[0]} {twin[1][:40]}")
def test_change_that_fits_has_no_flag_and_its_misprinted_twin_has_one(twin: tuple[str, ...]) -> None:
    rule, text, right, wrong, stated, computed = twin
    assert text.count(right) == 1, "the twin must change one place only"
    assert told(text) == []
    assert told(text.replace(right, wrong)) == [(rule, stated, computed)]


@pytest.mark.parametrize(
    "text",
    [
        # Large numbers are rounded, and their percentage was reckoned before that.
        "Antallet er steget markant med 20 pct. fra 9.100 til 11.000 sager.",
        "Antallet faldt fra 29.200 til 27.000, hvilket er et fald på 8 pct.",
        "Udgiften steg fra 1,2 mio. kr. til 1,5 mio. kr. (30 pct.).",
        "Andelen steg fra 45 til 47 pct., altså 3 procentpoint.",
        # Points and hundredths are both meant by "pct.".
        "Andelen er steget fra 57 pct. til 66 pct., svarende til 9 pct.",
        "Andelen er steget fra 57 pct. til 66 pct., svarende til 16 pct.",
        # The percentage is of something else.
        "Antallet er steget fra 120 til 150, svarende til 12 pct. af alle ledige.",
        "Antallet er steget fra 120 til 150, og 12 pct. er under 30 år.",
        "Antallet faldt med 3.100, svarende til et fald på 6 pct.",
        "61 pct. er tilfredse mod 58 pct. året før, og begge er steget 4 procentpoint siden 2020.",
        "Tallet er steget fra 8 til 12, svarende til landsgennemsnittet på 30 pct.",
        "Andelen er faldet fra 57 til 45 pct., hvilket svarer til målet på 40 pct.",
        # No change of one figure.
        "Faldet er gået fra 12 til 15 pct.",
        "Efter et fald fra 120 til 100 er antallet steget til 130.",
        "Der er sket et fald fra 120 borgere (30 pct.) til 80 borgere (20 pct.).",
        "Tiden er faldet fra 147 dage i 2018 til 126 dage i 2019.",
        "Kommunen er steget fra plads 40 til 12.",
        "Stigningen dækker over, at sygefraværet faldt fra 7,2 pct. til 5,1 pct., og at 300 sager gik fra 2 til 1 pct.",
        "Normeringen er reduceret fra 3 til 4 børn pr. voksen.",
        "Merforbruget er ikke faldet fra 2 til 3 mio. kr. uden grund.",
        "Udgifterne reduceres med 9,5 mio. kr. i 2026 stigende til 26,2 mio. kr. i 2029.",
        "Satsen er mellem 120 og 150 kr., en forskel på 30 pct.",
        "Borgere fra 18 til 29 år udgør 25 pct. af de ledige.",
    ],
)
def test_change_that_may_mean_something_else_is_left_alone(text: str) -> None:
    assert told(text) == []


def test_flag_says_from_what_to_what() -> None:
    (flag,) = flags_in("Antallet er steget fra 120 til 150, svarende til 30 pct.")
    assert flag.sentence == "Tjek dette: Stigningen fra 120 til 150 er 25 pct., men teksten siger 30 pct."
