"""Cases from the spring of 2026: old law if the schemes closed on 01.07.2026, new if on 01.02.2026.

Nobody has read which."""

from __future__ import annotations

from pejl.law.enactments import LOV_1750
from pejl.law.rule import rule
from pejl.law.status import Status


@rule(
    (
        "Sager fra 1. februar til 30. juni 2026 i ressourceforløb og revalidering følger de tidligere "
        "regler, hvis ordningerne først lukkede 1. juli 2026."
    ),
    since="2026-02-01",
    cases_from="2026-02-01",
    cases_until="2026-06-30",
    by=LOV_1750,
    cites="LAB § 6, nr. 8 og 10",
    source=(
        "Lov nr. 1750 af 29. december 2025 i Retsinformation, ikrafttrædelsen (lovguiden.dk bekræfter kun afskaffelsen)"
    ),
    status=Status.UNCONFIRMED,
)
def foelger_gammel_ordning(maalgruppe: str) -> bool:
    return maalgruppe in ("ressourceforloeb", "revalidend")
