"""Rates of complaints, rows of counts beside percentages, listed groups, and shares that make up a hundred."""

# ruff: noqa: E501 (a sentence and what is wrong with it stand on one line)

from __future__ import annotations

import pytest

from .shares_said import flags_in, told

COMPLAINTS = (
    "I 2025 traf Ankestyrelsen 164 afgørelser på udvalgets område. Heraf blev 144 stadfæstet, 12 ændret og 8 hjemvist."
)

DISTRIBUTED = """De 164 afgørelser fordeler sig således:

- Stadfæstet: 144 (88 pct.)
- Ændret: 12 (7 pct.)
- Hjemvist: 8 (5 pct.)"""

WITH_TOTAL = """Klagerne over jobcentret endte således:

- 144 sager (88 pct.) blev stadfæstet
- 12 sager (7 pct.) blev ændret
- 8 sager (5 pct.) blev hjemvist
- I alt 164 sager"""

WITHOUT_TOTAL = """Borgerne er visiteret til:

- Sygedagpenge: 105 borgere, svarende til 42 pct.
- Fleksjob: 85 borgere, svarende til 34 pct.
- Ressourceforløb: 60 borgere, svarende til 24 pct."""

COUNTED = """En kommune havde 129 afgørelser:

- 19 er hjemvist
- 5 er ændret
- 105 er stadfæstet

Omgørelsesprocenten er (19 + 5)/129 = 19 procent."""

TWINS = [
    ("share-rate", f"{COMPLAINTS} Omgørelsesprocenten er dermed 12 pct.", "12 pct", "15 pct", "15 pct.", "12,2 pct."),
    ("share-rate", f"{COMPLAINTS} Det giver en omgørelsesprocent på 12.", "på 12", "på 21", "21 pct.", "12,2 pct."),
    ("share-rate", f"{COMPLAINTS} 12 pct. af afgørelserne blev således omgjort.", "12 pct", "22 pct", "22 pct.", "12,2 pct."),
    ("share-rate", f"{COMPLAINTS} Det betyder, at 88 pct. blev stadfæstet.", "88 pct", "78 pct", "78 pct.", "87,8 pct."),
    ("share-rate", f"{COMPLAINTS}\n\nStadfæstelsesprocenten er 88.", "er 88", "er 98", "98 pct.", "87,8 pct."),
    ("share-rate", "Ankestyrelsen afgjorde 81 klager. I 64 sager fik kommunen medhold. 17 sager blev ændret eller sendt tilbage, og omgørelsesprocenten er dermed 21.", "17 sager", "27 sager", "21 pct.", "33,3 pct."),
    ("share-rate", "Ankestyrelsen afgjorde 95 klager. 16 af dem blev ændret eller sendt tilbage. Omgørelsesprocenten er 17 mod 21 året før.", "er 17", "er 27", "27 pct.", "16,8 pct."),
    ("share-rate", "I 13 sager har Ankestyrelsen stadfæstet afgørelsen, 6 sager er hjemvist til fornyet behandling, og i 3 sager er afgørelsen ændret.\n\nDet svarer til en omgørelsesprocent på 41.", "41", "45", "45 pct.", "40,9 pct."),
    ("share-rate", "Ankestyrelsen stadfæstede 231, ændrede 20 og hjemviste 69 afgørelser. Omgørelsesprocenten er 28 pct.", "28", "38", "38 pct.", "27,8 pct."),
    ("share-rate", "For hele kommunen blev 231 af 320 afgørelser stadfæstet, 20 ændret og 69 hjemvist. Omgørelsesprocenten er 28.", "28", "22", "22 pct.", "27,8 pct."),
    ("share-rate", "Klagerne fordelte sig på 144 stadfæstelser, 12 ændringer og 8 hjemvisninger. Det betyder, at 12 pct. af sagerne blev omgjort.", "at 12", "at 15", "15 pct.", "12,2 pct."),
    ("share-rate", "12 ændringer og 8 hjemvisninger ud af 164 afgørelser giver en omgørelsesprocent på 12.", "på 12", "på 15", "15 pct.", "12,2 pct."),
    ("share-rate", "9,0 pct. af sagerne er ændret, 28,5 pct. er hjemvist og 62,5 pct. er stadfæstet. Omgørelsesprocenten var dermed 37,5 pct.", "37,5", "39,5", "39,5 pct.", "37,5 pct."),
    ("share-rate", COUNTED, "= 19", "= 25", "25 procent", "18,6 pct."),
    ("share-list", DISTRIBUTED, "7 pct", "9 pct", "9 pct.", "7,3 pct."),
    ("share-list", WITH_TOTAL, "88 pct", "78 pct", "78 pct.", "87,8 pct."),
    ("share-list", WITHOUT_TOTAL, "34 pct", "43 pct", "43 pct.", "34 pct."),
    ("share-list", WITHOUT_TOTAL, "60 borgere", "80 borgere", "24 pct.", "32 pct."),
    ("share-list", "Af svarene fremgår, at 45 er meget tilfredse (41 pct.), 38 tilfredse (35 pct.) og 27 utilfredse (25 pct.).", "35 pct", "45 pct", "45 pct.", "34,5 pct."),
    ("share-of-groups", "Af de 84 borgere var 21 i job, 17 i uddannelse og 34 fortsat i forløb. Dermed var 45 pct. i job eller uddannelse.", "45", "49", "49 pct.", "45,2 pct."),
    ("share-hundred", "60 pct. er i job, 25 pct. er i uddannelse, mens de resterende 15 pct. fortsat er i forløb.", "15", "25", "100 pct.", "110 pct."),
    ("share-hundred", "Udgiften fordeles med 60 pct. til kommunen og 40 pct. til staten.", "40", "45", "100 pct.", "105 pct."),
    ("share-hundred", "Svarene fordeler sig med 33,3 pct. på ja, 33,3 pct. på nej og 33,4 pct. på ved ikke.", "33,4", "38,4", "100 pct.", "105 pct."),
    ("share-in-words", "Hver fjerde borger (25 pct.) er utilfreds.", "25", "35", "35 pct.", "25 pct."),
    ("share-in-words", "28 pct. eller godt hver fjerde er under 30 år.", "28", "38", "38 pct.", "godt 25 pct."),
    ("share-in-words", "Styrelsen har ændret knap en tredjedel, svarende til 32,5 pct.", "32,5", "23,5", "23,5 pct.", "knap 33,3 pct."),
    ("share-in-words", "To ud af tre sygemeldte (67 pct.) bliver raske inden otte uger.", "67", "76", "76 pct.", "66,7 pct."),
    ("share-in-words", "Mere end halvdelen (53 pct.) er kvinder.", "53", "35", "35 pct.", "mindst 50 pct."),
]  # fmt: skip


@pytest.mark.parametrize("twin", TWINS, ids=lambda twin: f"{twin[0]} {twin[1][:40]}")
def test_rate_that_fits_has_no_flag_and_its_misprinted_twin_has_one(twin: tuple[str, ...]) -> None:
    rule, text, right, wrong, stated, computed = twin
    assert text.count(right) == 1, "the twin must change one place only"
    assert told(text) == []
    assert told(text.replace(right, wrong)) == [(rule, stated, computed)]


@pytest.mark.parametrize(
    "text",
    [
        # Another place, another year, another list.
        f"{COMPLAINTS} På landsplan er omgørelsesprocenten 29.",
        f"{COMPLAINTS} Landsgennemsnittet for omgørelser er 31 procent.",
        f"{COMPLAINTS} Omgørelsesprocenten var 17 pct. i 2023.",
        f"{COMPLAINTS} Omgørelsesprocenten er faldet med 5 pct.",
        "På børneområdet blev fem af ni sager hjemvist og fire stadfæstet. På voksenområdet blev 39 sager afgjort, hvoraf 69 pct. er stadfæstet, 23 pct. er hjemvist og 8 pct. er ændret.",
        "4 pct. af sagerne er delvist omgjort og 35 pct. er omgjort helt, i alt 39 pct.",
        "I 63 sager traf Ankestyrelsen afgørelse. I fire blev kommunens afgørelse ophævet. 21 andre sager blev sendt retur. Det gjaldt fem ud af otte om biler. Omgørelsesprocenten er 40.",
        # Cases that were dismissed may be counted or not.
        "Af 180 klager blev 144 stadfæstet, 12 ændret, 8 hjemvist og 16 afvist. Omgørelsesprocenten er 12 pct.",
        "Af 180 klager blev 144 stadfæstet, 12 ændret, 8 hjemvist og 16 afvist. Omgørelsesprocenten er 11 pct.",
        "Af 20 omgjorte sager er 12 ændret og 8 hjemvist. Omgørelsesprocenten er 12.",
        "5,9 pct. af sagerne blev ændret, og 22,1 pct. blev hjemvist. Dermed blev 27,9 pct. omgjort.",
        # Pairs of different wholes.
        "I 12 af de 40 sager (30 pct.), som revisor har set på, og i 5 af de 10 sager om dagpenge (50 pct.), var der fejl.",
        "Blandt de 120 borgere i forløb er 45 kvinder og 75 mænd, og 40 pct. er under 30 år.",
        "I 2024 fik 36 elever (51 pct.) og i 2023 31 elever (47 pct.) kørsel.",
        "Der er 120 borgere i job (40 pct.), 30 unge i uddannelse (60 pct.) og 12 kvinder på barsel (9 pct.).",
        # No distribution.
        "80 pct. har svaret, heraf er 60 pct. tilfredse, mens de resterende 40 pct. er utilfredse.",
        "I 60 pct. af sagerne, 80 pct. af samtalerne og de resterende 40 pct. af sagerne er fristen overholdt.",
        "Svarene fordeler sig især med 40 pct. på sygdom og 25 pct. på ledighed.",
        "Refusionen er 80 pct. de første 4 uger, 40 pct. fra uge 5-26, 30 pct. fra uge 27-52 og 20 pct. derefter.",
        "59 pct. er meget tilfredse, 32 pct. er tilfredse, og 45 pct. vil anbefale tilbuddet.",
        "Kommunerne fordeler sig med en svarprocent mellem 25 pct. og 45 pct.",
        # Words that are no share of what stands beside them.
        "Hver anden weekend (38 pct. af vagterne) er dækket.",
        "Hver fjerde uge (25 pct. af tiden) holdes der møde.",
        "Halvdelen (50 pct. i 2023) er kvinder.",
        "Knap halvdelen – 45 procent – kommer i job, mens hver tiende (10 pct.) er sygemeldt.",
        "Tilfredsheden er 3 ud af 5, svarende til 61 pct. af borgerne.",
    ],
)  # fmt: skip
def test_rate_that_is_of_something_else_is_left_alone(text: str) -> None:
    assert told(text) == []


def test_a_share_is_flagged_once_though_several_rules_could() -> None:
    assert len(flags_in(WITH_TOTAL.replace("7 pct", "17 pct"))) == 1


def test_flag_of_a_list_rests_on_its_entries() -> None:
    (flag,) = flags_in(DISTRIBUTED.replace("7 pct", "9 pct"))
    assert len(flag.lines) == 3


CASE = f"""Resumé

Ankestyrelsen har afgjort klager over kommunen. 88 pct. af afgørelserne blev stadfæstet, og 12 pct. blev omgjort.

Ankestyrelsens afgørelser i 2025

{COMPLAINTS}"""


@pytest.mark.parametrize(
    ("right", "wrong", "stated", "computed"),
    [("12 pct. blev", "17 pct. blev", "17 pct.", "12,2 pct."), ("88 pct. af", "78 pct. af", "78 pct.", "87,8 pct.")],
)
def test_rate_in_the_summary_is_held_against_the_case(right: str, wrong: str, stated: str, computed: str) -> None:
    assert told(CASE) == []
    assert told(CASE.replace(right, wrong)) == [("share-in-summary", stated, computed)]


@pytest.mark.parametrize(
    "text",
    [
        CASE.replace("Resumé", "Andre områder").replace("12 pct. blev", "17 pct. blev"),
        CASE.replace("12 pct. blev", "på landsplan blev 29 pct."),
        CASE.replace("12 pct. blev", "for hele kommunen blev 28 pct."),
        CASE.replace("12 pct. blev", "17 pct. blev") + "\n\nFor hele kommunen er omgørelsesprocenten 17 pct.",
    ],
    ids=range(4),
)
def test_rate_in_the_summary_that_may_be_of_something_else_is_left_alone(text: str) -> None:
    assert told(text) == []
