"""Plans and CVs: one row for each plan or CV that a person has."""

from __future__ import annotations

from pejl.intake.contract import Column, Kind, NotBefore, Table
from pejl.register.contract.columns import PERSON, key

PLANS = Table(
    name="plans",
    danish="Planer og CV'er",
    meaning="One row for each plan or CV of a person, with the days on which it was last updated and last used.",
    key=("id",),
    columns=(
        key("Nummer"),
        PERSON,
        Column(
            "kind",
            Kind.CODE,
            "Plan or CV.",
            "Slags",
            allowed={
                "min_plan": "Min Plan",
                "cv": "CV på Jobnet",
                "forberedende_plan": "Forberedende plan",
                "rehabiliteringsplan": "Rehabiliteringsplan",
            },
        ),
        Column("made", Kind.DAY, "The day on which it was made.", "Oprettet"),
        Column("updated", Kind.DAY, "The day on which it was last updated.", "Senest opdateret", required=False),
        Column(
            "used",
            Kind.DAY,
            "The day on which it was last used: opened in a talk, or by the citizen.",
            "Senest brugt",
            required=False,
        ),
        Column("approved", Kind.DAY, "The day on which the CV was last approved.", "Godkendt", required=False),
    ),
    rules=(NotBefore("updated", "made"), NotBefore("used", "made"), NotBefore("approved", "made")),
    moment="made",
    refers={"person": "persons.person"},
)
