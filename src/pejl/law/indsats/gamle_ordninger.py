"""Ressourceforløb and revalidering while they were open to new citizens."""

from __future__ import annotations

from pejl.law.enactments import LOV_1750
from pejl.law.rule import rule
from pejl.law.status import Status


@rule(
    "Ressourceforløb og revalidering følger lovens egne regler om dem.",
    since="2024-01-01",
    until="2026-01-31",
    ended_by=LOV_1750,
    cites="LAB § 6, nr. 8 og 10",
    source="LBK nr. 280 af 1. marts 2024 (elov.dk); elov.dk 49067; lovguiden.dk om L 66",
    status=Status.DERIVED,
)
def foelger_gammel_ordning(maalgruppe: str) -> bool:
    return maalgruppe in ("ressourceforloeb", "revalidend")
