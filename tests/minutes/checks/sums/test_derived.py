"""Changes, surpluses, products, rests and lists: each has a twin that does not fit."""

# ruff: noqa: E501 (a sentence and what is wrong with it stand on one line)

from __future__ import annotations

import pytest

from .sentences_said import flags_in

LIST = """Der søges om i alt 900.000 kr., som fordeler sig således:

- Løn til to medarbejdere: 400.000 kr.
- Drift: 300.000 kr.
- Evaluering: 200.000 kr."""

LIST_WITH_TOTAL = """Udgifterne er:

- Løn: 400.000 kr.
- Drift: 300.000 kr.
- Evaluering: 200.000 kr.
- I alt: 900.000 kr."""

COUNTED = """Klagerne fordeler sig således, i alt 31:

- 19 om sygedagpenge
- 7 om kontanthjælp
- 5 om fleksjob"""

OUTCOMES = """Ankestyrelsen har i år truffet 31 afgørelser:

- 19 stadfæstet
- 7 ændret
- 5 hjemvist"""

TWINS = [
    ("sum-change", "Mindreforbruget er vokset fra 2,2 til 2,9 mio. kr., en stigning på 0,7 mio. kr.", "0,7", "0,9", "0,9 mio. kr.", "0,7 mio. kr."),
    ("sum-change", "Antallet er nedjusteret fra 180 unge til 150 unge, et fald på 30.", "på 30", "på 40", "40", "30"),
    ("sum-change", "Taksten er steget med 120 kr. fra 1.240 kr. til 1.360 kr.", "med 120", "med 102", "102 kr.", "120 kr."),
    ("sum-change", "Budgettet reduceres fra 4.250.000 kr. i 2025 til 3.750.000 kr. i 2026, svarende til 500.000 kr.", "500.000", "550.000", "550.000 kr.", "500.000 kr."),
    ("sum-budget", "Det vedtagne budget er på 147,1 mio. kr. med et forventet forbrug på 146,6 mio. kr. Der er således tale om et forventet mindreforbrug på 0,5 mio. kr. i forhold til det vedtagne budget.", "på 0,5", "på 1,5", "1,5 mio. kr.", "0,5 mio. kr."),
    ("sum-budget", "Budgettet udgør 61,2 mio. kr. og forbruget er 65,4 mio. kr., altså et merforbrug på 4,2 mio. kr.", "4,2", "2,4", "2,4 mio. kr.", "4,2 mio. kr."),
    ("sum-budget", "Der ventes et forbrug på 526,0 mio. kr., hvilket er 0,9 mio. kr. under det korrigerede budget på 526,9 mio. kr.", "526,9", "529,6", "0,9 mio. kr.", "3,6 mio. kr."),
    ("sum-product", "Der afsættes 450.000 kr. årligt i 2026-2029, i alt 1.800.000 kr.", "1.800.000", "1.350.000", "1.350.000 kr.", "1.800.000 kr."),
    ("sum-product", "Der afsættes 1,2 mio. kr. om året i tre år, i alt 3,6 mio. kr.", "tre", "fire", "3,6 mio. kr.", "4,8 mio. kr."),
    ("sum-product", "Pengene kommer i to rater á 2.279.797 kr., i alt 4.559.594 kr.", "4.559.594", "4.595.594", "4.595.594 kr.", "4.559.594 kr."),
    ("sum-product", "Der ansættes fire medarbejdere til en årlig udgift på 600.000 kr. pr. medarbejder, i alt 2,4 mio. kr. årligt.", "2,4", "2,8", "2,8 mio. kr.", "2.400.000 kr."),
    ("sum-product", "Der købes 20 pladser til 45.000 kr. pr. plads, i alt 900.000 kr.", "900.000", "950.000", "950.000 kr.", "900.000 kr."),
    ("sum-change", "Antallet af unge er nedjusteret med 30 unge fra 180 unge til 150 unge.", "med 30", "med 40", "40", "30"),
    ("sum-list", OUTCOMES, "31", "41", "41", "31"),
    ("sum-rest", "Der er holdt samtale med 51 af de 55 borgere. De sidste fire er indkaldt igen.", "fire er", "fem er", "fem", "4"),
    ("sum-rest", "Af puljen på 5,6 mio. kr. er 4,0 mio. kr. brugt, så der resterer 1,6 mio. kr.", "1,6", "2,6", "2,6 mio. kr.", "1,6 mio. kr."),
    ("sum-list", LIST, "200.000", "250.000", "900.000 kr.", "950.000 kr."),
    ("sum-list", LIST_WITH_TOTAL, "900.000", "800.000", "800.000 kr.", "900.000 kr."),
    ("sum-list", COUNTED, "5 om", "7 om", "31", "33"),
]  # fmt: skip


@pytest.mark.parametrize("twin", TWINS, ids=lambda twin: f"{twin[0]}: {twin[1][:30]}")
def test_what_fits_has_no_flag_and_its_misprinted_twin_has_one(twin: tuple[str, ...]) -> None:
    rule, text, right, wrong, stated, computed = twin
    assert text.count(right) == 1
    assert flags_in(text) == []
    (flag,) = flags_in(text.replace(right, wrong))
    assert (flag.rule, flag.stated, flag.computed) == (rule, stated, computed)


@pytest.mark.parametrize(
    "text",
    [
        # Rounded: 817,3 less 814,2 is 3,1.
        "Budgettet udgør 817,3 mio. kr. med et forventet forbrug på 814,2 mio. kr., og et mindreforbrug på 3,0 mio. kr.",
        # Another budget, another area, another time.
        "Det vedtagne budget er 47,2 mio. kr. og forbruget 38,8 mio. kr. På aktivering er der et mindreforbrug på 6 mio. kr.",
        "Det vedtagne budget er på 147,1 mio. kr. med et forbrug på 146,6 mio. kr. Der er således tale om et mindreforbrug på "
        "0,5 mio. kr. i forhold til det vedtagne budget og på 6 mio. kr. i forhold til det korrigerede budget.",
        "Der ventes et forbrug på 999,6 mio. kr. og dermed et mindreforbrug på 11,9 mio. kr. i forhold til vedtaget budget og "
        "et mindreforbrug på 19,6 mio. kr. i forhold til korrigeret budget.",
        # A change each year, in percent, or about.
        "Udgiften vokser fra 2,0 mio. kr. i 2024 til 5,0 mio. kr. i 2027, en stigning på 1,0 mio. kr. om året.",
        "Udgiften vokser fra 2,0 mio. kr. til 3,0 mio. kr., en stigning på 50 pct.",
        "Udgiften vokser fra 2,0 mio. kr. til 5,1 mio. kr., en stigning på ca. 3 mio. kr.",
        "Antallet er faldet med 12 sager til i alt 240.",
        "Satsen hæves fra 10.000 til 15.500 kr. for enlige og fra 20.000 til 31.000 kr. for par.",
        # Something else is in the total.
        "Der afsættes 5 mio. kr. i 2026 og 4 mio. kr. årligt i 2027-2029, i alt 17 mio. kr.",
        "Der afsættes 4 mio. kr. årligt fra 2027, i alt 17 mio. kr.",
        "Der er holdt samtale med 51 af de 55 borgere. De sidste tre måneder har været travle.",
        "Der er holdt samtale med 51 af de 55 borgere. De øvrige 12 teams er ikke med.\n\nDe sidste fem er ikke fundet.",
        # Lists of unlike things.
        "Der søges om i alt 900.000 kr., som fordeler sig således:\n\n- Løn: 400.000 kr.\n- Drift\n- Evaluering: 200.000 kr.",
        "Der søges om i alt 900.000 kr., som fordeler sig således:\n\n- Løn: 400.000 kr., heraf 100.000 kr. til ledelse\n- Drift: 500.000 kr.",
        "Der er i alt to indsatser:\n\n- 19 unge får en mentor\n- 7 voksne får et kursus",
        "Udvalget har i alt 12 mio. kr. Der er flere muligheder:\n\n- at bruge 2 mio. kr.\n- at bruge 3 mio. kr.",
    ],
)  # fmt: skip
def test_what_only_looks_alike_is_left_alone(text: str) -> None:
    assert flags_in(text) == []


def test_surplus_called_by_the_wrong_name_is_told_of() -> None:
    text = "Budgettet udgør 61,2 mio. kr. og forbruget er 65,4 mio. kr., altså et mindreforbrug på 4,2 mio. kr."
    (flag,) = flags_in(text)
    assert (flag.rule, flag.stated, flag.computed) == ("sum-budget", "mindreforbrug", "merforbrug")


FIVE = "Undersøgelsen dækker fem temaer:\n\n- Tilfredshed\n- Mødet\n- Sammenhæng\n- Samtaler\n- Progression"


def test_list_with_another_number_of_entries_than_announced_may_lack_one() -> None:
    assert flags_in(FIVE) == []
    (flag,) = flags_in(FIVE.replace("\n- Mødet", ""))
    assert (flag.rule, flag.stated, flag.computed, flag.certainty) == ("sum-listed", "fem", "4", "possible")
    assert flags_in(FIVE.replace("fem", "fire"))[0].computed == "5"


@pytest.mark.parametrize(
    "text",
    [
        FIVE.replace("dækker fem", "dækker blandt andet seks"),
        FIVE.replace("fem temaer:", "fem temaer, som er drøftet med rådet og med brugerne i foråret 2025:").replace(
            "fem", "seks"
        ),
        FIVE.replace("fem temaer", "43 kommuner"),
        FIVE.replace("fem", "ca. seks"),
        FIVE.replace("fem", "otte"),
        # A list that a page break cut.
        FIVE.replace("fem", "syv").replace("- Samtaler", "- Samtaler med\n\nborgerne om alt\n\n- Vejledning"),
        # Two lists under one heading.
        f"{FIVE.replace('fem', 'seks')}\n\nDertil kommer ét lokalt tema.\n\n- Ventetid\n- Adgang",
    ],
)
def test_list_that_is_not_announced_whole_is_left_alone(text: str) -> None:
    assert flags_in(text) == []
