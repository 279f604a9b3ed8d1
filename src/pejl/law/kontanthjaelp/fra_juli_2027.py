"""What ends of itself after two years of the reform."""

from __future__ import annotations

from pejl.law.enactments import LOV_1655
from pejl.law.rule import rule


@rule(
    "Det midlertidige tilpasningstillæg er ophørt.",
    since="2027-07-01",
    by=LOV_1655,
    cites="LAS §§ 16-20",
    source="kalundborg.dk, tillæg til kontanthjælp",
    unit="kr. pr. måned",
)
def tilpasningstillaeg() -> float:
    return 0
