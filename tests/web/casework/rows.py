"""Deadlines and duties of the tests: invented, in the form of the law's."""

from __future__ import annotations

import datetime as dt

from casework.worklists.hand_made import days, deadline
from pejl.casework.duty_book import DutyBook
from pejl.law.duty import Clock, Duty, Exempt, Kind, Span, Starts
from pejl.law.enactment import Enactment
from pejl.law.rule import InForce
from pejl.law.status import Status

REFORM = Enactment("En prøvelov", dt.date(2025, 12, 1), "prøve")
BEFORE = InForce(dt.date(2024, 1, 1), until=dt.date(2026, 1, 31), ended_by=REFORM)
ALWAYS = InForce(dt.date(2024, 1, 1))
SIX_MONTHS = Clock(Starts.CASE, Span(months=6))
ILLNESS = Exempt("alvorlig_sygdom", "Borgeren er alvorligt syg", "LAB § 999")

TALKS = Duty(
    "samtaler_kommune",
    Kind.TALK,
    "Kommunens samtaler",
    "Kommunen holder mindst to samtaler inden for 6 måneder.",
    "LAB § 31",
    "en prøve",
    ALWAYS,
    SIX_MONTHS,
    required=2,
    exceptions=(ILLNESS,),
    group_share=0.75,
    group="proeve",
    late_counts=False,
)
OFFER = Duty(
    "foerste_tilbud",
    Kind.OFFER,
    "Første tilbud",
    "Et tilbud skal begynde inden for 6 måneder.",
    "LAB § 102",
    "en prøve",
    ALWAYS,
    SIX_MONTHS,
)
OLD = Duty(
    "gammel_pligt",
    Kind.TALK,
    "En pligt, der er faldet bort",
    "En samtale hver måned.",
    "LAB § 31 a",
    "en prøve",
    BEFORE,
    SIX_MONTHS,
)
UNSURE = Duty(
    "usikker_pligt",
    Kind.PLAN,
    "En pligt, ingen har bekræftet",
    "Planen ses efter hvert år.",
    "LAB § 999 a",
    "ingen",
    ALWAYS,
    SIX_MONTHS,
    status=Status.UNCONFIRMED,
)
BOOK = DutyBook((TALKS, OFFER, OLD, UNSURE))

AN_OFFER = {"duty": "foerste_tilbud", "kind": "tilbud", "required": 1, "done": 0}
ROWS = [
    deadline(0, "venter", days(6), required=4, done=1),
    deadline(0, "overskredet", days(-2), **AN_OFFER),
    deadline(1, "venter", days(3)),
    deadline(2, "venter", days(3), booked=days(2)),
    deadline(3, "venter", days(45)),
    deadline(4, "overskredet", days(-40), **AN_OFFER),
    deadline(6, "tabt", days(-10)),
    deadline(7, "bortfaldet", days(5), duty="gammel_pligt", done=0, ends=dt.date(2026, 1, 31)),
    deadline(9, "opfyldt", days(-5), done=2, met_on=days(-20)),
    deadline(10, "fritaget", days(9), exempt="alvorlig_sygdom"),
]
