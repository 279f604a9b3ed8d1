"""Transport grants: one row for each grant of transport to a course or an offer."""

from __future__ import annotations

from decimal import Decimal

from pejl.intake.contract import Column, Kind, NotBefore, Table
from pejl.register.contract.columns import PERSON, end, key, start

TRANSPORT_GRANTS = Table(
    name="transport_grants",
    danish="Befordring",
    meaning="One row for each grant of transport to a course or an offer.",
    key=("id",),
    columns=(
        key("Bevillingsnummer"),
        PERSON,
        Column(
            "purpose",
            Kind.CODE,
            "What the transport leads to.",
            "Formål",
            allowed={
                "stu": "Særligt tilrettelagt ungdomsuddannelse",
                "tilbud": "Tilbud",
                "samtale": "Samtale",
                "andet": "Andet",
            },
        ),
        Column(
            "mode",
            Kind.CODE,
            "How the person travels.",
            "Transportform",
            required=False,
            allowed={
                "koersel": "Kørsel med vogn",
                "kollektiv": "Kollektiv trafik",
                "egen_bil": "Egen bil",
                "cykel": "Cykel",
            },
        ),
        start("The first day."),
        end("The last day."),
        Column(
            "cost_a_year",
            Kind.KRONER,
            "What it costs in a year.",
            "Udgift pr. år",
            required=False,
            unit="kroner",
            least=Decimal(0),
            most=Decimal(1000000),
        ),
    ),
    rules=(NotBefore("end", "start"),),
    spell=("start", "end"),
    refers={"person": "persons.person"},
)
