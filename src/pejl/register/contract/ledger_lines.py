"""Budget ledger lines: one row for each account and month. About money, and about no citizen."""

from __future__ import annotations

from decimal import Decimal

from pejl.intake.contract import Column, Kind, Table


def _kroner(name: str, meaning: str, danish: str, *, required: bool = False) -> Column:
    far = Decimal(100_000_000_000)
    return Column(name, Kind.KRONER, meaning, danish, required=required, unit="kroner", least=-far, most=far)


LEDGER_LINES = Table(
    name="ledger_lines",
    danish="Budgetlinjer",
    meaning="One row for each account and month: what was budgeted and what was spent. Income is negative.",
    key=("account", "month"),
    columns=(
        Column("account", Kind.KEY, "The account's number in the municipal chart of accounts.", "Konto"),
        Column("month", Kind.MONTH, "The month.", "Måned"),
        Column("name", Kind.NAME, "What the account is called.", "Kontonavn"),
        Column("frame", Kind.NAME, "The budget frame that the account belongs to.", "Bevillingsramme", required=False),
        Column(
            "service",
            Kind.FLAG,
            "Whether it is service expenditure; otherwise transfers.",
            "Serviceudgift",
            required=False,
        ),
        _kroner("original_budget", "The budget as adopted, for the month.", "Oprindeligt budget"),
        _kroner("corrected_budget", "The budget with extra appropriations, for the month.", "Korrigeret budget"),
        _kroner("spent", "What was spent in the month; income is negative.", "Forbrug", required=True),
        _kroner("expected_year", "What is expected for the whole year, as said in this month.", "Forventet regnskab"),
    ),
    moment="month",
)
