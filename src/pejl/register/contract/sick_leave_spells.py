"""Sick-leave spells: one row for each spell of sickness absence with sygedagpenge."""

from __future__ import annotations

from decimal import Decimal

from pejl.intake.contract import Column, Kind, NotBefore, Table
from pejl.register.contract.codes import EXITS
from pejl.register.contract.columns import CASEWORKER, PERSON, TEAM, UNIT, key

CAUSES = {
    "muskel_skelet": "Muskler, led og ryg",
    "psykisk_let": "Stress, let angst og depression",
    "psykisk_svaer": "Svær psykisk lidelse",
    "hjerte_kar": "Hjerte og kredsløb",
    "kraeft": "Kræft",
    "ulykke": "Ulykke eller operation",
    "graviditet": "Graviditetsgener",
    "infektion": "Infektion",
    "neurologisk": "Hjerne og nerver",
    "andet": "Andet",
    "ukendt": "Ikke oplyst",
}


def _expected(name: str, who: str, danish: str) -> Column:
    meaning = f"Weeks from the first day of absence until work, as {who} expects at notification."
    return Column(name, Kind.NUMBER, meaning, danish, required=False, unit="weeks", least=Decimal(0), most=Decimal(260))


SICK_LEAVE_SPELLS = Table(
    name="sick_leave_spells",
    danish="Sygeforløb",
    meaning="One row for each spell of sickness absence with sygedagpenge, from the first day of absence.",
    key=("id",),
    columns=(
        key("Forløbsnummer"),
        PERSON,
        Column("first_day", Kind.DAY, "The first day of absence: the law's clocks start here.", "Første sygedag"),
        Column("notified", Kind.DAY, "The day on which the municipality was notified.", "Anmeldt", required=False),
        Column(
            "last_day",
            Kind.DAY,
            "The last day of the spell, inclusive. Empty while it runs.",
            "Sidste sygedag",
            required=False,
        ),
        Column("exit_reason", Kind.CODE, "Why the spell ended.", "Afgangsårsag", required=False, allowed=EXITS),
        Column("employer", Kind.FLAG, "Whether the person had an employer on the first day.", "Har arbejdsgiver"),
        Column(
            "sector",
            Kind.CODE,
            "The employer's sector.",
            "Sektor",
            required=False,
            allowed={
                "kommune": "Kommune",
                "region": "Region",
                "stat": "Stat",
                "privat_stor": "Privat, 50 ansatte eller flere",
                "privat_lille": "Privat, under 50 ansatte",
                "selvstaendig": "Selvstændig",
            },
        ),
        Column(
            "hours",
            Kind.NUMBER,
            "Agreed weekly hours before the absence.",
            "Ugentlige timer",
            required=False,
            unit="hours a week",
            least=Decimal(0),
            most=Decimal(60),
        ),
        Column(
            "partial_hours",
            Kind.NUMBER,
            "Weekly hours worked during the absence (delvis syg).",
            "Delvis i arbejde",
            required=False,
            unit="hours a week",
            least=Decimal(0),
            most=Decimal(60),
        ),
        Column(
            "cause_group",
            Kind.CODE,
            "The cause in a coarse group; never a diagnosis.",
            "Årsagsgruppe",
            required=False,
            allowed=CAUSES,
        ),
        _expected("expected_by_citizen", "the citizen", "Ventet varighed, borger"),
        _expected("expected_by_employer", "the employer", "Ventet varighed, arbejdsgiver"),
        _expected("expected_by_physician", "the physician", "Ventet varighed, læge"),
        Column(
            "earlier_spells",
            Kind.COUNT,
            "Spells with sygedagpenge that ended within the two years before.",
            "Tidligere forløb",
            required=False,
            unit="spells",
            least=Decimal(0),
            most=Decimal(60),
        ),
        Column(
            "weeks_paid_9_months",
            Kind.NUMBER,
            "Weeks paid within the nine months before notification (SDP § 24).",
            "Udbetalte uger på 9 måneder",
            required=False,
            unit="weeks",
            least=Decimal(0),
            most=Decimal(40),
        ),
        UNIT,
        TEAM,
        CASEWORKER,
    ),
    rules=(NotBefore("last_day", "first_day"), NotBefore("notified", "first_day")),
    spell=("first_day", "last_day"),
    refers={"person": "persons.person"},
)
