"""Persons: one row for each person who has or has had a case."""

from __future__ import annotations

from decimal import Decimal

from pejl.intake.contract import AtMost, Column, Kind, Table
from pejl.register.contract.columns import PERSON

FAMILY = {
    "enlig": "Enlig uden hjemmeboende børn",
    "enlig_forsoerger": "Enlig forsørger",
    "par": "Gift eller samlevende uden hjemmeboende børn",
    "par_forsoerger": "Gift eller samlevende forsørger",
    "hjemmeboende": "Bor hos en forælder, uden eget barn i hjemmet",
}

SEX = {"kvinde": "Kvinde", "mand": "Mand"}

PERSONS = Table(
    name="persons",
    danish="Borgere",
    meaning="One row for each person who has or has had a case. Never a name, an address or a CPR number.",
    key=("person",),
    columns=(
        PERSON,
        Column(
            "birth_year",
            Kind.COUNT,
            "Year of birth.",
            "Fødselsår",
            unit="year",
            least=Decimal(1900),
            most=Decimal(2020),
        ),
        Column(
            "sex",
            Kind.CODE,
            "Sex as registered: asked only whether errors and help fall alike on both. No model and no rule uses it.",
            "Køn",
            required=False,
            allowed=SEX,
        ),
        Column("family", Kind.CODE, "Family form as the benefit rules use it.", "Familieform", allowed=FAMILY),
        Column(
            "children_at_home",
            Kind.COUNT,
            "Children under 18 at the address.",
            "Hjemmeboende børn",
            unit="children",
            least=Decimal(0),
            most=Decimal(20),
        ),
        Column(
            "children",
            Kind.COUNT,
            "Children under 18 whom the person provides for, at the address or elsewhere.",
            "Børn i alt",
            required=False,
            unit="children",
            least=Decimal(0),
            most=Decimal(20),
        ),
        Column(
            "household",
            Kind.KEY,
            "A number that those who share a household (spouse, cohabitant) share.",
            "Husstand",
            required=False,
        ),
        Column(
            "residence_years",
            Kind.NUMBER,
            "Years of lawful stay in Denmark within the last ten (LAS § 11, stk. 3).",
            "Opholdsår af de seneste 10",
            required=False,
            unit="years",
            least=Decimal(0),
            most=Decimal(10),
        ),
        Column(
            "work_years",
            Kind.NUMBER,
            "Years of ordinary full-time work within the last ten (LAS § 11).",
            "Beskæftigelsesår af de seneste 10",
            required=False,
            unit="years",
            least=Decimal(0),
            most=Decimal(10),
        ),
        Column(
            "entered_1968_or_later",
            Kind.FLAG,
            "Whether the person came to Denmark in 1968 or later: only then the work condition applies (LAS § 11).",
            "Indrejst 1968 eller senere",
            required=False,
        ),
        Column(
            "education",
            Kind.FLAG,
            "Whether the person has an education that qualifies for work.",
            "Erhvervskompetencegivende uddannelse",
            required=False,
        ),
        Column(
            "municipality",
            Kind.COUNT,
            "The official number of the municipality of residence.",
            "Kommunekode",
            unit="code",
            least=Decimal(101),
            most=Decimal(999),
        ),
        Column("moved_out", Kind.DAY, "The day the person left the municipality.", "Fraflytningsdag", required=False),
    ),
    rules=(AtMost("children_at_home", "children"),),
)
