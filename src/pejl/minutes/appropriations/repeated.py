"""Which lines of a recommendation have the same money: counted once, each is still told."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from pejl.minutes.appropriations.appropriation import Appropriation, AppropriationKind, MoneySource, Side


def without_doubles(lines: list[Appropriation]) -> list[Appropriation]:
    """The lines with `repeats` set on those whose money another line has, and `balanced` on both sides of a grant.

    An income of the amount and years of an expenditure is its other side. A capital grant whose released amounts make
    it up is told by these, since they have the years. A line that is the sum of others of its kind is their total.
    """
    return _totals(_capital(_sides(lines)))


def _sides(lines: list[Appropriation]) -> list[Appropriation]:
    spent = {(line.amount, tuple(line.years)) for line in lines if line.side is Side.EXPENDITURE}
    earned = {(line.amount, tuple(line.years)) for line in lines if line.side is Side.INCOME}
    both = spent & earned
    told = []
    for line in lines:
        if (line.amount, tuple(line.years)) not in both:
            told.append(line)
            continue
        source = line.source if line.source is MoneySource.OWN else MoneySource.GRANT
        changed = {"balanced": True, "source": source, "repeats": line.side is Side.INCOME}
        told.append(line.model_copy(update=changed))
    return told


def _capital(lines: list[Appropriation]) -> list[Appropriation]:
    granted = [line for line in lines if line.kind is AppropriationKind.CAPITAL]
    released = [line for line in lines if line.kind is AppropriationKind.RELEASE]
    if not granted or not released or _sum(granted) != _sum(released):
        return lines
    told_by = AppropriationKind.RELEASE if any(line.years for line in released) else AppropriationKind.CAPITAL
    other = AppropriationKind.CAPITAL if told_by is AppropriationKind.RELEASE else AppropriationKind.RELEASE
    financing = next((line.financing for line in granted if line.financing), None)
    source = next((line.source for line in granted if line.source is not MoneySource.UNKNOWN), MoneySource.UNKNOWN)
    told = []
    for line in lines:
        if line.kind is other:
            told.append(line.model_copy(update={"repeats": True}))
        elif line.kind is told_by and line.financing is None and financing:
            told.append(line.model_copy(update={"financing": financing, "source": source}))
        else:
            told.append(line)
    return told


def _totals(lines: list[Appropriation]) -> list[Appropriation]:
    told = []
    for line in lines:
        others = [each for each in lines if each is not line and each.is_new_money and each.kind is line.kind]
        same_years = [each for each in others if not line.years or each.years == line.years or not each.years]
        is_total = line.is_new_money and len(same_years) > 1 and _sum(same_years) == line.amount
        told.append(line.model_copy(update={"repeats": True}) if is_total else line)
    return told


def _sum(lines: Iterable[Appropriation]) -> Decimal:
    return sum((line.amount for line in lines), Decimal(0))
