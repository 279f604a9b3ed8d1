"""One line for each amount of money, though a case tells of it at every body it comes to.

Two lines of one case are the same money where amount and years are the same. The one that was treated last stands, with
what became of it there; the others are its earlier treatments. It counts under the body that gets the money where the
clause names one, else under the body that treated it first. A case without a number cannot be followed: its lines
stand by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from pejl.minutes.appropriations.appropriation import by_year
from pejl.minutes.document import Outcome

NOT_GIVEN = frozenset({Outcome.WITHDRAWN, Outcome.POSTPONED, Outcome.REJECTED})
"""What became of money that is not given, or not yet: it is told and not added."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as the ledger sees it. `order` tells which of two treatments is the later; `body` is where it stands.

    `to` is the body that gets the money, empty where the clause names none; `adds` whether it is new money.
    """

    key: int
    item: int
    case: int | None
    order: tuple[str, ...]
    amount: Decimal
    years: tuple[int, ...]
    yearly: bool
    adds: bool
    outcome: Outcome
    body: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class Money:
    """A line that stands, with the body under which it counts and the keys of its earlier treatments, first to last."""

    line: Line
    home: str
    earlier: tuple[int, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether it is part of the sums."""
        return self.line.adds and self.line.outcome not in NOT_GIVEN


@dataclass
class Sums:
    """What counts, by year; under None what has no year of its own."""

    by_year: dict[int | None, Decimal] = field(default_factory=dict)

    @property
    def total(self) -> Decimal:
        """All of it."""
        return sum(self.by_year.values(), Decimal(0))

    def add(self, amounts: dict[int | None, Decimal]) -> None:
        """Add amounts by year."""
        for year, amount in amounts.items():
            self.by_year[year] = self.by_year.get(year, Decimal(0)) + amount


def standing(lines: Iterable[Line]) -> list[Money]:
    """The lines that stand, in the order given."""
    told = list(lines)
    threads: dict[object, list[Line]] = {}
    for line in told:
        threads.setdefault(_same_money(line), []).append(line)
    stand = {money.line.key: money for thread in threads.values() for money in _of_thread(thread)}
    return [stand[line.key] for line in told if line.key in stand]


def sums_by_body(money: Sequence[Money], year: int | None = None) -> dict[str, Sums]:
    """What counts, body by body; of one year where that is asked for."""
    sums: dict[str, Sums] = {}
    for each in money:
        if each.counts:
            amounts = by_year(each.line.amount, each.line.years, yearly=each.line.yearly)
            wanted = {at: amount for at, amount in amounts.items() if year in (None, at)}
            if wanted:
                sums.setdefault(each.home, Sums()).add(wanted)
    return sums


def all_of(sums: Iterable[Sums]) -> Sums:
    """The bodies' sums put together."""
    whole = Sums()
    for each in sums:
        whole.add(each.by_year)
    return whole


def _same_money(line: Line) -> object:
    return (line.case, line.amount, line.years, line.yearly) if line.case is not None else ("alone", line.key)


def _of_thread(thread: list[Line]) -> Iterator[Money]:
    """The lines of the item that treated the money last."""
    by_item: dict[int, list[Line]] = {}
    for line in thread:
        by_item.setdefault(line.item, []).append(line)
    treated = sorted(by_item.values(), key=lambda lines: lines[0].order)
    *before, last = treated
    earlier = tuple(lines[0].key for lines in before)
    for line in last:
        yield Money(line, line.to or treated[0][0].body, earlier)
