"""The work duty's first step, from 01.01.2025: for those on selvforsørgelses- og hjemrejseydelse."""

from __future__ import annotations

from pejl.law.enactments import ARBEJDSPLIGT_2025, LOV_1655
from pejl.law.indsats.sources import STAR_WORK_DUTY
from pejl.law.rule import rule


@rule(
    "Arbejdspligten gælder den, der får selvforsørgelses- og hjemrejseydelse.",
    since="2025-01-01",
    until="2025-06-30",
    by=ARBEJDSPLIGT_2025,
    ended_by=LOV_1655,
    cites="LAB kap. 16 a",
    source=f"{STAR_WORK_DUTY}; Gladsaxe, referat 08.09.2025, punkt 4",
)
def omfattet_af_arbejdspligt(ydelse: str) -> bool:
    return ydelse == "shydelse"
