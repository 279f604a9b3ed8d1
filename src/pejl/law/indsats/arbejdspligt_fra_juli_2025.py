"""The work duty from 01.07.2025: for those on the lowest rates who meet neither of the two conditions."""

from __future__ import annotations

from pejl.law.enactments import LOV_1655
from pejl.law.indsats.sources import STAR_WORK_DUTY
from pejl.law.rule import rule


@rule(
    "Arbejdspligten gælder den, der får mindstesats eller sats for hjemmeboende og hverken opfylder "
    "opholdskravet eller "
    "beskæftigelseskravet.",
    since="2025-07-01",
    by=LOV_1655,
    cites="LAB kap. 16 a",
    source=(
        f"{STAR_WORK_DUTY}. Referat 04.03.2026, punkt 2 siger mindstesats »som udgangspunkt«: LAB kap. 16 a skal læses"
    ),
)
def omfattet_af_arbejdspligt(
    ydelse: str, udbetalt_sats: str, opholdskrav_opfyldt: bool, beskaeftigelseskrav_opfyldt: bool
) -> bool:
    lav_sats = ydelse == "kontanthjaelp" and udbetalt_sats in ("mindstesats", "hjemmeboendesats")
    return lav_sats and not opholdskrav_opfyldt and not beskaeftigelseskrav_opfyldt
