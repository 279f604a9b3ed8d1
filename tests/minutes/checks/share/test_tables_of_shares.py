"""Percentages of a table against its counts: the table itself tells how they were reckoned."""

from __future__ import annotations

import pytest

from pejl.minutes.checks.flag import Certainty

from .shares_said import flags_in, told


def table(*rows: str) -> str:
    """A table of rows whose cells are parted by bars."""
    return "\n".join("\t".join(cell.strip() for cell in row.split("|")) for row in rows)


AGES = table(
    "Alder | Antal | Andel, pct.", "18-29 | 112 | 14", "30-49 | 388 | 49", "50+ | 291 | 37", "I alt | 791 | 100"
)
AGES_WITHOUT_TOTAL = table(
    "Alder | Antal | Andel", "18-29 | 112 | 14 pct.", "30-49 | 388 | 49 pct.", "50+ | 291 | 37 pct."
)
FIELDS = table(
    "Lovområde | Stadfæstet | Ændret | Hjemvist | I alt | Omgørelsesprocent",
    "Sygedagpenge | 21 | 2 | 4 | 27 | 22",
    "Aktiv socialpolitik | 30 | 3 | 5 | 38 | 21",
    "Aktiv beskæftigelsesindsats | 13 | 1 | 2 | 16 | 19",
    "I alt | 64 | 6 | 11 | 81 | 21",
)
YEARS = table(
    " | 2023 | 2024 | 2025",
    "Stadfæstet | 120 | 131 | 144",
    "Ændret | 15 | 14 | 12",
    "Hjemvist | 10 | 9 | 8",
    "I alt | 145 | 154 | 164",
    "Omgørelsesprocent | 17 | 15 | 12",
)
ONE_YEAR = table("År | Stadfæstet | Ændret | Hjemvist | I alt | Omgjort, pct.", "2025 | 144 | 12 | 8 | 164 | 12")
DUTIES = table(
    "Krav | Antal i gruppen | Antal opfyldt | Opfyldt, pct. | Krav, pct.",
    "Første samtale | 118 | 117 | 99 | 100",
    "To samtaler | 96 | 79 | 82 | 75",
    "Fire samtaler | 34 | 27 | 79 | 75",
    "Ét tilbud | 130 | 101 | 78 | 75",
)
PAIRS = table(
    " | 2024 | 2025",
    "Stadfæstet | 131 (85 pct.) | 144 (88 pct.)",
    "Ændret | 14 (9 pct.) | 12 (7 pct.)",
    "Hjemvist | 9 (6 pct.) | 8 (5 pct.)",
    "I alt | 154 | 164",
)
ONLY_PAIRS = table(
    " | 2025",
    "Stadfæstet | 144 (88 pct.)",
    "Ændret | 12 (7 pct.)",
    "Hjemvist | 8 (5 pct.)",
    "I alt | 164 (100 pct.)",
)
BUDGET = table(
    "Mio. kr. | Korrigeret budget | Forventet forbrug | Afvigelse | Afvigelse i %",
    "Skoler | 769,5 | 771,0 | 1,5 | 0,2%",
    "Kultur | 68,5 | 60,0 | -8,5 | 12,5%",
    "Arbejdsmarked | 761,6 | 761,6 | 0,0 | 0,0%",
    "Teknik | 62,8 | 64,2 | 1,4 | 2,3%",
    "Økonomi | 372,7 | 368,2 | -4,4 | 1,2%",
    "I alt | 2.035,1 | 2.025,0 | -10,0 | 0,5%",
)
GROWTH = table(
    "Ydelse | 2024 | 2025 | Udvikling, pct.",
    "Dagpenge | 410 | 451 | 10",
    "Sygedagpenge | 620 | 589 | -5",
    "Kontanthjælp | 596 | 583 | -2",
    "Fleksjob | 300 | 330 | 10",
)
ONLY_SHARES = table("Sats | Andel, pct.", "Forhøjet | 51", "Grund | 29", "Mindste | 16", "Hjemme | 4", "I alt | 100")

TWINS = [
    (AGES, "| 49", "| 59", "59 pct.", "49,1 pct."),
    (AGES, "388", "338", "49 pct.", "42,7 pct."),
    (AGES_WITHOUT_TOTAL, "49 pct.", "59 pct.", "59 pct.", "49,1 pct."),
    (FIELDS, "38 | 21", "38 | 31", "31 pct.", "21,1 pct."),
    (FIELDS, "81 | 21", "81 | 12", "12 pct.", "21 pct."),
    (YEARS, "17 | 15", "17 | 25", "25 pct.", "14,9 pct."),
    (ONE_YEAR, "164 | 12", "164 | 15", "15 pct.", "12,2 pct."),
    (DUTIES, "79 | 82", "79 | 92", "92 pct.", "82,3 pct."),
    (PAIRS, "12 (7 pct.)", "12 (17 pct.)", "17 pct.", "7,3 pct."),
    (ONLY_PAIRS, "12 (7 pct.)", "12 (17 pct.)", "17 pct.", "7,3 pct."),
    (BUDGET, "2,3%", "3,2%", "3,2%", "2,2 pct."),
    (GROWTH, "330 | 10", "330 | 15", "15 pct.", "10 pct."),
]


@pytest.mark.parametrize("twin", TWINS, ids=range(len(TWINS)))
def test_table_that_fits_has_no_flag_and_its_misprinted_twin_has_one(twin: tuple[str, ...]) -> None:
    text, right, wrong, stated, computed = twin
    right, wrong = ("\t".join(part.strip() for part in each.split("|")) for each in (right, wrong))
    assert text.count(right) == 1, "the twin must change one place only"
    assert told(text) == []
    assert told(text.replace(right, wrong)) == [("share-table", stated, computed)]


def test_shares_that_do_not_come_to_the_hundred_below_them_are_flagged() -> None:
    assert told(ONLY_SHARES) == []
    (flag,) = flags_in(ONLY_SHARES.replace("Hjemme\t4", "Hjemme\t14"))
    assert (flag.rule, flag.stated, flag.computed) == ("share-table-hundred", "100 pct.", "110 pct.")


def test_total_of_shares_that_is_no_hundred_is_flagged() -> None:
    assert told(AGES.replace("791\t100", "791\t120")) == [("share-table-hundred", "120 pct.", "100 pct.")]


def test_shares_that_rounding_keeps_from_a_hundred_are_not() -> None:
    assert told(ONLY_SHARES.replace("Hjemme\t4", "Hjemme\t5")) == []
    assert told(AGES.replace("\t37", "\t36")) != []


def test_flag_names_the_cell_and_rests_on_its_row() -> None:
    (flag,) = flags_in(AGES.replace("\t49", "\t59"))
    assert flag.sentence == (
        "Tjek dette: I tabellen under »30-49, Andel, pct.« svarer 388 af 791 til 49,1 pct., men der står 59 pct."
    )
    assert flag.certainty is Certainty.LIKELY
    assert [each.last - each.first for each in flag.lines] == [0]


@pytest.mark.parametrize(
    "text",
    [
        table("Spørgsmål | 2024, pct. | 2025, pct.", "Tillid | 66 | 69", "Formål | 61 | 64", "Mening | 41 | 45"),
        table("Mål | Mål 2025, pct. | Resultat, pct.", "Samtaler | 90 | 92", "Tilbud | 80 | 57", "Timer | 18 | 16"),
        table(
            "Mål | Mål 2026 | Midtvejs",
            "Unge med samtale | 180 | 131",
            "Andel i job, pct. | 60 | 54",
            "Unge | 120 | 127",
        ),
        table("Kommune | Ledige | Ledighed, pct.", "Fjordby | 410 | 3,1", "Havneby | 620 | 4,4", "Åby | 90 | 2,7"),
        table(
            "Kommune | Klager | Omgjort, pct.",
            "Fjordby | 41 | 29",
            "Havneby | 62 | 31",
            "Åby | 9 | 17",
            "I alt | 112 | 28",
        ),
        table("Ydelse | Antal | Andel af arbejdsstyrken, pct.", "Dagpenge | 410 | 3,1", "Sygedagpenge | 620 | 4,6"),
        table("Køn | Tilfredse, pct.", "Mænd | 52", "Kvinder | 48", "I alt | 50"),
        table("Område | Sager | Andel med fejl, pct.", "Dagpenge | 40 | 48", "Fleksjob | 60 | 52", "I alt | 100 | 50"),
        table("Team | Samtaler | Rettidige, pct.", "Nord | 284 | 61", "Syd | 303 | 52", "I alt | 587 | 57"),
        table("Sats | Antal", "Forhøjet | 302", "Grund | 171", "I alt | 473"),
        table("År | Andel, pct.", "2023 | 12", "2024 | 14", "2025 | 17"),
    ],
    ids=range(11),
)
def test_percentages_that_the_table_does_not_explain_are_left_alone(text: str) -> None:
    assert told(text) == []


BESIDE = FIELDS.replace("\tOmgørelsesprocent", "").replace("27\t22", "27").replace("38\t21", "38")
BESIDE = BESIDE.replace("16\t19", "16").replace("81\t21", "81")


@pytest.mark.parametrize(
    ("sentence", "right", "wrong", "computed"),
    [
        ("Omgørelsesprocenten er dermed 21.", "21", "31", "21 pct."),
        ("Samlet blev 64 afgørelser stadfæstet, svarende til 79 pct.", "79", "89", "79 pct."),
        ("På sygedagpengeområdet blev 21 afgørelser stadfæstet (78 pct.).", "78", "88", "77,8 pct."),
    ],
)
def test_share_in_the_text_whose_whole_is_in_the_table(sentence: str, right: str, wrong: str, computed: str) -> None:
    assert told(f"{BESIDE}\n\n{sentence}") == []
    (flag,) = flags_in(f"{BESIDE}\n\n{sentence.replace(right, wrong)}")
    assert (flag.rule, flag.computed, flag.certainty) == ("share-beside-table", computed, Certainty.POSSIBLE)
    assert len(flag.lines) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "På landsplan er omgørelsesprocenten 31.",
        "For hele kommunen er omgørelsesprocenten 28 pct.",
        "Omgørelsesprocenten var 25 pct. i 2023.",
        "Der er indkaldt 21 borgere til samtale (88 pct.).",
        "Samlet blev 64 afgørelser stadfæstet, svarende til 2 pct. af alle afgørelser i kommunen.",
        "Samlet blev 64 afgørelser stadfæstet, svarende til en stigning på 5 pct.",
    ],
)
def test_share_in_the_text_that_is_not_of_the_table_is_left_alone(sentence: str) -> None:
    assert told(f"{BESIDE}\n\n{sentence}") == []
