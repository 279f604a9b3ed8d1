"""The same amount in two places: text and text, text and table, recommendation and case."""

# ruff: noqa: E501 (a sentence and what is wrong with it stand on one line)

from __future__ import annotations

import pytest

from pejl.minutes.checks.sums import ITEM_CHECKS

from ...reading import HEAD, minutes_of
from .sentences_said import flags_in

GRANT = """Kommunen har fået tilsagn om 4.559.594 kr. Pengene bruges til løn.

\t2025\t2026\t2027\tI alt
Lønudgifter\t455.959\t2.051.817\t2.051.818\t4.559.594
Indtægter\t\t2.279.797\t2.279.797\t4.559.594"""

BUDGET = """Aktiveringsrammen har et vedtaget budget på 147,1 mio. kr. og et forventet forbrug på 146,6 mio. kr. Samlet ventes et forbrug på 960,8 mio. kr.

På forsørgelsesrammen er der et forventet mindreforbrug på 3,1 mio. kr. i forhold til vedtaget budget.

Mio. kr.\tVedtaget budget\tForventet forbrug\tAfvigelse: Vedtaget budget
Aktivering\t147,1\t146,6\t0,5
Forsørgelse\t817,3\t814,2\t3,1
I alt\t964,4\t960,8\t3,6"""


def with_recommendation(clauses: list[str], body: str) -> str:
    numbered = "\n".join(f"{number}. at {clause}," for number, clause in enumerate(clauses, start=1))
    return (
        f"Punkt 1: Sag\n\n25-1-15.00.00-P20\n\nIndstilling\n\nForvaltningen indstiller,\n\n{numbered}\n\n"
        f"Beslutning\n\nAnbefales.\n\nGennemgang af sagen\n\n{body}"
    )


@pytest.mark.parametrize(
    ("text", "right", "wrong", "stated", "rounding"),
    [
        # A krone or some øre between two places.
        (GRANT, "2.051.818\t4.559.594", "2.051.817\t4.559.593", "4.559.593 kr.", True),
        ("Der er søgt 3.832.669 kr. fra puljen.\n\nDe 3.832.669 kr. bruges til løn.", "De 3.832.669", "De 3.832.668", "3.832.668 kr.", True),
        ("Tilsagnet er på 4.559.593,73 kr.\n\nBeløbet på 4.559.594 kr. bruges til løn.", "4.559.594 kr.", "4.559.593 kr.", "4.559.593 kr.", True),
        # A slip of the hand.
        ("Der er søgt 3.832.669 kr. fra puljen.\n\nDe 3.832.669 kr. bruges til løn.", "De 3.832.669", "De 3.823.669", "3.823.669 kr.", False),
        (GRANT, "tilsagn om 4.559.594", "tilsagn om 4.558.594", "4.558.594 kr.", False),
    ],
)  # fmt: skip
def test_exact_amount_told_in_two_ways_is_one_flag(
    text: str, right: str, wrong: str, stated: str, rounding: bool
) -> None:
    assert text.count(right) == 1
    assert flags_in(text) == []
    (flag,) = flags_in(text.replace(right, wrong))
    assert (flag.rule, flag.stated, flag.rounding) == ("sum-restated", stated, rounding)


@pytest.mark.parametrize(
    "text",
    [
        # Years of a table differ by a krone, and the text names one of them.
        "Udgiften er 2.051.817 kr. i 2026.\n\nKr.\t2026\t2027\tI alt\nLøn\t2.051.817\t2.051.818\t4.103.635\nMad\t10\t10\t20",
        # Rates of one law, which happen to be alike.
        "En borger fik før 16.873 kr. Reduktionen er 7.300 kr.\n\nEn anden fik 16.972 kr. Reduktionen er 7.219 kr.",
        # Round amounts differ in few digits.
        "Der er 1.250.000 kr. til løn.\n\nDer er 1.350.000 kr. til drift.",
        # The text rounds what the table has in full.
        "Der er givet 4,6 mio. kr. i alt, jf. tabellen.\n\nKr.\t2026\t2027\tI alt\nLøn\t2.000.000\t2.559.594\t4.559.594\nMad\t1\t2\t3",
        BUDGET,
    ],
)
def test_amounts_that_are_not_the_same_are_left_alone(text: str) -> None:
    assert flags_in(text) == []


@pytest.mark.parametrize(
    ("right", "wrong", "stated", "computed"),
    [
        ("budget på 147,1", "budget på 141,7", "141,7 mio. kr.", "147,1 mio. kr."),
        ("forbrug på 146,6", "forbrug på 164,6", "164,6 mio. kr.", "146,6 mio. kr."),
        ("forbrug på 960,8", "forbrug på 968,0", "968,0 mio. kr.", "960,8 mio. kr."),
        ("mindreforbrug på 3,1", "mindreforbrug på 3,7", "3,7 mio. kr.", "3,1 mio. kr."),
    ],
)
def test_text_that_differs_from_the_cell_it_points_at_is_told_of(
    right: str, wrong: str, stated: str, computed: str
) -> None:
    (flag,) = flags_in(BUDGET.replace(right, wrong))
    assert (flag.rule, flag.stated, flag.computed) == ("sum-beside-table", stated, computed)
    assert len(flag.lines) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "Det bemærkes, at der under forsørgelsesrammen ventes et merforbrug på førtidspension på 25,2 mio. kr.",
        "På aktiveringsrammen er der flyttet 5,5 mio. kr. fra sidste år.",
        "På aktiveringsrammen var det vedtagne budget i 2019 på 141,7 mio. kr. og i 2020 på 144,0 mio. kr.",
        "Aktivering og forsørgelse har tilsammen et forventet forbrug på 999,0 mio. kr. over tre år.",
        "På aktiveringsrammen ventes et forbrug på ca. 150 mio. kr.",
    ],
)  # fmt: skip
def test_sentence_about_something_else_is_not_held_against_the_table(sentence: str) -> None:
    table = BUDGET.split("\n\n")[-1].replace("budget\t", "budget 2026\t").replace("forbrug\t", "forbrug 2026\t")
    assert flags_in(f"{sentence}\n\n{table}") == []


def test_total_that_the_text_takes_from_the_table_is_held_against_it() -> None:
    text = "Udgiften er i alt 3.250.000 kr., jf. tabellen nedenfor.\n\nKr.\t2025\t2026\tI alt\nLøn\t1.500.000\t1.000.000\t2.500.000\nDrift\t500.000\t250.000\t750.000\nI alt\t2.000.000\t1.250.000\t3.250.000"
    assert flags_in(text) == []
    (flag,) = flags_in(text.replace("i alt 3.250.000", "i alt 3.520.000"))
    assert (flag.rule, flag.stated, flag.computed) == ("sum-beside-table", "3.520.000 kr.", "3.250.000 kr.")


TABLE = "\n\nKr.\t2026\t2027\tI alt\nLøn\t640.100\t1.385.500\t2.025.600\nMad\t10\t10\t20"


@pytest.mark.parametrize(
    ("clauses", "body", "right", "wrong"),
    [
        (["der gives en udgiftsbevilling på 640.000 kr. i 2026"], "Der søges en udgiftsbevilling på 640.000 kr. i 2026.", "søges en udgiftsbevilling på 640.000", "søges en udgiftsbevilling på 460.000"),
        (
            ["Økonomiudvalget får en tillægsbevilling på 5,4 mio. kr. i 2026", "Beskæftigelsesudvalget får en tillægsbevilling på 4,6 mio. kr. i 2026"],
            "Puljerne fordeles med henholdsvis 5,4 mio. kr. til Økonomiudvalget og 4,6 mio. kr. til Beskæftigelsesudvalget.",
            "henholdsvis 5,4 mio. kr. til Økonomiudvalget og 4,6", "henholdsvis 4,6 mio. kr. til Økonomiudvalget og 5,4",
        ),
        (
            ["Økonomiudvalget får en tillægsbevilling på 1,6 mio. kr. i 2026 til løn", "Beskæftigelsesudvalget får en tillægsbevilling på 2,6 mio. kr. i 2026"],
            "Af reserven vedrører 2,6 mio. kr. indsatser under Beskæftigelsesudvalget og 1,6 mio. kr. løn under Økonomiudvalget.",
            "vedrører 2,6", "vedrører 2,9",
        ),
        (
            ["Økonomiudvalget får en tillægsbevilling på 5,4 mil. kr. i 2026", "Beskæftigelses- og Kulturudvalget får en tillægsbevilling på 4,6 mio. kr. i 2026"],
            "Der gives henholdsvis 5,4 mio. kr. til Økonomiudvalget og 4,6 mio. kr. til Beskæftigelsesudvalget.",
            "på 5,4 mil.", "på 5,6 mil.",
        ),
        (["der gives en tillægsbevilling på 5,6 mio. kr. i 2026"], "Forvaltningen søger om en tillægsbevilling på 5,6 mio. kr. til indsatsen.", "5,6 mio. kr. i", "5,4 mio. kr. i"),
        (["der gives en udgiftsbevilling på 640.100 kr. i 2026"], "Udgiften fremgår af tabellen." + TABLE, "640.100 kr. i 2026", "640.100 kr. i 2027"),
    ],
)  # fmt: skip
def test_recommendation_that_says_otherwise_than_the_case_is_told_of(
    clauses: list[str], body: str, right: str, wrong: str
) -> None:
    whole = with_recommendation(clauses, body)
    assert whole.count(right) == 1
    assert _flags(whole) == []
    assert _flags(whole.replace(right, wrong)) == ["sum-clause"]


@pytest.mark.parametrize(
    ("clauses", "body"),
    [
        (["der gives en tillægsbevilling på 640.000 kr. i 2026"], "I foråret fik udvalget en tillægsbevilling på 900.000 kr. i 2026."),
        (["der gives en tillægsbevilling på 640.000 kr. i 2026"], "Udvalget fik en tillægsbevilling på 900.000 kr. i 2025."),
        (["der gives en tillægsbevilling på 1,6 mio. kr. i 2026 til løn", "der gives en tillægsbevilling på 2,6 mio. kr. i 2026"], "I alt søges en tillægsbevilling på 4,2 mio. kr. i 2026."),
        (["der gives en tillægsbevilling på 0,6 mio. kr. i 2026"], "Der søges en tillægsbevilling på 640.000 kr. i 2026."),
        (["der gives en tillægsbevilling på 5,6 mio. kr. i 2026"], "Over hele perioden søges en tillægsbevilling på 6,4 mio. kr."),
        (["der gives en tillægsbevilling på 5,6 mio. kr. i 2026"], "Der er også behov for en tillægsbevilling på 1,2 mio. kr. til ledelse."),
        (["der gives en anlægsbevilling på 640.000 kr. i 2026"], "Der er en tillægsbevilling på 900.000 kr. i 2026."),
    ],
)  # fmt: skip
def test_other_appropriations_of_the_case_are_left_alone(clauses: list[str], body: str) -> None:
    assert _flags(with_recommendation(clauses, body)) == []


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Puljen på 5,6 mio. kr. går til virksomheder. Puljen på 5,6 mio. kr. rækker et år.", "Puljen på 5,6 mio. kr. r", "Puljen på 6,5 mio. kr. r"),
        ("Der er afsat en pulje til frikort på 2,4 mio. kr.\n\nForvaltningen foreslår, at puljen til frikort på 2,4 mio. kr. deles.", "puljen til frikort på 2,4", "puljen til frikort på 2,6"),
        ("Der ventes et merforbrug på førtidspension på 25,2 mio. kr.\n\nMerforbruget på førtidspension på 25,2 mio. kr. skyldes flere tilkendelser.", "Merforbruget på førtidspension på 25,2", "Merforbruget på førtidspension på 22,5"),
    ],
)  # fmt: skip
def test_named_amount_with_two_values_is_told_of(text: str, right: str, wrong: str) -> None:
    assert text.count(right) == 1
    assert flags_in(text) == []
    assert [flag.rule for flag in flags_in(text.replace(right, wrong))] == ["sum-named"]


@pytest.mark.parametrize(
    "text",
    [
        "Puljen til frikort på 2,4 mio. kr. og puljen til kørsel på 2,6 mio. kr. deles.",
        "Puljen på 2,4 mio. kr. er brugt. Der oprettes en pulje på 2,6 mio. kr. til kørsel.",
        "Puljen på 2,4 mio. kr. i 2026 følges af puljen på 2,6 mio. kr. i 2027.\n\nPuljen på 2,8 mio. kr. i 2028 er ikke delt.",
        "Der er et merforbrug på førtidspension på 25,2 mio. kr. i forhold til vedtaget budget.\n\nMerforbruget på førtidspension på 22,5 mio. kr. er i forhold til det korrigerede budget, der er ændret.",
        "Den tidligere pulje på 2,4 mio. kr. er brugt. Puljen på 2,6 mio. kr. er ny.",
        "Merforbruget på 2,4 mio. kr. er ventet. Merforbruget på 2,6 mio. kr. er ikke.",
        "Puljen på 2,4 mio. kr. er brugt. Puljen på ca. 2,5 mio. kr. rakte ikke.",
    ],
)  # fmt: skip
def test_named_amounts_of_different_things_are_left_alone(text: str) -> None:
    assert flags_in(text) == []


def _flags(whole: str) -> list[str]:
    minutes = minutes_of(whole, head=HEAD)
    return [flag.rule for check in ITEM_CHECKS for flag in check(minutes, minutes.items[0])]


def test_what_one_rule_has_told_of_another_does_not_tell_again() -> None:
    text = "Der er 1.832.669 kr. til løn og 2.000.000 kr. til drift, i alt 3.823.669 kr.\n\nDe 3.832.669 kr. er fra puljen."
    assert [flag.rule for flag in flags_in(text)] == ["sum-total"]


YEARS = """Udgiften er 640.000 kr. i 2026, 1.385.500 kr. i 2027 og 724.500 kr. i 2028. Kommunen søger 2.750.000 kr. i alt.

Kr.\t2026\t2027\t2028\tI alt
Udgift\t640.000\t1.385.500\t724.500\t2.750.000
Indtægt fra staten\t640.000\t1.385.500\t724.500\t2.750.000
Kommunens andel\t0\t0\t0\t0
I alt\t0\t0\t0\t0"""


@pytest.mark.parametrize(
    ("right", "wrong", "rule"),
    [("er 640.000", "er 840.000", "sum-year"), ("og 724.500", "og 742.500", "sum-year"), ("søger 2.750.000", "søger 2.570.000", "sum-beside-table")],
)  # fmt: skip
def test_year_or_total_that_the_table_tells_otherwise_is_told_of(right: str, wrong: str, rule: str) -> None:
    table = YEARS.rsplit("\n", 3)[0]
    assert flags_in(table) == []
    (flag,) = flags_in(table.replace(right, wrong))
    assert flag.rule == rule


def test_clause_that_differs_from_its_year_while_the_others_agree_is_told_of() -> None:
    clauses = [
        "der gives en udgiftsbevilling på 640.000 kr. i 2026",
        "1.385.500 kr. i 2027 og 724.500 kr. i 2028 indarbejdes i budgettet",
    ]
    table = YEARS.split("\n\n")[1]
    assert _flags(with_recommendation(clauses, table)) == []
    assert _flags(with_recommendation([clauses[0].replace("640", "460"), clauses[1]], table)) == ["sum-year"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Udgiften er 500.000 kr. i 2026 og 900.000 kr. i 2027.",
        "Puljen på landsplan er på 3.750.000 kr. i alt.",
        "Udgiften er 640.000 kr. i 2026 og 1,4 mio. kr. i 2027.",
        "Udgiften er 640.000 kr. i 2026, og der er brugt 90.000 kr. i 2025.",
    ],
)
def test_other_years_and_other_totals_are_left_alone(sentence: str) -> None:
    assert flags_in(f"{sentence}\n\n{YEARS.split(chr(10) * 2)[1]}") == []


COMPLAINTS = """Tabellen viser, at Ankestyrelsen i alt har afgjort 81 klager, og at 17 er ændret eller hjemvist.

Lovområde\tStadfæstet\tÆndret\tHjemvist\tI alt
Sygedagpenge\t34\t3\t6\t43
Aktiv socialpolitik\t30\t3\t5\t38
I alt\t64\t6\t11\t81"""


def test_count_that_the_text_takes_from_the_table_is_held_against_it() -> None:
    assert flags_in(COMPLAINTS) == []
    (flag,) = flags_in(COMPLAINTS.replace("afgjort 81", "afgjort 83"))
    assert (flag.rule, flag.stated, flag.computed) == ("sum-beside-table", "83", "81")
    assert flags_in(COMPLAINTS.replace("Tabellen viser, at", "").replace("afgjort 81", "afgjort 83")) == []
