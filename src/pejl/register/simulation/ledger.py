"""Budget ledger lines by account and month. What is spent on benefits is what was paid, less the state's share as
income on an account of its own; the rest, and all budgets, are invented sums of the right order."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pejl.register.contract.codes import BENEFITS
from pejl.register.simulation.cells import Rows, flags, hundredths, month_cells, named
from pejl.register.simulation.days import first_of, months_of
from pejl.register.simulation.draws import Draws, Ints
from pejl.register.simulation.levels import INHABITANTS

_FRAMES = ("Forsørgelse", "Beskæftigelsesindsats", "Administration")


@dataclass(frozen=True)
class _Account:
    """An account: `number` and `name`; the benefit that it pays and how many hundredths of it, or kroner a month for
    70,000 inhabitants; its frame, and whether it is service expenditure."""

    number: str
    name: str
    frame: int
    benefits: tuple[str, ...] = ()
    hundredths: int = 100
    monthly: int = 0
    service: bool = False


ACCOUNTS = (
    _Account("5.57.71.1", "Sygedagpenge", 0, ("sygedagpenge",)),
    _Account("5.57.71.2", "Sygedagpenge, refusion", 0, ("sygedagpenge",), -45),
    _Account("5.57.73.1", "Kontant- og uddannelseshjælp", 0, ("kontanthjaelp", "uddannelseshjaelp", "shydelse")),
    _Account("5.57.73.2", "Kontanthjælp, refusion", 0, ("kontanthjaelp", "uddannelseshjaelp", "shydelse"), -23),
    _Account("5.57.78.1", "Dagpenge til forsikrede ledige, medfinansiering", 0, ("dagpenge",), 62),
    _Account("5.58.80.1", "Revalidering", 0, ("revalidering",)),
    _Account("5.58.82.1", "Ressourceforløb og jobafklaringsforløb", 0, ("ressourceforloeb", "jobafklaring")),
    _Account("5.58.82.2", "Ressourceforløb, refusion", 0, ("ressourceforloeb", "jobafklaring"), -22),
    _Account("5.58.83.1", "Ledighedsydelse", 0, ("ledighedsydelse",)),
    _Account("5.68.90.1", "Driftsudgifter til indsatsen", 1, monthly=1_950_000),
    _Account("5.68.91.1", "Indsats for forsikrede ledige", 1, monthly=420_000),
    _Account("5.68.98.1", "IPS", 1, monthly=610_000),
    _Account("3.30.46.1", "Særligt tilrettelagt ungdomsuddannelse", 1, monthly=1_480_000, service=True),
    _Account("3.30.46.2", "Kørsel til STU", 1, monthly=102_500, service=True),
    _Account("6.45.53.1", "Administration af beskæftigelsesområdet", 2, monthly=5_600_000, service=True),
)
"""Account numbers follow the form of the authorised chart; the last part is invented."""


def rows(payments: Rows, inhabitants: int, seed: int, first: int, last: int) -> Rows:
    """The table: every account in every whole month."""
    draws = Draws(seed, "ledger")
    low = int(months_of(np.array([first]))[0])
    months = np.arange(low, int(months_of(np.array([last + 1]))[0]))
    paid = _paid(payments, months)
    spent = np.stack([_spent(draws, account, paid, months, inhabitants) for account in ACCOUNTS])
    original = _budget(spent, months, draws)
    corrected = original + original * draws.between(-2, 3, len(ACCOUNTS))[:, None] // 100 * (months % 12 >= 5)
    size = spent.size
    account = np.tile(np.arange(len(ACCOUNTS)), len(months))
    month = first_of(np.repeat(months, len(ACCOUNTS)))
    return Rows(
        "ledger_lines",
        {
            "account": named(account, [each.number for each in ACCOUNTS]),
            "month": month_cells(month),
            "name": named(account, [each.name for each in ACCOUNTS]),
            "frame": named(np.array([each.frame for each in ACCOUNTS])[account], _FRAMES),
            "service": flags(np.array([each.service for each in ACCOUNTS])[account]),
            "original_budget": hundredths(original.T.reshape(size)),
            "corrected_budget": hundredths(corrected.T.reshape(size)),
            "spent": hundredths(spent.T.reshape(size)),
            "expected_year": hundredths(_expected(spent, corrected, months).T.reshape(size)),
        },
        first_of(months_of(month) + 1) + 9,
    )


def _paid(payments: Rows, months: Ints) -> Ints:
    """What was paid of each benefit in each month, in hundredths."""
    total = np.zeros((len(BENEFITS), len(months)), np.int64)
    month = months_of(payments.values("month")) - (months[0] if len(months) else 0)
    np.add.at(total, (payments.values("benefit"), month), payments.values("gross"))
    return total


def _spent(draws: Draws, account: _Account, paid: Ints, months: Ints, inhabitants: int) -> Ints:
    if account.benefits:
        words = tuple(BENEFITS)
        return np.asarray(sum(paid[words.index(word)] for word in account.benefits) * account.hundredths // 100)
    usual = account.monthly * 100 * inhabitants // INHABITANTS
    grown = usual * (100 + (months // 12 - 54) * 3) // 100
    return np.asarray(grown * draws.between(86, 116, len(months)) // 100)


def _budget(spent: Ints, months: Ints, draws: Draws) -> Ints:
    """A twelfth of the year's budget: near what the year came to, in whole thousands."""
    budget = np.zeros_like(spent)
    for year in sorted(set((months // 12).tolist())):
        of_year = np.flatnonzero(months // 12 == year)
        mean = spent[:, of_year].sum(axis=1) // len(of_year)
        budget[:, of_year] = (mean * draws.between(94, 106, len(mean)) // 100 // 100_000 * 100_000)[:, None]
    return budget


def _expected(spent: Ints, corrected: Ints, months: Ints) -> Ints:
    """What the year comes to, as said in each month: spent so far, and for the rest half way to the budget."""
    expected = np.zeros_like(spent)
    for place, month in enumerate(months.tolist()):
        so_far = spent[:, np.flatnonzero((months // 12 == month // 12) & (months <= month))]
        usual = (so_far.sum(axis=1) // so_far.shape[1] + corrected[:, place]) // 2
        expected[:, place] = so_far.sum(axis=1) + usual * (11 - month % 12)
    return expected // 100_000 * 100_000
