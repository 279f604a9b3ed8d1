"""What a week of a benefit comes to: the highest by law, or what was paid on the average."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

import ibis

from pejl.calendar.months import last_of_month
from pejl.calendar.numbers import danish_amount
from pejl.law.law_day import LawOnDay
from pejl.law.refusals import NoRule
from pejl.register.kept import NothingKnown
from pejl.register.snapshot import Snapshot

MONTHS, WEEK = 12, 7


class Amounts(StrEnum):
    """Where the amount of a week is taken from."""

    LAW = "law"
    DELIVERED = "delivered"


@dataclass(frozen=True, slots=True)
class Weekly:
    """Kroner a week, and the sentence that says where they come from. `scenario` where the law's amount is supposed."""

    kroner: float
    says: str
    scenario: str = ""


def weekly(snapshot: Snapshot, law: LawOnDay, benefit: str, year: int, amounts: Amounts) -> Weekly:
    """The amount of a week. Raises a `Refusal` where the law has none to use, `NothingKnown` without payments."""
    return delivered(snapshot, benefit, year) if amounts is Amounts.DELIVERED else highest(law, benefit)


def highest(law: LawOnDay, benefit: str) -> Weekly:
    """The highest amount of the law of the day, for full time."""
    if benefit == "sygedagpenge":
        found = law.value("sygedagpenge_uge_hoejst")
        return Weekly(float(found.value), _highest(float(found.value), found.source), found.scenario)  # type: ignore[arg-type]
    if benefit == "dagpenge":
        month, weeks = law.value("dagpenge_hoejst"), law.value("uger_paa_aaret")
        kroner = float(month.value) * MONTHS / float(weeks.value)  # type: ignore[arg-type]
        return Weekly(kroner, _highest(kroner, month.source), month.scenario or weeks.scenario)
    raise NoRule(
        benefit,
        f"Loven har intet ugebeløb for {benefit}: beløbet følger af den enkeltes sats. Brug de udbetalte beløb "
        "(--amounts delivered).",
    )


def delivered(snapshot: Snapshot, benefit: str, year: int) -> Weekly:
    """What was paid in the months of the year that were delivered, for each week on the benefit in them."""
    paid = snapshot.table("payments")
    own = paid.filter(paid.benefit == benefit, paid.month.year() == year)
    told = own.aggregate(gross=own.gross.cast("float64").sum(), first=own.month.min(), last=own.month.max())
    gross, first, last = (told.to_pyarrow().to_pylist()[0][name] for name in ("gross", "first", "last"))
    if first is None:
        raise NothingKnown(f"Der er ingen udbetalinger af {benefit} i {year} i øjebliksbilledet {snapshot.id}.")
    days = _days(snapshot, benefit, first, last_of_month(last))
    if not days:
        raise NothingKnown(f"Der er ingen ydelsesforløb med {benefit} i de måneder af {year}, der er udbetalt for.")
    kroner = gross / days * WEEK
    return Weekly(
        kroner,
        f"En uge er sat til {danish_amount(kroner, 0)}: det, der i gennemsnit blev udbetalt før skat for hver uge på "
        f"ydelsen i {year}, også for dem på nedsat tid.",
    )


def _days(snapshot: Snapshot, benefit: str, first: dt.date, last: dt.date) -> int:
    spells = snapshot.table("benefit_spells")
    own = spells.filter(spells.benefit == benefit)
    begins = ibis.greatest(own.start, ibis.date(first))
    ends = ibis.least(own.end.fill_null(ibis.date(last)), ibis.date(last))
    days = ibis.greatest(ends.delta(begins, unit="day") + 1, 0)
    return int(own.aggregate(days=days.sum().fill_null(0)).to_pyarrow().to_pylist()[0]["days"])


def _highest(kroner: float, source: str) -> str:
    amount = danish_amount(kroner, 0)
    return f"En uge er sat til {amount}, det højeste beløb for fuld tid (kilde: {source}); mange får mindre."
