"""The invented regime from 1 July 2025, with every kind of text that a rule may have."""

from __future__ import annotations

import datetime as dt

from law.engine.mini.acts import FORSLAG, OMLAEGNING, OVERGANG
from pejl.law.arithmetic import (
    days_after,
    days_between,
    down_to,
    last_of_month,
    months_after,
    oere,
    weeks_after,
    weeks_between,
    whole_kroner,
    years_between,
)
from pejl.law.rule import rule
from pejl.law.status import Status


@rule(
    "Ydelsen nedsættes med lønnen og rundes til hele kroner.",
    since="2025-07-01",
    by=OMLAEGNING,
    cites="MINI § 1",
    source="opdigtet",
    unit="kr. pr. måned",
)
def mini_ydelse(ydelse_beloeb: float, barn_beloeb: float, boern: int, hoejst_boern: int, loen: float) -> float:
    tillaeg = barn_beloeb * min(boern, hoejst_boern)
    if loen <= 0:
        return ydelse_beloeb + tillaeg
    if loen < ydelse_beloeb:
        rest = ydelse_beloeb - loen
        return whole_kroner(rest + tillaeg)
    return max(tillaeg, 0)


@rule(
    "Retten følger den nye lov i sager fra 1. marts 2025.",
    since="2025-03-01",
    by=OVERGANG,
    cites="MINI § 2",
    cases_from="2025-03-01",
    source="opdigtet",
)
def har_ret(rask: bool, alder: int, mini_ydelse: float) -> bool:
    return (rask and alder > 1) or mini_ydelse > 0


@rule("Fristen er så mange måneder efter sagens start.", since="2023-01-01", cites="MINI § 3", source="opdigtet")
def mini_frist(case_start: dt.date, frist_maaneder: int) -> dt.date:
    return months_after(case_start, frist_maaneder)


@rule("Mange slags dage.", since="2023-01-01", cites="MINI § 3", source="opdigtet")
def mini_dag(case_start: dt.date, dag: dt.date, boern: int, opbrugt: int) -> dt.date:
    if boern > 1:
        return last_of_month(weeks_after(case_start, 8))
    if boern == 1:
        return days_after(months_after(case_start, opbrugt), opbrugt)
    return max(case_start, months_after(dag, -1))


@rule("Mange slags tal.", since="2023-01-01", cites="MINI § 4", source="opdigtet", unit="uger")
def mini_tal(foedt: dt.date, dag: dt.date, case_start: dt.date) -> int:
    return years_between(foedt, dag) + weeks_between(case_start, dag) - days_between(case_start, dag)


@rule("Øre og trin.", since="2023-01-01", cites="MINI § 4", source="opdigtet", unit="kr.")
def mini_oere(loen: float, barn_beloeb: float, opbrugt: int) -> float:
    return oere(loen / opbrugt) + down_to(-loen, barn_beloeb) * (1 if opbrugt != 0 else 2)


@rule("En farve.", since="2023-01-01", cites="MINI § 5", source="opdigtet")
def mini_farve(farve: str, familie: str, alder: int) -> str:
    if familie in ("enlig", "par") or farve == "blaa":
        return "gul" if 1 < alder <= 12 else farve
    return "roed"


@rule("Ja eller nej.", since="2023-01-01", cites="MINI § 5", source="opdigtet")
def mini_ja(mini_farve: str, rask: bool, foedt: dt.date, loen: float, dag: dt.date) -> bool:
    return (not rask and mini_farve not in ("gul", "groen")) or ((foedt < dag) is not None and loen is None)


@rule(
    "Nedsat ydelse, med en procent som ingen har bekræftet.",
    since="2025-07-01",
    by=OMLAEGNING,
    cites="MINI § 6",
    source="opdigtet",
    unit="kr. pr. måned",
)
def mini_nedsat(mini_ydelse: float, nedsat_pct: float, hundrede: float, rask: bool) -> float:
    if rask:
        return mini_ydelse
    return mini_ydelse * (1 - nedsat_pct / hundrede)


@rule("Hundrede.", since="2023-01-01", cites="MINI § 6", source="opdigtet")
def hundrede() -> float:
    return 12 * 8 + 4


@rule(
    "Foreslået: det dobbelte.",
    since="2026-07-01",
    by=FORSLAG,
    cites="MINI § 1",
    source="opdigtet",
    status=Status.PROPOSED,
    unit="kr. pr. måned",
)
def mini_forslag(ydelse_beloeb: float) -> float:
    return ydelse_beloeb * 2


@rule("Et valg, hvis prøver er benægtede.", since="2023-01-01", cites="MINI § 7", source="opdigtet")
def mini_valg(rask: bool, familie: str, boern: int) -> int:
    syg = not rask
    if familie not in ("enlig", "par"):
        return 1 if syg else 2
    if not rask:
        flere = boern * 2
        return flere + 3
    flere = boern * 3
    return 4 if not (syg or boern > 1) else flere


@rule("Om noget er ukendt.", since="2023-01-01", cites="MINI § 7", source="opdigtet")
def mini_ukendt(rask: bool, mini_valg: int) -> bool:
    syg = not rask
    return syg is None or mini_valg is not None


@rule("Om noget er ukendt, som loven afviser.", since="2023-01-01", cites="MINI § 7", source="opdigtet")
def mini_afvist(mini_nedsat: float) -> bool:
    return mini_nedsat is None
