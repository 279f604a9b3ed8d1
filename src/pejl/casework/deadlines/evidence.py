"""What in the register says that something was done: in which table, by which words, on which days."""

from __future__ import annotations

from pejl.law.duty import Kind

TABLES = {
    Kind.TALK: "talks",
    Kind.OFFER: "offers",
    Kind.HOURS: "offers",
    Kind.CLARIFICATION: "offers",
    Kind.PLAN: "plans",
    Kind.CV: "plans",
    Kind.REASSESSMENT: "decisions",
}
"""Where it stands that what is owed was done."""

HELD = "afholdt"
BOOKED = "booket"
"""The status of a talk that was held, and of one that is to be."""

BEGUN = ("i_gang", "gennemfoert", "afbrudt")
PLANNED = "tilbudt"
"""The status of an offer that has begun, however it went, and of one that has not."""

DAYS_OF_PLANS = {Kind.PLAN: ("made", "updated", "used"), Kind.CV: ("made", "updated", "approved")}
"""The columns of `plans` whose days say that it was done."""

ACT_ON_SICK_PAY = "sdp"
SECTIONS_OF_REASSESSMENT = ("§ 24", "§ 25", "§ 27")
"""A decision under one of these sections of the act on sickness benefit is the reassessment."""
