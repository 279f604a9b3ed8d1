"""Parts of a whole in sentences: told of where the words leave no way out."""

# ruff: noqa: E501 (a sentence and what is wrong with it stand on one line)

from __future__ import annotations

import pytest

from .sentences_said import flags_in

TWINS = [
    ("Ankestyrelsen traf afgørelse i 31 sager. Heraf blev 19 stadfæstet, 7 hjemvist og 5 ændret.", "og 5", "og 4", "31", "30"),
    ("Ankestyrelsen traf afgørelse i 31 sager. Heraf blev 24 stadfæstet og 7 hjemvist.", "og 7", "og 9", "31", "33"),
    ("Der kom 31 deltagere, heraf 12 mænd og 19 kvinder.", "12", "14", "31", "33"),
    ("Af de 20 regler er fem fjernet, 13 forenkles og to fortsætter uændret.", "fem", "seks", "20", "21"),
    ("Af de 4,2 mio. kr. vedrører 2,6 mio. kr. unge og 1,6 mio. kr. voksne.", "1,6", "1,9", "4,2 mio. kr.", "4,5 mio. kr."),
    ("Der er 22 forslag. Heraf skal to til politisk godkendelse, mens de resterende 20 er administrative.", "resterende 20", "resterende 21", "22", "23"),
    ("Puljen er på 900.000 kr. Heraf går 400.000 kr. til løn, og de øvrige 500.000 kr. til drift.", "500.000", "550.000", "900.000 kr.", "950.000 kr."),
    ("Der er afsat 2,5 mio. kr. årligt. Heraf er 0,8 mio. kr. til medicin, 1,4 mio. kr. til tandpleje og 0,3 mio. kr. til flytning.", "0,3", "0,9", "2,5 mio. kr.", "3,1 mio. kr."),
    ("Der er bevilget 900.000 kr., hvoraf 300.000 kr. er brugt.", "300.000", "930.000", "900.000 kr.", "930.000 kr."),
    ("Styrelsen traf 120 afgørelser, hvoraf 77 er stadfæstet, 24 er ændret, og 19 er hjemvist.", "77", "87", "120", "130"),
    ("Der er ca. 400 personer på ydelsen. Heraf er omkring 250 jobparate.", "250", "550", "400", "550"),
    ("Sagen har 14 forslag. Heraf kræver tre en politisk beslutning, mens 11 kan afgøres af forvaltningen.", "11", "14", "14", "17"),
    ("Sagen har 22 forslag. Heraf vedrører to forslag byrådets regler, mens 20 vedrører forvaltningens egne.", "to", "tre", "22", "23"),
    ("Ankestyrelsen traf afgørelse i 31 sager på udvalgets område. 19 sager blev stadfæstet, 7 blev ændret, og fem blev hjemvist.", "fem", "seks", "31", "32"),
    ("Der er truffet 31 afgørelser: 19 er stadfæstet, 7 er ændret og 5 er hjemvist.", "7", "17", "31", "41"),
    ("Styrelsen har behandlet 31 klager. Der blev 26 stadfæstet og 5 omgjort.", "26", "25", "31", "30"),
    ("Der er 131 unge på ydelsen. Heraf er 45 i uddannelse.", "45", "145", "131", "145"),
]  # fmt: skip


@pytest.mark.parametrize("twin", TWINS, ids=lambda twin: twin[0][:40])
def test_parts_that_fit_have_no_flag_and_their_misprinted_twin_has_one(twin: tuple[str, ...]) -> None:
    sentence, right, wrong, stated, computed = twin
    assert sentence.count(right) == 1
    assert flags_in(sentence) == []
    (flag,) = flags_in(sentence.replace(right, wrong))
    assert (flag.rule, flag.stated, flag.computed) == ("sum-parts", stated, computed)


@pytest.mark.parametrize(
    "sentence",
    [
        # Not all are mentioned, or some are mentioned twice.
        "Der er omkring 800 personer på kontanthjælp. Heraf er ca. 550 aktivitetsparate, og 190 modtager den nye sats.",
        "Der er 800 personer på kontanthjælp. Heraf er 550 aktivitetsparate, og 400 modtager den nye sats.",
        "Der er 55 borgere i forløb. Heraf er 19 i job og 21 i uddannelse.",
        "Der er 130 borgere i forløb. Heraf er 45 i job, 30 i uddannelse og 12 på barsel.",
        "Af de 95 unge, der var indskrevet, fik 26 bevilget kørsel.",
        "Der kom 31 deltagere, heraf 19 kvinder.",
        "Styrelsen traf 120 afgørelser, hvoraf 77 er stadfæstet, og 24 er ændret, mens resten er hjemvist.",
        "Styrelsen traf 120 afgørelser. Heraf blev 77 stadfæstet og 24 ændret, mens resten blev hjemvist.",
        "Styrelsen traf 120 afgørelser. Heraf blev 77 stadfæstet, 43 omgjort, 24 ændret og 19 hjemvist.",
        "Der er 40 ledige. Heraf er 12 under 30 år, mens 35 er uden uddannelse.",
        "Styrelsen traf 120 afgørelser. 77 blev stadfæstet, og 24 blev ændret.",
        "Styrelsen traf 120 afgørelser. 12 på udvalgets område blev stadfæstet, 3 blev ændret, og 2 blev hjemvist.",
        "Der var 120 sager. 77 blev stadfæstet, 24 ændret og 12 hjemvist, mens resten blev afvist.",
        "Der kom 120 klager. I 2025 blev 77 stadfæstet, 24 ændret og 12 hjemvist.",
        "Af 20 borgere er 12 i arbejde, mens 14 modtager støtte.",
        # Told roughly, or open to one side.
        "Der er mere end 400 personer på ydelsen. Heraf er 550 jobparate.",
        "Der er godt 400 personer på ydelsen. Heraf er op til 550 jobparate.",
        "Der er omkring 400 personer på ydelsen. Heraf er ca. 420 jobparate.",
        "Der er ca. 400 personer på ydelsen mod 300 i 2024. Heraf er ca. 390 jobparate.",
        "Der er ca. 40 deltagere. Heraf har 35 lavet 90 aftaler.",
        # A part that names its own whole, another year, another unit, another matter.
        "Styrelsen afgjorde 95 klager. 16 af dem blev ændret. Omgørelsesprocenten er 17 mod 21 året før.",
        "Styrelsen afgjorde 95 klager. Heraf blev 17 ændret mod 121 året før.",
        "Puljen er på 5 mio. kr., heraf 2 mio. kr. til ledelse, og 4 mio. kr. til drift.",
        "Der er 31 sager. Heraf er 40 pct. nye.",
        "Der er 31 sager. Heraf er tre mere end 60 dage gamle.",
        "Der er 22 forslag. Heraf er mindst 30 pct. færdige.",
        "Projektet varer tre år. Heraf går de første 14 måneder med udvikling.",
        "Der er afsat 10 mio. kr. Heraf er 7 mio. kr. afsat til unge og 2 mio. kr. til voksne.",
        "Der er 31 ledige, heraf 12 unge under 30 år og 25 uden uddannelse.",
        "De 43 kommuner har spurgt 33.000 borgere.",
    ],
)
def test_list_that_need_not_be_whole_is_left_alone(sentence: str) -> None:
    assert flags_in(sentence) == []
