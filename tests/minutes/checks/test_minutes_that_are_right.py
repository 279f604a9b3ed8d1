"""Minutes of a year's ordinary cases, invented and right in every figure, day and number, have no flag at all.

Each of them holds what a check once took for wrong: rates of quarters and of a whole beside those of a part, parts that
were reckoned from shares, earlier years beside a table of now, and much that only looks alike.
"""

# ruff: noqa: E501 (a sentence stands on one line)

from __future__ import annotations

from pathlib import Path

import pytest

from pejl.minutes.checks.known import KnownFiles
from pejl.minutes.checks.run import check
from pejl.minutes.reader import read_bytes

from ..reading import HEAD, item, minutes_of

RIGHT = sorted((Path(__file__).parent / "right").glob("*.txt"))

MARCH = HEAD.replace("d. 03-12-2025", "d. 04-03-2026").replace("03. december 2025", "04. marts 2026")

OUTCOMES = "Ankestyrelsen har afgjort 320 sager. 231 er stadfæstet, 20 er ændret, og 69 er hjemvist."

TABLE_OF_COMPLAINTS = """
	Stadfæstet	Ændret	Hjemvist	I alt
Kontanthjælp	79	6	4	89
Sygedagpenge	65	6	4	75
I alt	144	12	8	164
"""

TABLE_OF_BUDGET = """
Mio. kr.	Korrigeret budget	Forventet forbrug	Mer-/mindreforbrug
Aktivering	145,9	139,8	6,1
Forsørgelse	848,5	852,3	-3,8
I alt	994,4	992,1	2,3
"""

SENTENCES = [
    f"{OUTCOMES} Det svarer til en omgørelsesprocent på 28. I 2024 var omgørelsesprocenten 31, og i 2023 var den 35.",
    f"{OUTCOMES} Omgørelsesprocenten er 28. På landsplan var omgørelsesprocenten 32.",
    f"{OUTCOMES} Omgørelsesprocenten er 28. Uden de 164 sager om ydelser er omgørelsesprocenten 44.",
    f"{OUTCOMES} Fordelt på kvartaler var omgørelsesprocenten 31 i 1. kvartal, 27 i 2. kvartal, 24 i 3. kvartal og 29 i 4. kvartal.",
    "Fordelt på målgrupper er 61 pct. af de jobparate og 55 pct. af de aktivitetsparate tilfredse med forløbet.",
    f"{OUTCOMES} Omgørelsesprocenten for 2. halvår er 26.",
    "Ankestyrelsen har tre udfald: 1) stadfæstelse, 2) ændring eller ophævelse og 3) hjemvisning.\n\nI 2025 blev 88 pct. stadfæstet, 7 pct. ændret og 5 pct. hjemvist.",
    "De 144 stadfæstede afgørelser er 88 pct. af alle. I sager om pension er 3 ud af 14 afgørelser omgjort.",
    f"Vi har haft 320 klager, og omgørelsesprocenten er 28 pct. Udvalgets sager fremgår af tabellen.\n{TABLE_OF_COMPLAINTS}",
    "Der er 31 klagesager, heraf 7 hjemvist og 5 ændret.",
    "Der er 22 ansøgninger, heraf 12 godkendt og 6 afslået.",
    "Der er 129 afgørelser, hvoraf 19 er hjemvist og 5 er ændret.",
    "Mindreforbruget på 5,8 mio. kr. består af 3,2 mio. kr. til forløb, 1,6 mio. kr. til projekter og 1,0 mio. kr. til mentorer. Heraf går 3,2 mio. kr. til kassen, mens de resterende 2,6 mio. kr. overføres.",
    "Af de 90 borgere forventes 45 pct., svarende til 41 borgere, at få ordinære timer.",
    "Der er to statslige puljer. Puljen er på 48,6 mio. kr. og søges i marts.\n\nPuljen er på 36,0 mio. kr. og søges i april.",
    "Puljen er på 36,0 mio. kr. i hele landet.\n\nKommunens andel af puljen er på 0,4 mio. kr.",
    "Af de 967 ledige er 388 i kontakt med a-kassen og 579 i kontakt med kommunen. I Birkelev er 35 pct. i kontakt med a-kassen.",
    "Andelen er 91 pct. mod et mål på 90 pct. Det er 5 procentpoint over hele landet.",
    "Andelen er steget fra 57 pct. til 66 pct. Det er 3 procentpoint over gennemsnittet i hovedstaden.",
    f"Budgettet følges tæt.\n{TABLE_OF_BUDGET}\nPå aktivering var der ved seneste budgetopfølgning et forventet mindreforbrug på 5,2 mio. kr.",
]


@pytest.mark.parametrize("path", RIGHT, ids=lambda path: path.stem)
def test_minutes_of_ordinary_cases(path: Path) -> None:
    minutes = read_bytes(path.name, path.read_bytes())
    assert len(minutes.items) > 4
    assert [(flag.item, flag.rule, flag.sentence) for flag in check(minutes)] == []


def test_they_are_read_whole() -> None:
    documents = [read_bytes(path.name, path.read_bytes()) for path in RIGHT]
    assert all(len(document.unread) == 0 for document in documents)
    assert sum(len(document.items) for document in documents) > 50


@pytest.mark.parametrize("text", SENTENCES)
def test_sentences_that_are_right(text: str) -> None:
    minutes = minutes_of(item(1, body=text))
    assert [flag.sentence for flag in check(minutes)] == []


@pytest.mark.parametrize(
    ("said", "flags"),
    [
        ("Udvalget godkendte projektet 03.12.2025, punkt 1.", ["reference-fate"]),
        ("Projektet (03.12.2025, punkt 1) er endnu ikke godkendt.", []),
        ("Projektet blev trukket 03.12.2025, punkt 1, da tilsagnet ikke blev godkendt i tide.", []),
        ("Projektet var på dagsordenen 03.12.2025, punkt 1, og er senere blevet godkendt.", []),
    ],
)
def test_what_became_of_a_withdrawn_case_afterwards(said: str, flags: list[str]) -> None:
    earlier = minutes_of(item(1, title="Projekt om screening", decision="Sagen blev trukket."))
    later = minutes_of(item(1, title="Projekt om screening", body=said), head=MARCH)
    assert [flag.rule for flag in check(later, KnownFiles([earlier, later]))] == flags
