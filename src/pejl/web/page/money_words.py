"""The Danish words for money that is asked for: one place for each label."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from pejl.calendar.numbers import danish_amount, danish_number
from pejl.minutes.appropriations.appropriation import AppropriationKind, MoneySource, Side
from pejl.minutes.document import Kind, Outcome
from pejl.record.queries.money import MoneyView
from pejl.record.queries.rows import Appropriation
from pejl.web.page.labels import outcome_word

KINDS = {
    AppropriationKind.SUPPLEMENTARY: "Tillægsbevilling",
    AppropriationKind.EXPENDITURE: "Udgiftsbevilling",
    AppropriationKind.INCOME: "Indtægtsbevilling",
    AppropriationKind.CAPITAL: "Anlægsbevilling",
    AppropriationKind.RELEASE: "Frigivelse af rådighedsbeløb",
    AppropriationKind.CORRECTION: "Teknisk korrektion",
    AppropriationKind.TRANSFER: "Omplacering",
    AppropriationKind.ALLOCATION: "Afsat eller givet beløb",
    AppropriationKind.WITHIN_FRAME: "Udgift inden for rammen",
}
SOURCES = {
    MoneySource.GRANT: "Tilskud udefra",
    MoneySource.OWN: "Kommunens egne midler",
    MoneySource.UNKNOWN: "Ikke oplyst",
}
SIDES = {Side.EXPENDITURE: "Udgift", Side.INCOME: "Indtægt"}
NO_YEAR = "uden år"
AHEAD = "På dagsordenen"

COLUMNS = (
    "Kommune",
    "Udvalg",
    "Beløb i kr.",
    "År",
    "Hvert år",
    "Art",
    "Side",
    "Midler",
    "Formål",
    "Ramme",
    "Finansiering",
    "Talt med",
    "Hvorfor ikke",
    "Udfald",
    "Behandlet i",
    "Dato",
    "Punkt",
    "Titel",
    "Indstillingens punkt",
    "Adresse",
)
"""The headings of the list as a file."""


def money_kind_word(kind: str) -> str:
    """What was asked for: "Tillægsbevilling"."""
    return KINDS[AppropriationKind(kind)]


def money_source_word(source: str) -> str:
    """Whose money it is."""
    return SOURCES[MoneySource(source)]


def kroner(amount: Decimal) -> str:
    """The amount as kroner: "191.633 kr."."""
    return danish_amount(amount)


def plain_kroner(amount: Decimal, decimals: int | None = None) -> str:
    """The amount without its unit, for a column of kroner; with as many decimals as it needs where none are told."""
    return danish_number(amount, decimals_of([amount]) if decimals is None else decimals)


def decimals_of(amounts: Iterable[Decimal]) -> int:
    """How many decimals it takes to write all of the amounts alike: none, or two for øre."""
    return 0 if all(amount == amount.to_integral_value() for amount in amounts) else 2


def money_years(row: Appropriation) -> str:
    """Which years the amount is for: "i 2026", "hvert år 2026-2029", "i alt 2026-2028"."""
    if not row.years:
        return "hvert år" if row.yearly else row.period or NO_YEAR
    span = _span(row.years)
    if len(row.years) == 1:
        return f"i {span}"
    return f"hvert år {span}" if row.yearly else f"i alt {span}"


def money_outcome_word(row: Appropriation) -> str:
    """What became of the item that asks for the money; an agenda without minutes has no decision to tell of."""
    if row.outcome == Outcome.NONE and row.item.document.kind == Kind.AGENDA:
        return AHEAD
    return outcome_word(row.outcome)


def money_not_counted(view: MoneyView) -> str:
    """Why a line is not part of the sums; empty where it is."""
    row = view.row
    if view.counts:
        return ""
    if row.side == Side.INCOME:
        return "indtægten er den anden side af en udgift" if row.repeats else "indtægt"
    if row.kind == AppropriationKind.TRANSFER:
        return "pengene flyttes"
    if row.kind == AppropriationKind.WITHIN_FRAME:
        return "pengene er i rammen"
    return "samme penge står på en anden linje" if row.repeats else outcome_word(row.outcome).lower()


def money_cells(view: MoneyView, address: str) -> list[str]:
    """The line as the cells of a file, under `COLUMNS`; `address` is that of its item."""
    row, meeting = view.row, view.row.item.meeting
    return [
        view.home.municipality.name,
        view.home.name,
        plain_kroner(row.amount),
        _span(row.years),
        "ja" if row.yearly else "nej",
        money_kind_word(row.kind),
        SIDES[Side(row.side)],
        money_source_word(row.source),
        row.purpose,
        row.frame,
        row.financing,
        "ja" if view.counts else "nej",
        money_not_counted(view),
        money_outcome_word(row),
        meeting.body.name,
        meeting.date.isoformat() if meeting.date else "",
        row.item.label or str(row.item.position),
        row.item.title,
        str(row.clause or ""),
        address,
    ]


def _span(years: list[int]) -> str:
    if not years:
        return ""
    return str(years[0]) if len(years) == 1 else f"{years[0]}-{years[-1]}"
