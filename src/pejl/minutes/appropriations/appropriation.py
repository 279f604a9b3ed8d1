"""An appropriation: one amount that a recommendation asks for, with what the text says of it.

The income and the expenditure of one grant are one amount told twice, not two costs. So a line says which `side` it is
on, whether an income of the same size comes with it (`balanced`), and whether another line has the same money already
(`repeats`): `cost_by_year` adds none of these twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum

from pejl.minutes.document import Lines, Outcome, Part


class AppropriationKind(StrEnum):
    """What is asked for, by the text's own word.

    `SUPPLEMENTARY` tillægsbevilling, `EXPENDITURE` udgiftsbevilling, `INCOME` indtægtsbevilling, `CAPITAL`
    anlægsbevilling, `RELEASE` frigivelse or a rådighedsbeløb, `CORRECTION` teknisk korrektion, `TRANSFER` omplacering,
    `ALLOCATION` money set aside or given (afsættes, reserveres, tilskud), `WITHIN_FRAME` an expense that the frame
    already has room for: no new money.
    """

    SUPPLEMENTARY = "supplementary"
    EXPENDITURE = "expenditure"
    INCOME = "income"
    CAPITAL = "capital"
    RELEASE = "release"
    CORRECTION = "correction"
    TRANSFER = "transfer"
    ALLOCATION = "allocation"
    WITHIN_FRAME = "within_frame"


class Side(StrEnum):
    """Whether the amount goes out or comes in. `EXPENDITURE` with `balanced` is both at once."""

    EXPENDITURE = "expenditure"
    INCOME = "income"


class MoneySource(StrEnum):
    """Whose money it is, as far as the text tells: another's (`GRANT`), the municipality's `OWN`, or not said."""

    GRANT = "grant"
    OWN = "own"
    UNKNOWN = "unknown"


class Appropriation(Part):
    """One line of money asked for. Only what the text states; what it does not say is None or empty.

    `amount` is in kroner, negative where a budget is lowered, and `text` the amount as printed. `years` are the years
    it is for; with `yearly` it is for each of them, else one amount for them all. `period` is how the text says it.
    `frame` is the budget area, `purpose` what the money is for and `financing` where it comes from, all as printed;
    `to_body` is the body that gets it. `onward` is what the recommendation says of later years without an amount.
    `clause` is the number of the recommendation's clause; `from_table` tells that the clause points at a table and
    that the amount was read there. `outcome` is what the decision says of the clause.
    """

    item: int | None
    place: int
    clause: int | None
    kind: AppropriationKind
    side: Side = Side.EXPENDITURE
    amount: Decimal
    text: str
    years: list[int] = []
    yearly: bool = False
    period: str | None = None
    to_body: str | None = None
    frame: str | None = None
    purpose: str | None = None
    financing: str | None = None
    source: MoneySource = MoneySource.UNKNOWN
    balanced: bool = False
    repeats: bool = False
    from_table: bool = False
    onward: str | None = None
    outcome: Outcome = Outcome.NONE
    lines: Lines

    @property
    def is_new_money(self) -> bool:
        """Whether the line adds to what may be spent, and no other line has the same money already."""
        return adds_money(self.kind, self.side, repeats=self.repeats)

    @property
    def cost_by_year(self) -> dict[int | None, Decimal]:
        """What the line adds to each year; under None what no year is named for, or is told for several as one."""
        return by_year(self.amount, self.years, yearly=self.yearly) if self.is_new_money else {}


def adds_money(kind: AppropriationKind, side: Side, *, repeats: bool) -> bool:
    """Whether such a line adds to what may be spent: money that is moved, there already or told twice does not."""
    moved = (AppropriationKind.TRANSFER, AppropriationKind.WITHIN_FRAME)
    return side is Side.EXPENDITURE and kind not in moved and not repeats


def by_year(amount: Decimal, years: Sequence[int], *, yearly: bool) -> dict[int | None, Decimal]:
    """The amount under its year, or under each; under None where no year is named, or one amount for several."""
    if years and (yearly or len(years) == 1):
        return dict[int | None, Decimal].fromkeys(years, amount)
    return {None: amount}
