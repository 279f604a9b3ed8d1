"""The last year before the a-kasse got the first three months: nine talks within six months."""

from __future__ import annotations

from pejl.law.enactments import LOV_727
from pejl.law.rule import rule


@rule(
    "På dagpenge skal der holdes ni samtaler inden for de første 6 måneder.",
    since="2023-01-01",
    until="2023-12-31",
    ended_by=LOV_727,
    cites="LAB § 31, som den var til 31.12.2023",
    source="star.dk, kontaktforløb; Gladsaxe, referat 08.09.2025, punkt 2",
    unit="samtaler",
)
def samtaler_dagpenge_krav(samtaler_dagpenge_2023_antal: int) -> int:
    return samtaler_dagpenge_2023_antal
