"""Decisions and complaints: one row for each decision that was complained about or audited, or is otherwise kept."""

from __future__ import annotations

from pejl.intake.contract import Column, Kind, Needs, NotBefore, Table
from pejl.register.contract.columns import PERSON, TEAM, UNIT, key

ACTS = {
    "las": "Lov om aktiv socialpolitik",
    "lab": "Lov om en aktiv beskæftigelsesindsats",
    "sdp": "Sygedagpengeloven",
    "rsl": "Retssikkerhedsloven",
    "andet": "Anden lov",
}
OUTCOMES = {
    "stadfaestet": "Stadfæstet",
    "aendret": "Ændret eller ophævet",
    "hjemvist": "Hjemvist",
    "afvist": "Afvist eller henvist",
    "medhold": "Kommunen gav selv medhold ved genvurderingen",
    "trukket": "Trukket tilbage",
}

DECISIONS = Table(
    name="decisions",
    danish="Afgørelser og klager",
    meaning="One row for each decision that is kept here, with the complaint over it if there is one.",
    key=("id",),
    columns=(
        key("Afgørelsesnummer"),
        PERSON,
        Column("act", Kind.CODE, "The act that the decision rests on.", "Lov", allowed=ACTS),
        Column(
            "section", Kind.NAME, "The section, as it is cited: § 35, § 13 b.", "Paragraf", required=False, longest=30
        ),
        Column("decided", Kind.DAY, "The day of the decision.", "Afgjort"),
        Column("complained", Kind.DAY, "The day on which the complaint came in.", "Klage modtaget", required=False),
        Column(
            "reassessed",
            Kind.DAY,
            "The day on which the municipality held to its decision and sent the case on.",
            "Genvurderet",
            required=False,
        ),
        Column(
            "authority",
            Kind.CODE,
            "Who decided the complaint.",
            "Klageinstans",
            required=False,
            allowed={"ankestyrelsen": "Ankestyrelsen", "kommunen": "Kommunen selv"},
        ),
        Column("answered", Kind.DAY, "The day on which the complaint was decided.", "Klage afgjort", required=False),
        Column(
            "outcome",
            Kind.CODE,
            "What became of the complaint.",
            "Udfald",
            required=False,
            allowed=OUTCOMES,
            source="Ankestyrelsen: udfald",
        ),
        UNIT,
        TEAM,
    ),
    rules=(
        NotBefore("complained", "decided"),
        NotBefore("reassessed", "complained"),
        NotBefore("answered", "complained"),
        Needs("outcome", "answered"),
        Needs("answered", "authority"),
    ),
    moment="decided",
    refers={"person": "persons.person"},
)
