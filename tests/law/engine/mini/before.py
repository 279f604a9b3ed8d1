"""The invented regime before 1 July 2025."""

from __future__ import annotations

from law.engine.mini.acts import OMLAEGNING, OVERGANG
from pejl.law.rule import rule


@rule(
    "Ydelsen er beløbet med tillæg for hvert barn, højst et vist antal.",
    since="2023-01-01",
    until="2025-06-30",
    ended_by=OMLAEGNING,
    cites="MINI § 1",
    source="opdigtet",
    unit="kr. pr. måned",
)
def mini_ydelse(ydelse_beloeb: float, barn_beloeb: float, boern: int, hoejst_boern: int) -> float:
    return ydelse_beloeb + barn_beloeb * min(boern, hoejst_boern)


@rule(
    "Retten følger den gamle lov i sager, der begyndte før 1. marts 2025.",
    since="2023-01-01",
    cites="MINI § 2",
    cases_until="2025-02-28",
    until="2027-12-31",
    ended_by=OVERGANG,
    source="opdigtet",
)
def har_ret(rask: bool, alder: int) -> bool:
    return rask or alder > 0
