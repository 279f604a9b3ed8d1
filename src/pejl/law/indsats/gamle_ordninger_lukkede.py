"""Ressourceforløb and revalidering are closed to cases that begin from 01.07.2026, whichever day it was."""

from __future__ import annotations

from pejl.law.enactments import LOV_1750
from pejl.law.rule import rule
from pejl.law.status import Status


@rule(
    "Nye sager kan ikke begynde i ressourceforløb eller revalidering.",
    since="2026-07-01",
    cases_from="2026-07-01",
    by=LOV_1750,
    cites="Lov nr. 1750 af 29.12.2025",
    source="lovguiden.dk om L 66: afskaffet 1. februar eller 1. juli 2026",
    status=Status.DERIVED,
)
def foelger_gammel_ordning(maalgruppe: str) -> bool:
    return False
