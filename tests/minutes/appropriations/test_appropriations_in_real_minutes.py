"""What the real minutes ask for."""

from __future__ import annotations

from decimal import Decimal

from pejl.minutes.appropriations.appropriation import Appropriation
from pejl.minutes.appropriations.find import find_appropriations
from pejl.minutes.reader import read

from ..shared_minutes import REAL, needs_real

pytestmark = needs_real


def asked(day: str, item: int) -> list[Appropriation]:
    return [line for line in find_appropriations(read(REAL / f"{day}.txt")) if line.item == item]


def test_grant_for_screening_is_three_years_of_money_that_comes_and_goes() -> None:
    lines = asked("2025-12-03", 1)
    assert [(line.clause, line.amount, line.years) for line in lines] == [
        (3, 191_633, [2025]),
        (4, 2_299_601, [2026]),
        (5, 1_341_434, [2027]),
    ]
    assert {(line.source, line.balanced, line.repeats, line.outcome) for line in lines} == {
        ("grant", True, False, "withdrawn")
    }
    assert [line.kind for line in lines] == ["expenditure", "expenditure", "correction"]
    assert all("Ramme 1" in (line.frame or "") for line in lines[:2])
    assert sum(sum(line.cost_by_year.values()) for line in lines) == 3_832_668


def test_reserve_is_given_to_two_committees() -> None:
    lines = asked("2025-12-03", 2)
    assert [(line.clause, line.amount, line.years, line.to_body) for line in lines] == [
        (2, 5_400_000, [2026], "Økonomiudvalget"),
        (3, 4_600_000, [2026], "Beskæftigelses- og Integrationsudvalget"),
    ]
    assert all(line.source == "own" and "uforudsete" in (line.financing or "") for line in lines)
    assert all(line.kind == "supplementary" and line.outcome == "recommended" for line in lines)
    assert all("2027-2030" in (line.onward or "") for line in lines)


def test_consequences_of_a_grant_are_read_from_the_table_that_the_clause_leaves_them_to() -> None:
    lines = asked("2025-09-08", 1)
    assert {(line.clause, line.source, line.balanced, line.from_table) for line in lines} == {(2, "grant", True, True)}
    spent = {line.years[0]: line.amount for line in lines if not line.repeats}
    assert spent == {2025: Decimal("455959.30"), **dict.fromkeys((2026, 2027, 2028), Decimal("1367877.90"))}
    assert [(line.years, line.amount) for line in lines if line.side == "income"] == [
        ([2027], 2_279_797),
        ([2029], 2_279_797),
    ]


def test_no_other_item_asks_for_money() -> None:
    found = {(day, line.item) for day in ("2024-05-29", "2025-09-08", "2025-12-03") for line in _all(day)}
    assert found == {("2025-09-08", 1), ("2025-12-03", 1), ("2025-12-03", 2)}


def _all(day: str) -> list[Appropriation]:
    return find_appropriations(read(REAL / f"{day}.txt"))
