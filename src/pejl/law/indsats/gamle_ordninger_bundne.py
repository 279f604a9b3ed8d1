"""Ressourceforløb and revalidering after their end, in cases from before it: the case keeps the law it began under."""

from __future__ import annotations

from pejl.law.enactments import LOV_1750
from pejl.law.rule import rule
from pejl.law.status import Status


@rule(
    "Sager fra før 1. februar 2026 i ressourceforløb og revalidering følger de tidligere regler.",
    since="2026-02-01",
    cases_until="2026-01-31",
    by=LOV_1750,
    cites="LAB § 6, nr. 8 og 10, jf. LBK nr. 280 af 1. marts 2024",
    source="LBK nr. 280 af 1. marts 2024 (elov.dk); elov.dk 49067; lovguiden.dk om L 66",
    status=Status.DERIVED,
)
def foelger_gammel_ordning(maalgruppe: str) -> bool:
    return maalgruppe in ("ressourceforloeb", "revalidend")
