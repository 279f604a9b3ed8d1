"""Offers: one row for each offer (tilbud) that was made."""

from __future__ import annotations

from decimal import Decimal

from pejl.intake.contract import Column, Kind, Needs, NotBefore, Table
from pejl.register.contract.columns import CASEWORKER, PERSON, TEAM, UNIT, end, key

KINDS = {
    "virksomhedspraktik": "Virksomhedspraktik (LAB kap. 11)",
    "loentilskud": "Ansættelse med løntilskud (LAB kap. 12)",
    "nytteindsats": "Nytteindsats (LAB kap. 13)",
    "vejledning_opkvalificering": "Øvrig vejledning og opkvalificering (LAB § 91)",
    "ordblindeundervisning": "Ordblindeundervisning (LAB § 93)",
    "realkompetencevurdering": "Realkompetencevurdering (LAB § 93)",
    "uddannelse": "Ordinær uddannelse (LAB kap. 14)",
    "jobrettet_uddannelse": "Seks ugers jobrettet uddannelse",
    "mentor": "Mentor",
    "arbejdspligt": "Indsats under arbejdspligt (LAB kap. 16 a)",
    "afklaring": "Afklaringsforløb",
    "trivsel": "Sundheds- eller mestringsforløb",
}

OFFERS = Table(
    name="offers",
    danish="Tilbud",
    meaning="One row for each offer that was made, begun or not.",
    key=("id",),
    columns=(
        key("Tilbudsnummer"),
        PERSON,
        Column("kind", Kind.CODE, "What kind of offer.", "Tilbudstype", allowed=KINDS, source="DFDG: aktivitet"),
        Column("offered", Kind.DAY, "The day on which it was offered.", "Tilbudt den", required=False),
        Column(
            "start",
            Kind.DAY,
            "The first day. Empty while it has not begun and no day is set.",
            "Startdato",
            required=False,
            source="DFDG: startdato",
        ),
        end("The last day, as planned or as it was."),
        Column(
            "hours_a_week",
            Kind.NUMBER,
            "Hours a week.",
            "Timer pr. uge",
            required=False,
            unit="hours a week",
            least=Decimal(0),
            most=Decimal(60),
            source="DFDG: timerPrUge",
        ),
        Column(
            "wage_hours", Kind.FLAG, "Whether ordinary wage hours are worked in it.", "Med løntimer", required=False
        ),
        Column("place", Kind.NAME, "The company or place.", "Sted", required=False),
        Column("supplier", Kind.NAME, "Who delivers it.", "Leverandør", required=False),
        Column(
            "status",
            Kind.CODE,
            "What became of it.",
            "Status",
            allowed={
                "tilbudt": "Tilbudt",
                "i_gang": "I gang",
                "gennemfoert": "Gennemført",
                "afbrudt": "Afbrudt",
                "ikke_paabegyndt": "Ikke påbegyndt",
            },
        ),
        UNIT,
        TEAM,
        CASEWORKER,
    ),
    rules=(
        NotBefore("end", "start"),
        NotBefore("start", "offered"),
        Needs("status", "start", values=("i_gang", "gennemfoert", "afbrudt")),
        Needs("status", "end", values=("gennemfoert", "afbrudt")),
    ),
    spell=("start", "end"),
    refers={"person": "persons.person"},
)
