"""A share of which the text names part and whole: what fits has no flag, its misprinted twin has one."""

# ruff: noqa: E501 (a sentence and what is wrong with it stand on one line)

from __future__ import annotations

import pytest

from pejl.minutes.checks.flag import Certainty

from .shares_said import flags_in, told

TWINS = [
    # The part names its whole.
    ("20 af 164 afgørelser blev omgjort, svarende til 12,2 pct.", "12,2", "15,2", "15,2 pct.", "12,2 pct."),
    ("20 ud af 164 afgørelser er ændret eller hjemvist (12 pct.).", "12 pct", "21 pct", "21 pct.", "12,2 pct."),
    ("446 af 1.240 adspurgte borgere svarede, hvilket er 36 pct.", "446", "546", "36 pct.", "44 pct."),
    ("446 af 1.240 adspurgte borgere har svaret på undersøgelsen i foråret. Det er 36 pct.", "36", "46", "46 pct.", "36 pct."),
    ("413 af 1.180 adspurgte borgere i Fjordby Kommune har svaret på undersøgelsen. Svarprocenten er 35.", "er 35", "er 53", "53 pct.", "35 pct."),
    ("I 36 af de 71 sager (51 pct.) mangler der en begrundelse.", "71", "91", "51 pct.", "39,6 pct."),
    ("36 af kommunens 71 elever på STU får kørsel, dvs. 51 pct.", "51", "61", "61 pct.", "50,7 pct."),
    ("Tre af de ti gennemgåede sager, svarende til 30 pct., havde ikke et tilbud.", "Tre", "Fire", "30 pct.", "40 pct."),
    ("Der var fejl i 12 ud af i alt 40 sager, hvilket svarer til 30 procent.", "12", "21", "30 procent", "52,5 pct."),
    ("Kommunen har 71 elever på STU, og 36 af dem fik bevilget kørsel i kortere eller længere tid. Det svarer til 51 pct.", "51", "15", "15 pct.", "50,7 pct."),
    ("117 af de 118 borgere fik første samtale til tiden, altså 99 pct.", "99", "89", "89 pct.", "99,2 pct."),
    ("Kommunen fik medhold i 144 ud af 164 sager, hvilket giver en stadfæstelsesprocent på 88.", "88", "78", "78 pct.", "87,8 pct."),
    ("Det betyder, at 21 af de 48 borgere – eller 44 pct. – er kommet i job.", "44", "54", "54 pct.", "43,8 pct."),
    ("748 borgere har besvaret skemaet ud af 2.137 inviterede. Det giver en svarprocent på 35.", "35", "45", "45 pct.", "35 pct."),
    ("Styrelsen har stadfæstet 144 (88 pct.) af de 164 afgørelser.", "88", "78", "78 pct.", "87,8 pct."),
    ("Kun 26 ud af 95 unge – godt en fjerdedel – fik bevilget kørsel.", "26", "46", "godt en fjerdedel", "48,4 pct."),
    ("I alt 44 ud af 110 borgere, svarende til 40 pct., gennemførte. Heraf er 22 kommet i job (50 pct.).", "50", "60", "60 pct.", "50 pct."),
    # The percentage comes first.
    ("Svarprocenten var 35 pct. (748 ud af 2.137).", "35", "45", "45 pct.", "35 pct."),
    ("Omgørelsesprocenten er 12 pct., idet 20 ud af 164 sager er omgjort.", "12", "15", "15 pct.", "12,2 pct."),
    ("Rettidigheden er 85 pct. (552 rettidige samtaler ud af 650).", "85", "92", "92 pct.", "84,9 pct."),
    ("Hver sjette borger (16 ud af 95) fik bevilget kørsel.", "16 ud", "36 ud", "hver sjette", "37,9 pct."),
    ("Andelen af unge under 30 år er 24 pct., svarende til 102 af de 423 ledige.", "24", "17", "17 pct.", "24,1 pct."),
    ("Forbruget er 24 pct. af budgettet på 47,2 mio. kr., svarende til 11,3 mio. kr.", "24", "42", "42 pct.", "23,9 pct."),
    ("51 pct. (36 af de 71 elever) får kørsel.", "51", "55", "55 pct.", "50,7 pct."),
    ("51 pct. af de 71 elever, svarende til 36 elever, får kørsel.", "36", "46", "51 pct.", "64,8 pct."),
    ("12 pct. af sagerne, svarende til 20 af 164, blev omgjort.", "20", "30", "12 pct.", "18,3 pct."),
    ("I 12 pct. (20 ud af 164) af sagerne blev afgørelsen omgjort.", "164", "64", "12 pct.", "31,3 pct."),
    # The whole opens the sentence.
    ("Af de 71 elever fik 36 bevilget kørsel, svarende til 51 pct.", "71", "171", "51 pct.", "21,1 pct."),
    ("Af de 95 unge, der var indskrevet, fik 26 (27 pct.) bevilget kørsel.", "27", "37", "37 pct.", "27,4 pct."),
    ("Ud af 250 henviste borgere er 190 startet i forløbet (76 pct.).", "190", "160", "76 pct.", "64 pct."),
    ("Blandt de 84 deltagere kom 38 i job eller uddannelse, hvilket svarer til 45 pct.", "38", "48", "45 pct.", "57,1 pct."),
    ("Af 1.180 udsendte skemaer er 413 besvaret, svarende til en svarprocent på 35.", "35", "38", "38 pct.", "35 pct."),
    # "Heraf" and its like.
    ("Der er 131 unge i målgruppen, heraf 45 (34 pct.) under 25 år.", "34", "43", "43 pct.", "34,4 pct."),
    ("Der er 131 unge i målgruppen. Heraf er 45 under 25 år, svarende til 34 pct.", "45", "54", "34 pct.", "41,2 pct."),
    ("Kommunen afgjorde 1.205 ansøgninger, hvoraf 458, svarende til 38 pct., fik afslag.", "458", "558", "38 pct.", "46,3 pct."),
    ("Der er truffet 164 afgørelser: 144 er stadfæstet (88 pct.), 12 er ændret (7 pct.) og 8 er hjemvist (5 pct.).", "(7", "(9", "9 pct.", "7,3 pct."),
    ("De 164 afgørelser fordeler sig på 144 stadfæstede (88 pct.), 12 ændrede (7 pct.) og 8 hjemviste (5 pct.).", "8 hjemviste (5", "8 hjemviste (8", "8 pct.", "4,9 pct."),
    ("Af 164 afgørelser er 12 ændret og 8 hjemvist, svarende til 12 pct.", "til 12", "til 22", "22 pct.", "12,2 pct."),
    ("Af de 164 afgørelser er 144, 12 og 8 henholdsvis stadfæstet, ændret og hjemvist, svarende til henholdsvis 88, 7 og 5 pct.", "5 pct", "9 pct", "9 pct.", "4,9 pct."),
    # People who were asked, and a count of the same named before.
    ("Spørgeskemaet blev sendt til 1.240 borgere. 446 svarede, hvilket giver en svarprocent på 36 pct.", "36", "63", "63 pct.", "36 pct."),
    ("Ankestyrelsen traf 164 afgørelser. 20 afgørelser blev ændret eller hjemvist, svarende til 12 pct.", "til 12", "til 21", "21 pct.", "12,2 pct."),
    ("Der er gennemgået 40 sager. I 7 sager er der fundet fejl. Fejlprocenten er dermed 17,5.", "17,5", "27,5", "27,5 pct.", "17,5 pct."),
    # Number words, fractions in words.
    ("Fem af de ti borgere, svarende til halvdelen, havde ikke et tilbud.", "Fem", "Tre", "halvdelen", "30 pct."),
    ("24 af de 71 elever, dvs. en tredjedel, bruger rejsekort.", "24", "34", "en tredjedel", "47,9 pct."),
    ("34 af de 131 unge, svarende til hver fjerde, er i uddannelse.", "34", "64", "hver fjerde", "48,9 pct."),
    # Money.
    ("Besparelsen på 0,24 mio. kr. svarer til 0,5 pct. af servicerammen på 47,2 mio. kr.", "0,5", "5", "5 pct.", "0,5 pct."),
    ("Der er et merforbrug på 2,5 mio. kr., svarende til 4 pct. af det korrigerede budget på 63,0 mio. kr.", "63,0", "36,0", "4 pct.", "6,9 pct."),
    ("Af puljen er 300.000 kr. ud af 900.000 kr. brugt (33 pct.).", "33", "43", "43 pct.", "33,3 pct."),
    ("Lønnen udgør 400.000 kr. af det samlede budget på 900.000 kr. (44 pct.).", "44", "54", "54 pct.", "44,4 pct."),
    ("Af budgettet på 10 mio. kr. er 7,2 mio. kr. brugt, svarende til 72 pct.", "72", "52", "52 pct.", "72 pct."),
    ("Af puljens 3.832.669 kr. går 2.299.601 kr. til løn (60 pct.).", "(60", "(70", "70 pct.", "60 pct."),
    ("Udgiften er 1,25 mio. kr., heraf taxa 612.000 kr. (49 pct.) og minibus 528.000 kr. (42 pct.).", "49", "59", "59 pct.", "49 pct."),
    ("Ansøgningen er imødekommet med 4.559.593 kr. af de ansøgte 7.986.471 kr., dvs. 57 pct.", "57", "75", "75 pct.", "57,1 pct."),
    # Words that blur.
    ("Ca. 550 af omkring 800 borgere er aktivitetsparate, svarende til knap 70 pct.", "70", "90", "knap 90 pct.", "68,8 pct."),
    ("36 af de 71 elever får kørsel, altså lidt over halvdelen.", "36", "26", "lidt over halvdelen", "36,6 pct."),
    ("79 af de 96 borgere, dvs. mere end 80 pct., har fået to samtaler.", "79", "69", "mere end 80 pct.", "71,9 pct."),
    ("19 af 164 sager er hjemvist, hvilket er under 20 pct.", "19", "49", "under 20 pct.", "29,9 pct."),
]  # fmt: skip


@pytest.mark.parametrize("twin", TWINS, ids=lambda twin: twin[0][:50])
def test_share_that_fits_has_no_flag_and_its_misprinted_twin_has_one(twin: tuple[str, ...]) -> None:
    sentence, right, wrong, stated, computed = twin
    assert sentence.count(right) == 1, "the twin must change one place only"
    assert told(sentence) == []
    (flag,) = flags_in(sentence.replace(right, wrong))
    assert (flag.rule, flag.stated, flag.computed) == ("share-percent", stated, computed)


def test_flag_says_what_follows_and_what_the_text_says() -> None:
    (flag,) = flags_in("20 af 164 afgørelser blev omgjort (15 pct.).")
    assert flag.sentence == "Tjek dette: 20 af 164 afgørelser er 12,2 pct., men teksten siger 15 pct."
    assert (flag.certainty, flag.rounding) == (Certainty.CERTAIN, False)


def test_whole_that_must_be_looked_for_makes_the_flag_less_sure() -> None:
    (flag,) = flags_in("Af de 71 elever fik 36 bevilget kørsel, svarende til 15 pct.")
    assert flag.certainty is Certainty.LIKELY


def test_percentage_rounded_the_wrong_way_is_told_apart() -> None:
    (flag,) = flags_in("21 af 164 afgørelser blev omgjort (12 pct.).")
    assert flag.rounding and flag.certainty is Certainty.POSSIBLE
    assert flag.sentence.endswith("men teksten siger 12 pct. Forskellen er ikke større end en afrunding.")


def test_percentages_adjusted_to_a_hundred_are_no_fault() -> None:
    assert told("Der er 3 forslag: 1 er vedtaget (33 pct.), 1 er udsat (34 pct.) og 1 er forkastet (33 pct.).") == []


def test_lines_of_both_paragraphs_are_told_when_the_share_stands_in_the_next() -> None:
    (flag,) = flags_in("36 af de 71 elever på STU fik bevilget kørsel i 2024.\n\nDet svarer til 61 pct.")
    assert len(flag.lines) == 2


LEFT_ALONE = [
    # The whole is not in the text, or is another than the one named.
    "Svarprocenten er 35 pct. svarende til 748 borgere.",
    "Næsten 34.000 borgere har svaret, hvilket svarer til 38,8 pct. af alle borgere i stikprøven.",
    "Der er brugt 1,23 mio. kr. på kørsel. Det svarer til knap 7 pct. af de samlede udgifter til STU.",
    "Af de 95 unge fik 26 bevilget kørsel, svarende til 5 pct. af alle unge i kommunen.",
    "Af de 95 unge fik 26 bevilget kørsel, svarende til 60 pct. af udgiften.",
    "Kommunerne fik 148.000 underretninger om 82.000 børn. Det svarer til ca. 7 pct. af de 0-17-årige.",
    "Finansieringsforslagene svarer til ca. 0,5 pct. af servicerammen, hvilket er 0,2 mio. kr. om året.",
    "De 38 borgere i job eller uddannelse udgør 45 pct.",
    # Another year, another place, an aim.
    "Af de 71 elever fik 36 (51 pct.) bevilget kørsel mod 31 elever (47 pct.) i 2023.",
    "458 af 1.205 adspurgte svarede, hvilket er 38 pct. mod 36 pct. året før.",
    "I 2024 kom 36 af 84 borgere i job (43 pct.), mens det i 2023 var 31 ud af 80 (39 pct.).",
    "Målet er, at 80 pct. af de 600 ledige skal have et tilbud. I juni var det 372, eller 62 pct.",
    "Af de 71 elever fik 36 bevilget kørsel. På landsplan er det 42 pct.",
    # A distance, not a share.
    "Af de 300 ledige er 120 unge – 25 pct. flere end sidste år – i målgruppen.",
    "Af budgettet på 47,2 mio. kr. er 30,1 mio. kr. afsat til STU, svarende til 12 pct. mere end i 2024.",
    "Af de 71 elever fik 36 bevilget kørsel, svarende til 12 pct. flere end sidste år.",
    "Der kom 697 ansøgninger. Det er 80 færre - hvilket svarer til 10 pct. færre - end året før.",
    "Antallet faldt med 3.300 til 92.700 i juni. Det svarer til et fald på 3,4 pct. i forhold til marts.",
    "Der kom 75.019 henvendelser, og det er en stigning på 4.627 i forhold til 2017, svarende til 7 procent.",
    # Another subject takes over.
    "Af de 95 unge fik 26 bevilget kørsel, mens hovedparten, svarende til 60 pct., selv stod for den.",
    "Af de 250 deltagere er 60 pct. kvinder, 40 pct. er mænd, og 35 pct. er under 30 år.",
    "20 af 164 sager er omgjort. Det er 29 pct. på landsplan.",
    "20 af 164 sager er omgjort, hvilket er lavere end landsgennemsnittet på 29 pct.",
    "Der er 600 ledige. Af dem er 372 (62 pct.) indkaldt inden for 26 uger, og 80 pct. er målet.",
    # A rate of its own.
    "Udgiften er 5,4 mio. kr., heraf 2,1 mio. kr. i statsrefusion (50 pct.).",
    "I 2026 er der 100 pct. refusion af 2 mio. kr., svarende til 1,5 mio. kr. efter loft.",
    "Der er ansat 3 medarbejdere, heraf 1 på deltid (50 pct.).",
    "Der er 12 elever med højt fravær, heraf 2 elever med fravær over grænsen (over 25 pct.).",
    "Sygefraværet er 5,2 pct., svarende til 12 dage pr. medarbejder.",
    "Tilfredsheden er 3,4 ud af 5 (61 pct. er tilfredse).",
    "Kun 1 ud af 5 (18 pct.) kender tilbuddet.",
    # A part of a part.
    "Der er 24 pladser på 30 botilbud, heraf er 18 (75 pct.) i brug.",
    "Af de 250 borgere har 190 svaret, og 76 pct. af dem er tilfredse (144).",
    "Af de 164 afgørelser er 20 omgjort, heraf 12 ændret og 8 hjemvist. Omgørelsesprocenten er 12 pct.",
    "Gruppen er på 320 borgere (4 pct. af arbejdsstyrken), og heraf er 120 (38 pct.) under 30 år.",
    "Der er 164 afgørelser, hvoraf 20 er omgjort, heraf 12 ændret (60 pct.) og 8 hjemvist (40 pct.).",
    "Kommunen har 12 skoler med i alt 5.600 elever, heraf går 840 elever (15 pct.) i specialklasse.",
    # Rounded figures.
    "Under 7.000 af 85.300 børn, dvs. 8 pct., er omfattet.",
    "26.400 klager kom ind, og ca. 24.000 af dem, svarende til 91 pct., blev behandlet.",
    "I alt 1.150 fuldtidspersoner af 12.400 fuldtidspersoner, svarende til 9,3 pct., er på ydelsen.",
    # "Af" that is no part.
    "20 sager blev behandlet af 3 medarbejdere (15 pct. af staben).",
    "Der er ansat 4 af 12 måneders varighed, svarende til 40 pct. af normeringen.",
    "Undersøgelsen viser, at 61 pct. af borgerne i 43 kommuner er tilfredse.",
    "Andelen var 94 pct. af 3.214 forløb, og 26 uger er grænsen.",
]  # fmt: skip


@pytest.mark.parametrize("sentence", LEFT_ALONE)
def test_share_that_may_be_of_something_else_is_left_alone(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "stated", "computed"),
    [
        ("22 af de 20 sager er afgjort.", "22", "højst 20"),
        ("Forvaltningen har holdt samtale med 58 ud af 55 borgere.", "58", "højst 55"),
    ],
)
def test_part_larger_than_its_whole_is_flagged(sentence: str, stated: str, computed: str) -> None:
    assert told(sentence) == [("share-part", stated, computed)]


@pytest.mark.parametrize(
    "sentence", ["10 elever blev hjulpet af 3 lærere.", "Ca. 55 ud af 55 borgere.", "55 af de 55."]
)
def test_part_no_larger_than_its_whole_is_not(sentence: str) -> None:
    assert told(sentence) == []
