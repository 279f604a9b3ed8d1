"""Benefit spells: one row for each unbroken time on one benefit in one target group."""

from __future__ import annotations

from decimal import Decimal

from pejl.intake.contract import Column, Kind, NotBefore, Table
from pejl.register.contract.codes import BENEFITS, EXITS, RATES
from pejl.register.contract.columns import CASEWORKER, PERSON, TARGET_GROUP, TEAM, UNIT, end, key, start

BENEFIT_SPELLS = Table(
    name="benefit_spells",
    danish="Ydelsesforløb",
    meaning="One row for each unbroken time on one benefit in one target group; a new visitation begins a new row.",
    key=("id",),
    columns=(
        key("Forløbsnummer"),
        PERSON,
        Column("benefit", Kind.CODE, "The benefit paid.", "Ydelse", allowed=BENEFITS, source="Jobindsats: y30r21"),
        TARGET_GROUP,
        Column(
            "rate",
            Kind.CODE,
            "The rate of kontanthjælp from 01.07.2025; empty before, and for other benefits.",
            "Sats",
            required=False,
            allowed=RATES,
            source="Jobindsats: _kth_sats",
        ),
        start("The first day of the spell."),
        end("The last day of the spell."),
        Column(
            "case_start",
            Kind.DAY,
            "The first day of the unbroken case that the spell belongs to: the clocks of talks and offers start here.",
            "Sagens første dag",
            required=False,
        ),
        Column("exit_reason", Kind.CODE, "Why the spell ended.", "Afgangsårsag", required=False, allowed=EXITS),
        Column(
            "hours_paid",
            Kind.NUMBER,
            "Hours of benefit paid so far in the spell, where the benefit counts hours.",
            "Forbrugte timer",
            required=False,
            unit="hours",
            least=Decimal(0),
            most=Decimal(20000),
        ),
        Column(
            "special_effort",
            Kind.FLAG,
            "Whether the person is exempt from talks and offers (LAB § 106).",
            "Mindre intensiv indsats",
            required=False,
        ),
        UNIT,
        TEAM,
        CASEWORKER,
    ),
    rules=(NotBefore("end", "start"), NotBefore("start", "case_start")),
    spell=("start", "end"),
    refers={"person": "persons.person"},
)
