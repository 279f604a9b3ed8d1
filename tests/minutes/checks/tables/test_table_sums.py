"""Totals in tables: each table that adds up has a twin that does not."""

from __future__ import annotations

import pytest

from pejl.minutes.checks.flag import Certainty

from .tables_drawn import flags_of, flags_of_text, tabbed

# name: (the table, the cell as it should be, the cell as it was misprinted, what the flag calls stated, computed)
TWINS: dict[str, tuple[str, str, str, str, str]] = {
    "total row of millions": (
        """Mio. kr. | 2025 | 2026
        Aktivering | 62,1 | 65,1
        Forsørgelse | 421,4 | 421,4
        STU | 40,4 | 40,4
        I alt | 523,9 | 526,9""",
        "523,9", "532,9", "532,9", "523,9",
    ),
    "total row named Samlet, in bold": (
        """Kr. | 2025 | 2026
        Løn | 410.000 | 820.000
        Transport | 230.000 | 231.000
        <b>Samlet</b> | <b>640.000</b> | <b>1.051.000</b>""",
        "640.000", "460.000", "460.000", "640.000",
    ),
    "Markdown bold": (
        """Kr. | 2025 | 2026
        Løn | 410.000 | 820.000
        Transport | 230.000 | 231.000
        **Total** | **640.000** | **1.051.000**""",
        "1.051.000", "1.015.000", "1.015.000", "1.051.000",
    ),
    "total column": (
        """Lovområde | Stadfæstet | Ændret | Hjemvist | I alt
        Sygedagpenge | 21 | 2 | 4 | 27
        Aktiv socialpolitik | 30 | 3 | 5 | 38""",
        "| 27", "| 28", "28", "27",
    ),
    "one column whose total has two digits changed about": (
        """Mio. kr. | 2026
        Aktivering | 62,1
        Forsørgelse | 44,5
        STU | 40,0
        I alt | 146,6""",
        "146,6", "164,6", "164,6", "146,6",
    ),
    "one column whose total has one digit too small": (
        """Kr. | 2026
        Løn | 412.500
        Transport | 231.250
        I alt | 643.750""",
        "643.750", "543.750", "543.750", "643.750",
    ),
    "one column of counts": (
        """Status | Antal borgere
        I job | 21
        I uddannelse | 17
        Fortsat i forløb | 34
        I alt | 72""",
        "72", "74", "74", "72",
    ),
    "subtotals and a grand total": (
        """Mio. kr. | 2025 | 2026
        Jobcenter | 12,0 | 13,0
        Ungeenhed | 8,0 | 9,0
        Aktivering i alt | 20,0 | 22,0
        Kontanthjælp | 30,0 | 31,0
        Fleksjob | 10,0 | 11,0
        Forsørgelse i alt | 40,0 | 42,0
        I alt | 60,0 | 64,0""",
        "64,0", "46,0", "46,0", "64,0",
    ),
    "wrong subtotal": (
        """Mio. kr. | 2025 | 2026
        Jobcenter | 12,0 | 13,0
        Ungeenhed | 8,0 | 9,0
        Delsum | 20,0 | 22,0
        Kontanthjælp | 30,0 | 31,0
        I alt | 50,0 | 53,0""",
        "22,0", "27,0", "27,0", "22,0",
    ),
    "heraf is not added": (
        """Kr. | 2025 | 2026
        Løn | 500.000 | 600.000
        Heraf ledelse | 100.000 | 120.000
        Drift | 200.000 | 250.000
        I alt | 700.000 | 850.000""",
        "850.000", "970.000", "970.000", "850.000",
    ),
    "heraf as a heading over parts of parts": (
        """Antal | 2025 | 2026
        Dagpenge | 40 | 44
        Kontanthjælp | 30 | 33
        I alt | 70 | 77
        Heraf: | |
        Kvinder | 31 | 38
        Mænd | 39 | 39""",
        "77", "74", "74", "77",
    ),
    "total above its parts": (
        """Antal | 2025 | 2026
        I alt | 70 | 77
        Dagpenge | 40 | 44
        Kontanthjælp | 30 | 33""",
        "77", "79", "79", "77",
    ),
    "negative figures with a true minus": (
        """1.000 kr. | 2025 | 2026
        Besparelse | −450 | −900
        Investering | 700 | 500
        I alt | 250 | −400""",
        "| 250", "| 350", "350", "250",
    ),
    "dashes for nothing": (
        """Kr. | 2025 | 2026 | 2027
        Løn | 100.000 | - | 50.000
        Udstyr | – | 40.000 | –
        I alt | 100.000 | 40.000 | 50.000""",
        "I alt | 100.000 | 40.000", "I alt | 100.000 | 44.000", "44.000", "40.000",
    ),
    "income taken off": (
        """Kr. | 2025 | 2026 | 2027
        Udgifter | 500.000 | 620.000 | 410.000
        Indtægter | 200.000 | 220.000 | 110.000
        I alt | 300.000 | 400.000 | 300.000""",
        "| 400.000", "| 440.000", "440.000", "400.000",
    ),
    "unnamed sum at the foot": (
        """Kr. | 2025 | 2026 | 2027
        Løn | 500.000 | 620.000 | 410.000
        Drift | 200.000 | 220.000 | 110.000
         | 700.000 | 840.000 | 520.000""",
        "| 520.000", "| 502.000", "502.000", "520.000",
    ),
    "kroner in the cells": (
        """Post | Beløb 2025 | Beløb 2026
        Ombygning | 2.150.000 kr. | 1.000.000 kr.
        Inventar | 780.000 kr. | 250.000 kr.
        I alt | 2.930.000 kr. | 1.250.000 kr.""",
        "2.930.000", "2.390.000", "2.390.000 kr.", "2.930.000 kr.",
    ),
    "columns of different units": (
        """Indsats | Mio. kr. | Årsværk
        Unge | 1,5 | 2,5
        Sygemeldte | 1,4 | 2,0
        I alt | 2,9 | 4,5""",
        "4,5", "5,4", "5,4", "4,5",
    ),
    "two rows of headings": (
        """ | Budget | Budget | Budget
         | 2025 | 2026 | 2027
        Løn | 410 | 820 | 300
        Drift | 230 | 230 | 100
        I alt | 640 | 1.050 | 400""",
        "1.050", "1.500", "1.500", "1.050",
    ),
    "label broken over two rows": (
        """Mio. kr. | 2025 | 2026
        Aktivering | 62,1 | 65,1
        Øvrige udgifter | |
        (servicerammen) | 40,4 | 40,4
        I alt | 102,5 | 105,5""",
        "105,5", "150,5", "150,5", "105,5",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TWINS)
def test_table_that_adds_up_has_no_flag(name: str) -> None:
    assert flags_of(TWINS[name][0]) == []


@pytest.mark.parametrize("name", TWINS)
def test_its_misprinted_twin_has_one(name: str) -> None:
    drawing, right, wrong, stated, computed = TWINS[name]
    assert drawing.count(right) == 1
    (flag,) = flags_of(drawing.replace(right, wrong))
    assert (flag.kind, flag.rule, flag.rounding) == ("sum", "table-total", False)
    assert (flag.stated, flag.computed) == (stated, computed)
    assert stated in flag.sentence and computed in flag.sentence


GRANTS = """Kr. | 2025 | 2026 | 2027 | I alt
Løn | 90.000 | 1.180.000 | 760.000 | 2.030.000
Udvikling og drift | 60.000 | 620.000 | 340.000 | 1.020.000
Evaluering | 0 | 100.000 | 100.000 | 200.000
I alt | 150.000 | 1.900.000 | 1.200.000 | 3.250.000"""


@pytest.mark.parametrize(
    ("right", "wrong", "stated", "computed"),
    [
        ("1.180.000", "1.810.000", "1.810.000", "1.180.000"),
        ("2.030.000", "2.300.000", "2.300.000", "2.030.000"),
        ("1.900.000", "1.090.000", "1.090.000", "1.900.000"),
        ("3.250.000", "3.520.000", "3.520.000", "3.250.000"),
        ("| 0 |", "| 10.000 |", "10.000", "0"),
    ],
)
def test_cell_that_spoils_its_row_and_its_column_is_told_of_once(
    right: str, wrong: str, stated: str, computed: str
) -> None:
    assert flags_of(GRANTS) == []
    (flag,) = flags_of(GRANTS.replace(right, wrong))
    assert (flag.stated, flag.computed, flag.certainty) == (stated, computed, Certainty.CERTAIN)


@pytest.mark.parametrize("right", ["1.180.000", "2.030.000", "1.900.000"])
def test_empty_cell_that_row_and_column_know_is_missing(right: str) -> None:
    (flag,) = flags_of(GRANTS.replace(right, ""))
    assert (flag.rule, flag.stated, flag.computed) == ("table-missing-cell", "tomt felt", right)


def test_two_wrong_cells_are_two_flags() -> None:
    twice = GRANTS.replace("1.180.000", "1.810.000").replace("340.000", "430.000")
    assert [(flag.stated, flag.computed) for flag in flags_of(twice)] == [
        ("1.810.000", "1.180.000"),
        ("430.000", "340.000"),
    ]


def test_row_that_lacks_a_year_is_missing_what_its_total_says() -> None:
    drawing = """Kr. | 2025 | 2026 | 2027 | I alt
    Løn | 100.000 | 200.000 | 300.000 | 600.000
    Drift | 10.000 |  | 30.000 | 60.000
    Udstyr | 5.000 | 5.000 | 5.000 | 15.000"""
    (flag,) = flags_of(drawing)
    assert (flag.rule, flag.computed) == ("table-missing-cell", "20.000")
    assert "»Drift«" in flag.sentence and "»2026«" in flag.sentence


def test_total_that_lacks_one_of_its_years_may_be_missed() -> None:
    drawing = "Mio. kr. | 2025 | 2026 | 2027\nLøn | 1,0 | 2,0 | 3,0\nDrift | 0,5 | 0,5 | 0,5\nI alt | 1,5 |  | 3,5"
    (flag,) = flags_of(drawing)
    assert (flag.rule, flag.computed, flag.certainty) == ("table-missing-cell", "2,5", Certainty.POSSIBLE)


@pytest.mark.parametrize(
    ("drawing", "above"),
    [
        # Millions with one decimal are rounded on purpose.
        ("Mio. kr. | 2025\nA | 45,1\nB | 33,3\nI alt | 78,3", ""),
        ("Område | 2025 | 2026\nA | 45,1 | 1,0\nB | 33,3 | 2,0\nC | 12,4 | 3,1\nI alt | 90,9 | 6,2", ""),
        # So are thousands, whichever way the table says so.
        ("1.000 kr. | 2025\nA | 45.101\nB | 33.333\nI alt | 78.435", ""),
        ("Område | 2025\nA | 45.101\nB | 33.333\nI alt | 78.435", "Tabel 1. Forbrug i t.kr."),
        # Nobody says what these figures are, so one more or less may be rounding.
        ("Udgift | 2025\nA | 45.101\nB | 33.333\nI alt | 78.435", ""),
        # Full-time persons are rounded people.
        ("Helårspersoner | 2025\nA | 45\nB | 33\nI alt | 79", ""),
        # Kroner with øre, rightly rounded in the total.
        ("Kr. | 2025\nA | 455.959,30\nB | 1.367.877,90\nI alt | 1.823.837", ""),
        ("Kr. | 2025\nA | 455.959\nB | 1.367.878\nI alt | 1.823.837,20", ""),
    ],
)
def test_rounding_that_was_meant_is_no_flag(drawing: str, above: str) -> None:
    assert flags_of(drawing, above) == []


@pytest.mark.parametrize(
    ("drawing", "above"),
    [
        ("Kr. | 2025 | 2026\nA | 191.633 | 5\nB | 299.601 | 6\nI alt | 491.235 | 11", ""),
        ("Post | 2025 | 2026\nA | 191.633 | 5\nB | 299.601 | 6\nI alt | 491.235 | 11", "Der er søgt 491.235 kr."),
        ("Post | Beløb\nA | 191.633,50\nB | 299.601,25\nI alt | 491.234,76", ""),
    ],
)
def test_a_krone_or_an_oere_too_much_is_a_rounding_difference_worth_a_look(drawing: str, above: str) -> None:
    (flag,) = flags_of(drawing, above)
    assert flag.rounding and "afrunding" in flag.sentence


def test_rounding_differences_of_one_table_are_one_flag() -> None:
    drawing = (
        "Kr. | 2025 | 2026 | 2027\nA | 191.633 | 50.001 | 7\nB | 299.601 | 60.001 | 8\nI alt | 491.235 | 110.003 | 15"
    )
    (flag,) = flags_of(drawing)
    assert flag.rounding and "1 andet sted" in flag.sentence


def test_people_are_not_rounded() -> None:
    (flag,) = flags_of("Sats | Antal personer\nGrundsats | 171\nForhøjet sats | 302\nI alt | 474")
    assert not flag.rounding
    assert (flag.stated, flag.computed) == ("474", "473")


@pytest.mark.parametrize(
    "drawing",
    [
        # Shares, means, indices, prices and waiting times are not added.
        "Område | Andel\nDagpenge | 45\nKontanthjælp | 52\nI alt | 48",
        "Område | 2024, pct. | 2025, pct.\nDagpenge | 45 | 47\nKontanthjælp | 52 | 51\nI alt | 48 | 49",
        "Tema | 2024 | 2025\nMødet | 3,54 | 3,59\nForløbet | 3,66 | 3,66\nSamlet | 3,60 | 3,62",
        "Område | Ventetid i uger\nIPS | 7\nMentor | 4\nI alt | 6",
        "Område | Antal | Udgift pr. borger\nIPS | 7 | 12.000\nMentor | 4 | 20.000\nI alt | 11 | 14.909",
        "År | Indeks\n2024 | 100\n2025 | 104\nI alt | 102",
        "Svar | 2024 | 2025\nTilfreds | 61 | 58\nHverken eller | 20 | 21\nUtilfreds | 20 | 20\nI alt | 100 | 100",
        "Svar | Fordeling\nTilfreds | 61\nHverken eller | 20\nUtilfreds | 20\nI alt | 100",
        "Svar | 2024\nTilfreds | 61\nUtilfreds | 20\nVed ikke | 19\nAntal svar i alt | 748",
        # No total, no flag.
        "År | 2024 | 2025\nDagpenge | 45 | 47\nKontanthjælp | 52 | 51",
        "Projekt | Beløb | Periode\nBrohuset | 400.000 | 2019\nVærestedet | 350.000 | 2019-20",
        # Figures with words in the cells.
        "Område | Antal\nIPS | ca. 7\nMentor | 4\nI alt | 12",
        "Område | Antal\nIPS | under 5\nMentor | 40\nI alt | 44",
        "Område | Antal\nIPS | 7 (3)\nMentor | 4\nI alt | 12",
        # One row that is its own total; a table of words; a lone total.
        "Mio. kr. | 2025\nRamme 1 | 45,1\nI alt | 44,9",
        "Møde | Sager\n11.06.2025 | Budget, klager\nI alt | to sager",
        "Mio. kr. | 2025\nI alt | 45,1",
        # Parts of parts that nobody calls so.
        "Antal | 2025\nKontanthjælp | 50\nJobparate | 20\nAktivitetsparate | 30\nDagpenge | 40\nI alt | 90",
        # The five largest of many.
        "Branche | Antal\nIndustri | 40\nHandel | 30\nByggeri | 20\nI alt | 130",
        # A part that the table leaves out, and few digits that are alike by chance.
        "Mio. kr. | 2026\nAktivering | 62,1\nForsørgelse | 44,5\nSTU | 40,0\nI alt | 186,6",
        "Sted | Antal\nVest | 14\nØst | 18\nI alt | 23",
        # Two lines that nothing ties together.
        "Kr. | 2025 | 2026\nAnsøgt | 100.000 | 200.000\nTilsagn | 90.000 | 150.000\nSamlet ramme | 500.000 | 500.000",
        # Numbers that call things by name.
        "Konto | Tekst | Beløb\n5.48 | Dagpenge | 88,1\n5.57 | Kontanthjælp | 61,0",
    ],
)
def test_what_is_no_sum_is_left_alone(drawing: str) -> None:
    assert flags_of(drawing) == []


def test_shares_that_make_a_hundred_are_not_held_against_counts() -> None:
    drawing = """Alder | Antal | Andel
    18-29 | 112 | 14 pct.
    30-49 | 388 | 49 pct.
    50+ | 291 | 37 pct.
    I alt | 791 | 100 pct."""
    assert flags_of(drawing) == []
    (flag,) = flags_of(drawing.replace("791", "719"))
    assert (flag.stated, flag.computed) == ("719", "791")


def test_table_that_a_page_break_cut_is_added_as_one() -> None:
    whole = tabbed("Kr. | 2025 | 2026\nA | 100 | 200\nB | 30 | 40\nC | 5 | 6\nI alt | 135 | 246").split("\n")
    for cut in range(2, 5):
        plain = "\n".join(whole[:cut]) + "\n\nSide 3 af 9\n\n" + "\n".join(whole[cut:])
        with_header = "\n".join(whole[:cut]) + "\n\n\n\n" + "\n".join([whole[0], *whole[cut:]])
        assert flags_of_text(plain) == []
        assert flags_of_text(with_header) == []


def test_table_in_an_agenda_of_another_form_is_read_too() -> None:
    pipes = "| Kr. | 2025 | 2026 |\n| --- | ---: | ---: |\n| A | 100 | 200 |\n| B | 30 | 40 |\n| I alt | 135 | 240 |"
    (flag,) = flags_of_text(pipes)
    assert (flag.stated, flag.computed) == ("135", "130")
    assert flag.lines[0].first == flag.lines[0].last


def test_flag_points_at_the_row_it_is_about() -> None:
    (flag,) = flags_of("Kr. | 2025 | 2026\nA | 100 | 200\nB | 30 | 40\nI alt | 135 | 240")
    minutes_line = flag.lines[0].first
    assert flag.lines[0].last == minutes_line
