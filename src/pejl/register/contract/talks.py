"""Talks: one row for each talk that was booked or held."""

from __future__ import annotations

from pejl.intake.contract import Column, Kind, Needs, Table
from pejl.register.contract.columns import CASEWORKER, PERSON, TEAM, UNIT, key

TYPES = {
    "opfoelgningssamtale": "Opfølgningssamtale (4)",
    "jobsamtale": "Jobsamtale (7)",
    "henvisning": "Henvisning (8)",
    "informationsmoede": "Informationsmøde (9)",
    "cv_samtale": "CV-samtale (10)",
    "formidling": "Formidling (11)",
    "anden": "Anden samtale (12)",
    "information_uden_pligt": "Information uden mødepligt (13)",
    "raadighedssamtale": "Rådighedssamtale (15)",
    "faelles_jobsamtale": "Fælles jobsamtale med a-kasse (17)",
}
"""DFDG InterviewTypeIdentifier, the hub's number in brackets."""

TALKS = Table(
    name="talks",
    danish="Samtaler",
    meaning="One row for each talk that was booked or held, with the municipality or with the unemployment fund.",
    key=("id",),
    columns=(
        key("Samtalenummer"),
        PERSON,
        Column("type", Kind.CODE, "What kind of talk.", "Type", allowed=TYPES, source="DFDG: InterviewTypeIdentifier"),
        Column(
            "form",
            Kind.CODE,
            "How it was held.",
            "Form",
            required=False,
            allowed={"fremmoede": "Personligt fremmøde", "telefon": "Telefon", "video": "Video", "digital": "Digitalt"},
        ),
        Column(
            "authority",
            Kind.CODE,
            "Who holds it.",
            "Afholdes af",
            allowed={"kommune": "Kommunen", "akasse": "A-kassen", "faelles": "Fælles", "anden_aktoer": "Anden aktør"},
        ),
        Column("day", Kind.DAY, "The day for which it was booked.", "Samtaledag"),
        Column("booked", Kind.DAY, "The day on which it was booked.", "Booket", required=False),
        Column(
            "status",
            Kind.CODE,
            "What became of it.",
            "Status",
            allowed={"booket": "Booket", "afholdt": "Afholdt", "aflyst": "Aflyst", "udeblevet": "Udeblevet"},
        ),
        Column(
            "cancelled_by",
            Kind.CODE,
            "Who cancelled it.",
            "Aflyst af",
            required=False,
            allowed={"borger": "Borgeren", "kommune": "Kommunen", "akasse": "A-kassen"},
        ),
        UNIT,
        TEAM,
        CASEWORKER,
    ),
    rules=(Needs("status", "cancelled_by", values=("aflyst",)),),
    moment="day",
    refers={"person": "persons.person"},
)
