"""What clauses ask for: amount, years, body, frame, financing and whose money it is."""

# ruff: noqa: E501 (a clause and what it asks for stand on one line)

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from patience import examples
from pejl.calendar.numbers import danish_amount
from pejl.minutes.appropriations.appropriation import Appropriation
from pejl.minutes.appropriations.find import find_appropriations

from ..reading import minutes_of


def asked(
    *clauses: str, decision: str = "Anbefales.", body: str = "Teksten.", closed: bool = False
) -> list[Appropriation]:
    """What an item with these clauses asks for."""
    numbered = "\n".join(f"{number}. at {clause}," for number, clause in enumerate(clauses, start=1))
    title = "Punkt 1: Lukket: Sag" if closed else "Punkt 1: Sag"
    text = f"{title}\n\n25-1-15.00.00-P20\n\nIndstilling\n\nForvaltningen indstiller,\n\n{numbered}\n\nBeslutning\n\n{decision}\n\nGennemgang af sagen\n\n{body}"
    return find_appropriations(minutes_of(text))


CASES: list[tuple[str, dict[str, Any]]] = [
    ("der gives en udgiftsbevilling på 640.000 kr. i 2026, som finansieres af en tilsvarende indtægtsbevilling",
     {"kind": "expenditure", "amount": 640_000, "years": [2026], "financing": "en tilsvarende indtægtsbevilling", "source": "grant", "balanced": True}),
    ("der gives en udgiftsbevilling på 640.000 kr. i 2026 til budgetområdet aktivering, Ramme 1, som finansieres af kassebeholdningen",
     {"kind": "expenditure", "frame": "budgetområdet aktivering, Ramme 1", "financing": "kassebeholdningen", "source": "own", "balanced": False}),
    ("der indarbejdes en indtægts- og udgiftsbevilling på 1.340.000 kr. i 2027 som teknisk korrektion på budget 2027-2030",
     {"kind": "correction", "amount": 1_340_000, "years": [2027], "balanced": True, "source": "grant"}),
    ("Økonomiudvalget får en tillægsbevilling på 5,4 mio. kr. i 2026 til løn",
     {"kind": "supplementary", "amount": 5_400_000, "to_body": "Økonomiudvalget", "purpose": "løn", "source": "unknown"}),
    ("der gives 2,0 mio. kr. i tillægsbevilling til Social- og Sundhedsudvalget i 2026",
     {"kind": "supplementary", "amount": 2_000_000, "to_body": "Social- og Sundhedsudvalget", "years": [2026]}),
    ("der i 2026 gives en tillægsbevilling på 300.000 kr.", {"kind": "supplementary", "years": [2026], "amount": 300_000}),
    ("udvalget giver en negativ tillægsbevilling på 2,2 mio. kr.", {"kind": "supplementary", "amount": -2_200_000}),
    ("der gives en anlægsbevilling på 4,5 mio. kr., som finansieres af den reserve, der er afsat i budgettet",
     {"kind": "capital", "financing": "den reserve, der er afsat i budgettet", "source": "own"}),
    ("der frigives 3,1 mio. kr. til anlægsarbejdet, som finansieres af det afsatte rådighedsbeløb", {"kind": "release", "purpose": "anlægsarbejdet"}),
    ("der omplaceres 600.000 kr. fra forsørgelse til aktivering", {"kind": "transfer", "amount": 600_000}),
    ("udgiften på 380.000 kr. afholdes inden for rammen", {"kind": "within_frame", "source": "own"}),
    ("der afsættes 450.000 kr. årligt i 2026-2029 til en kampagne", {"kind": "allocation", "years": [2026, 2027, 2028, 2029], "yearly": True}),
    ("der afsættes 1.800.000 kr. i 2026-2029 til en kampagne", {"kind": "allocation", "years": [2026, 2027, 2028, 2029], "yearly": False}),
    ("der afsættes 900.000 kr. om året til gratis bus", {"kind": "allocation", "years": [], "yearly": True, "purpose": "gratis bus"}),
    ("der gives et tilskud på 85.000 kr.", {"kind": "allocation", "amount": 85_000, "years": []}),
    ("der gives en indtægtsbevilling på 200.000 kr. i 2026", {"kind": "income", "side": "income"}),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "told"), CASES, ids=[clause[:50] for clause, _ in CASES])
def test_clause_that_asks_for_money_is_one_line(clause: str, told: dict[str, Any]) -> None:
    (line,) = asked(clause)
    assert {name: getattr(line, name) for name in told} == told
    assert (line.item, line.clause, line.outcome) == (1, 1, "recommended")
    assert line.text in clause


@pytest.mark.parametrize(
    "clause",
    [
        "sagen godkendes",
        "udvalget godkender, at der søges 3.250.000 kr. fra statens pulje",
        "taksten fastsættes til 1.250 kr. pr. dag",
        "regnskabet på 4.100.000 kr. godkendes",
        "orienteringen tages til efterretning",
    ],
)
def test_clause_that_asks_for_no_money_gives_no_line(clause: str) -> None:
    assert asked(clause) == []


def test_amounts_year_by_year_are_lines_of_their_own() -> None:
    lines = asked(
        "udgifterne på 2.400.000 kr. i 2026 og 1.150.000 kr. i 2027 indarbejdes som teknisk korrektion i budget 2026-2029"
    )
    assert [(line.kind, line.amount, line.years) for line in lines] == [
        ("correction", 2_400_000, [2026]),
        ("correction", 1_150_000, [2027]),
    ]


def test_total_before_its_parts_is_no_line() -> None:
    lines = asked("der frigives i alt 3.600.000 kr., fordelt med 1.200.000 kr. i 2026 og 2.400.000 kr. i 2027")
    assert [line.amount for line in lines] == [1_200_000, 2_400_000]


def test_part_of_an_amount_is_no_line() -> None:
    (line,) = asked("der gives en tillægsbevilling på 900.000 kr. i 2026, heraf 100.000 kr. til ledelse")
    assert line.amount == 900_000


def test_clause_on_financing_tells_of_all_lines_before_it() -> None:
    lines = asked(
        "Økonomiudvalget får en tillægsbevilling på 1,6 mio. kr. i 2026",
        "Beskæftigelsesudvalget får en tillægsbevilling på 2,6 mio. kr. i 2026",
        "de to tillægsbevillinger finansieres af puljen til uforudsete udgifter",
        "der foretages tilsvarende tekniske korrektioner i budget 2027-2030",
    )
    assert {(line.financing, line.source) for line in lines} == {("puljen til uforudsete udgifter", "own")}
    assert {line.onward for line in lines} == {"tilsvarende tekniske korrektioner i budget 2027-2030"}


@pytest.mark.parametrize(
    ("decision", "outcomes"),
    [
        ("Ad 1. Tiltrådt.\n\nAd 2. anbefales.", ["adopted", "recommended"]),
        ("Sagen blev trukket.", ["withdrawn", "withdrawn"]),
        ("", ["none", "none"]),
    ],
)
def test_line_has_the_fate_of_its_clause(decision: str, outcomes: list[str]) -> None:
    lines = asked("der gives en tillægsbevilling på 1 mio. kr.", "der afsættes 2 mio. kr. til drift", decision=decision)
    assert [line.outcome for line in lines] == outcomes


def test_income_and_expenditure_of_a_grant_are_not_two_costs() -> None:
    spent, earned = asked(
        "der gives en udgiftsbevilling på 640.000 kr. i 2026", "der gives en indtægtsbevilling på 640.000 kr. i 2026"
    )
    assert (spent.side, spent.balanced, spent.source, spent.repeats) == ("expenditure", True, "grant", False)
    assert (earned.side, earned.balanced, earned.source, earned.repeats) == ("income", True, "grant", True)
    assert spent.cost_by_year == {2026: 640_000}
    assert earned.cost_by_year == {}


def test_capital_grant_and_its_release_are_the_same_money() -> None:
    granted, first, second = asked(
        "der gives en anlægsbevilling på 3.600.000 kr., som finansieres af kassebeholdningen",
        "der frigives rådighedsbeløb på 1.200.000 kr. i 2026 og 2.400.000 kr. i 2027",
    )
    assert [granted.cost_by_year, first.cost_by_year, second.cost_by_year] == [{}, {2026: 1_200_000}, {2027: 2_400_000}]
    assert first.financing == "kassebeholdningen"


def test_total_of_other_clauses_is_counted_once() -> None:
    lines = asked(
        "der gives tillægsbevillinger på i alt 4,2 mio. kr. i 2026",
        "Økonomiudvalget får en tillægsbevilling på 1,6 mio. kr. i 2026",
        "Beskæftigelsesudvalget får en tillægsbevilling på 2,6 mio. kr. i 2026",
    )
    assert [line.repeats for line in lines] == [True, False, False]


@pytest.mark.parametrize(
    "clause",
    ["der omplaceres 600.000 kr. i 2026 fra drift til løn", "udgiften på 380.000 kr. i 2026 afholdes inden for rammen"],
)
def test_money_that_is_only_moved_or_already_there_adds_nothing(clause: str) -> None:
    (line,) = asked(clause)
    assert line.cost_by_year == {}


@pytest.mark.parametrize(
    ("clause", "by_year"),
    [
        ("der afsættes 450.000 kr. årligt i 2026-2028 til en kampagne", {2026: 450_000, 2027: 450_000, 2028: 450_000}),
        ("der afsættes 1.800.000 kr. i 2026-2029 til en kampagne", {None: 1_800_000}),
        ("der afsættes 900.000 kr. om året til gratis bus", {None: 900_000}),
        ("der afsættes 900.000 kr. i 2026 til gratis bus", {2026: 900_000}),
    ],
)
def test_amount_is_told_by_the_years_it_is_for(clause: str, by_year: dict[int | None, int]) -> None:
    (line,) = asked(clause)
    assert line.cost_by_year == by_year


BODIES = (
    "\t".join(["Mio. kr.", "Søgt", "Anbefalet"])
    + "\nØkonomiudvalget\t3,0\t2,6\nBørneudvalget\t1,0\t0,9\nI alt\t4,0\t3,5"
)


def test_amount_that_the_table_tells_body_by_body_is_told_so() -> None:
    lines = asked("der gives tillægsbevillinger på i alt 3,5 mio. kr. i 2026 fordelt som i tabellen", body=BODIES)
    assert [(line.to_body, line.amount, line.from_table) for line in lines] == [
        ("Økonomiudvalget", 2_600_000, True),
        ("Børneudvalget", 900_000, True),
    ]
    (whole,) = asked("der gives tillægsbevillinger på i alt 3,9 mio. kr. i 2026 fordelt som i tabellen", body=BODIES)
    assert (whole.amount, whole.from_table) == (3_900_000, False)


YEARS = "Kr.\t2026\t2027\tI alt\nLønudgifter\t455.959\t1.367.878\t1.823.837\nTilskud fra staten\t\t1.823.837\t1.823.837"


def test_consequences_that_the_clause_leaves_to_the_table_are_read_there() -> None:
    lines = asked(
        "de økonomiske konsekvenser indarbejdes i budget 2026-2029", body=f"Økonomiske konsekvenser\n\n{YEARS}"
    )
    assert [(line.side, line.years, line.amount, line.repeats) for line in lines] == [
        ("expenditure", [2026], 455_959, False),
        ("expenditure", [2027], 1_367_878, False),
        ("income", [2027], 1_823_837, True),
    ]
    assert all(line.balanced and line.source == "grant" and line.from_table for line in lines)
    assert asked("sagen godkendes", body=YEARS) == []


def test_closed_item_asks_for_nothing() -> None:
    assert asked("der gives en tillægsbevilling på 1 mio. kr. i 2026", closed=True) == []


@settings(deadline=None, max_examples=examples(100))
@given(amounts=st.lists(st.integers(1_000, 90_000_000), min_size=1, max_size=6, unique=True))
def test_every_amount_of_any_recommendation_is_one_line_and_counted_once(amounts: list[int]) -> None:
    years = range(2026, 2026 + len(amounts))
    lines = asked(
        *(
            f"der gives en tillægsbevilling på {danish_amount(amount)} i {year}"
            for amount, year in zip(amounts, years, strict=True)
        )
    )
    assert [(line.amount, line.years, line.clause) for line in lines] == [
        (Decimal(amount), [year], number)
        for number, (amount, year) in enumerate(zip(amounts, years, strict=True), start=1)
    ]
    assert sum(sum(line.cost_by_year.values()) for line in lines) == sum(amounts)


@pytest.mark.parametrize(
    "unit",
    [
        "1.000 kr. ",
        "bevilling på 5 mio. kr. i 2026 til ",
        "finansieres af ",
        "Økonomiudvalget får ",
        "til rammen ",
        "i budget 2026-2029 ",
        "heraf ",
    ],
)
def test_endless_clause_comes_to_an_end(unit: str) -> None:
    assert asked((unit * (40_000 // len(unit)))[:40_000], body=YEARS) is not None
