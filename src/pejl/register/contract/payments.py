"""Monthly payments: one row for each person, benefit and month."""

from __future__ import annotations

from decimal import Decimal

from pejl.intake.contract import Column, Kind, Table
from pejl.register.contract.codes import BENEFITS
from pejl.register.contract.columns import PERSON

NONE, MUCH = Decimal(0), Decimal(200000)


def _kroner(name: str, meaning: str, danish: str, *, required: bool = False) -> Column:
    return Column(name, Kind.KRONER, meaning, danish, required=required, unit="kroner", least=NONE, most=MUCH)


PAYMENTS = Table(
    name="payments",
    danish="Udbetalinger",
    meaning="One row for what a person was paid of one benefit for one month. A correction of the month replaces it.",
    key=("person", "benefit", "month"),
    columns=(
        PERSON,
        Column("benefit", Kind.CODE, "The benefit paid.", "Ydelse", allowed=BENEFITS),
        Column("month", Kind.MONTH, "The month that is paid for, not the month of payment.", "Måned"),
        _kroner("gross", "Paid before tax, supplements included.", "Brutto", required=True),
        _kroner("net", "Paid after tax.", "Netto"),
        _kroner("child_supplement", "Of it børnetillæg.", "Børnetillæg"),
        _kroner("single_supplement", "Of it tillæg for singles.", "Tillæg for enlige"),
        _kroner("youth_supplement", "Of it særligt ungetillæg.", "Ungetillæg"),
        _kroner("leisure_supplement", "Fritidstillæg, tax free, beside the gross amount.", "Fritidstillæg"),
        _kroner("medicine_supplement", "Medicintilskud, beside the gross amount.", "Medicintilskud"),
        _kroner("housing_supplement", "Boligstøtte or særlig støtte, beside the gross amount.", "Boligstøtte"),
        _kroner("earnings", "Wages earned in the month.", "Arbejdsindtægt"),
        Column(
            "wage_hours",
            Kind.NUMBER,
            "Ordinary wage hours in the month.",
            "Løntimer",
            required=False,
            unit="hours",
            least=NONE,
            most=Decimal(400),
        ),
        _kroner("sanction", "Taken off as a sanction.", "Sanktion"),
    ),
    moment="month",
    refers={"person": "persons.person"},
)
