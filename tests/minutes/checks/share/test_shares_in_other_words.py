"""Shares told as how many times, of several groups together, ahead of what they are made of, and between commas."""

# ruff: noqa: E501 (a sentence and what is wrong with it stand on one line)

from __future__ import annotations

import pytest

from .shares_said import flags_in, told

TWINS = [
    # How many times.
    ("share-fold", "Antallet af langtidsledige er fordoblet fra 45 i 2023 til 90 i 2025.", "90", "60", "fordoblet", "1,3 gange"),
    ("share-fold", "Antallet er mere end fordoblet fra 45 til 98.", "98", "80", "mere end fordoblet", "1,8 gange"),
    ("share-fold", "Andelen er næsten halveret fra 8 pct. i 2023 til 4,5 pct. i 2025.", "4,5", "6,5", "næsten halveret", "0,8 gange"),
    ("share-fold", "Udgiften er tredoblet fra 0,4 mio. kr. til 1,2 mio. kr.", "1,2", "2,1", "tredoblet", "5,3 gange"),
    # Several groups together.
    ("share-together", "Blandt de forsikrede har 72 ud af 96 haft samtale, og blandt de øvrige 9 ud af 12. Samlet har 75 pct. haft samtale.", "75", "85", "85 pct.", "75 pct."),
    ("share-together", "I Fjordby Nord fik 30 af 40 borgere tilbud (75 pct.), og i Fjordby Syd fik 10 af 60 borgere tilbud (17 pct.). I alt har 40 pct. fået tilbud.", "alt har 40", "alt har 46", "46 pct.", "40 pct."),
    # The rate first.
    ("share-rate", "Omgørelsesprocenten er 12 pct. Ud af 164 afgørelser blev 144 stadfæstet, 12 ændret og 8 hjemvist.", "12 pct", "21 pct", "21 pct.", "12,2 pct."),
    # Put in between commas.
    ("share-percent", "Knap halvdelen af de 113 borgere, nemlig 54, har haft en samtale.", "54", "74", "knap halvdelen", "65,5 pct."),
    ("share-percent", "Over halvdelen af de 320 afgørelser, i alt 164, vedrører udvalget.", "164", "146", "over halvdelen", "45,6 pct."),
    ("share-percent", "I alt blev 67 af 320 sager omgjort, hvilket svarer til godt hver femte.", "67", "89", "godt hver femte", "27,8 pct."),
    # The odd one of a row, though it would be a share of another of the row.
    ("share-percent", "Der blev truffet 164 afgørelser. Heraf blev 144 sager stadfæstet (88 pct.), 12 sager blev ændret (7 pct.), og otte sager blev hjemvist (5 pct.).", "(5", "(6", "6 pct.", "4,9 pct."),
    # Answers on a scale.
    ("share-hundred", "61 pct. er tilfredse, 25 pct. er hverken tilfredse eller utilfredse, og 14 pct. er utilfredse.", "14", "19", "100 pct.", "105 pct."),
]  # fmt: skip


@pytest.mark.parametrize("twin", TWINS, ids=lambda twin: f"{twin[0]}: {twin[1][:30]}")
def test_what_fits_has_no_flag_and_its_misprinted_twin_has_one(twin: tuple[str, ...]) -> None:
    rule, text, right, wrong, stated, computed = twin
    assert text.count(right) == 1
    assert flags_in(text) == []
    assert told(text.replace(right, wrong)) == [(rule, stated, computed)]


@pytest.mark.parametrize(
    "text",
    [
        # Aims, and what is not so.
        "Målet er, at antallet skal fordobles fra 45 til 60.",
        "Antallet er ikke fordoblet, men steget fra 45 til 60.",
        "Antallet er omtrent fordoblet fra 45 til 88.",
        "Andelen er mere end halveret fra 60 til 12.",
        # The rate of one group, of another field, of another year, or with a figure of its own.
        "Blandt de forsikrede har 72 ud af 96 haft samtale, og blandt de øvrige 3 ud af 12. Samlet har 75 pct. af de forsikrede haft samtale.",
        "Blandt de forsikrede har 72 ud af 96 haft samtale, og blandt de øvrige 3 ud af 12. I alt havde 50 pct. samtale i 2023.",
        "Blandt de forsikrede har 72 ud af 96 haft samtale, og blandt de øvrige 3 ud af 12. Der var 40 andre borgere. Samlet har 20 pct. haft samtale.",
        "Omgørelsesprocenten for hele landet er 32 pct. Ud af 164 afgørelser blev 144 stadfæstet, 12 ændret og 8 hjemvist.",
        "Omgørelsesprocenten var 22 pct. i 2024. Ud af 164 afgørelser i 2025 blev 144 stadfæstet, 12 ændret og 8 hjemvist.",
        # A part of a part.
        "Der er 95 unge. Heraf fik 26 (27 pct.) kørsel, og 13 (50 pct.) brugte den hver dag.",
        # A scale of which not all is told.
        "51 pct. er tilfredse, 25 pct. er hverken tilfredse eller utilfredse, og 14 pct. er utilfredse.",
        "61 pct. er tilfredse med samtalen, 55 pct. med tilbuddet, og 44 pct. med planen.",
    ],
)  # fmt: skip
def test_what_only_looks_alike_is_left_alone(text: str) -> None:
    assert flags_in(text) == []
